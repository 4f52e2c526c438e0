#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// A box, or the piece of it on this page, that gets a background and borders.
struct DecoratedBox {
  Rect box;
  bool starts = true;             ///< Its top edge is here; else a break cut it off.
  bool ends = true;               ///< Its bottom edge is here.
  const Edges* widths = nullptr;  ///< Of the borders, when they are not the style's.
  sats::Tag border_tag{kNone, ArtifactKind::layout};
};

/// A border's style as the paint model has it.
LineStyle line_style(style::BorderStyle style);

/// The radii of a style's corners, made smaller together where they would meet.
Radii corner_radii(const ComputedStyle& style, const DecoratedBox& piece);

/// Paints background and borders.
void decorate(Document& document, const ComputedStyle& style, const DecoratedBox& piece);

/// Paints the background picture or gradient, cut to the box.
void paint_background_picture(Document& document, const ComputedStyle& style, const DecoratedBox& piece);
void paint_background_gradient(Document& document, const ComputedStyle& style, const DecoratedBox& piece);

}  // namespace sats::layout
