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
  Rect area;  ///< Its padding box, from the first piece to the last: what absolute boxes in it are placed in.
  bool has_area = false;

  [[nodiscard]] bool holds(std::uint32_t other) const { return other >= item && other <= partner; }

  /// Takes one more piece of it into its area.
  void add(const Rect& piece);
};

/// Those of a paragraph in lines of a width.
std::vector<RelativeInline> relative_inlines(std::span<const InlineItem> items, float width);

/// How far an item is moved by the elements around it.
Place shift_at(std::span<const RelativeInline> inlines, std::uint32_t item);

}  // namespace sats::layout
