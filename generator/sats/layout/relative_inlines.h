#pragma once

#include <span>
#include <vector>

#include "sats/layout/painter.h"

namespace sats::layout {

/// An inline element with `position: relative` among the lines that are painted.
struct RelativeInline {
  std::uint32_t item = 0;  ///< Where it opens and closes.
  std::uint32_t partner = 0;
  Place shift;
  Rect first;  ///< Its padding box on the first line that it stands on, and on the last.
  Rect last;
  std::uint32_t first_line = kNone;  ///< Where these lines begin; kNone until one was met.
  std::uint32_t last_line = kNone;

  [[nodiscard]] bool holds(std::uint32_t other) const { return other >= item && other <= partner; }
  [[nodiscard]] bool has_area() const { return last_line != kNone; }

  /// Takes a piece of it, on the line that begins at `line`.
  void add(const Rect& piece, std::uint32_t line);

  /// What absolute boxes in it are placed in: from where it begins to where it ends (CSS 2.1 §10.1).
  [[nodiscard]] Rect area(style::Direction direction) const;
};

/// Those of a paragraph in lines of a width.
std::vector<RelativeInline> relative_inlines(std::span<const InlineItem> items, float width);

/// How far an item is moved by the elements around it.
Place shift_at(std::span<const RelativeInline> inlines, std::uint32_t item);

}  // namespace sats::layout
