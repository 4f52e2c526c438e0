#pragma once

#include <algorithm>

#include "sats/layout/box.h"

namespace sats::layout {

/// Widths at the four sides of a box, in points: of its border and padding together, or of its margins.
struct Edges {
  float top = 0;
  float right = 0;
  float bottom = 0;
  float left = 0;
  [[nodiscard]] float across() const { return left + right; }
  [[nodiscard]] float down() const { return top + bottom; }
};

/// What a margin counts for; `auto` is nothing where no room is shared out.
inline float used_margin(const css::Length& margin, float containing_width) {
  return margin.is_auto() ? 0 : margin.resolve(containing_width);
}

/// The margins of a box; one that stands for nothing in the document has none.
inline Edges margins_of(const Box& box, float containing_width) {
  if (box.anonymous) return {};
  const auto& s = *box.style;
  return {used_margin(s.margin_top, containing_width), used_margin(s.margin_right, containing_width),
          used_margin(s.margin_bottom, containing_width), used_margin(s.margin_left, containing_width)};
}

/// A length of `width`, `height` and the like as a border box length, `edges` being its border and padding.
inline float border_box_length(const ComputedStyle& style, const css::Length& length, float reference, float edges) {
  const float value = length.resolve(reference);
  return style.box_sizing == style::BoxSizing::border_box ? std::max(value, edges) : value + edges;
}

/// Whether a length is given and does not hang on what is around the box.
inline bool is_definite(const css::Length& length) { return length.is_fixed() && !length.has_percent(); }

}  // namespace sats::layout
