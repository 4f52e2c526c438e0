#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Where a list marker belongs.
struct MarkerPlace {
  float edge = 0;      ///< The side of the marker that the text is at.
  float baseline = 0;  ///< Of the item's first line.
  bool to_the_right = false;
  sats::Tag tag;
};

/// The place of the marker of a list item whose fragment has its corner at (x, y).
MarkerPlace marker_place(Document& document, const Layouter& layouter, FragmentIndex item, const Rect& box);

/// Paints a list marker: a picture, a drawn sign, or a text.
void paint_marker(Document& document, const ListMarker& marker, const MarkerPlace& place);

}  // namespace sats::layout
