#pragma once

#include <string_view>

#include "sats/layout/box.h"

namespace sats::layout {

/// Whether a box is taken out of the flow by `position`.
inline bool is_out_of_flow(const ComputedStyle& style) {
  return style.position == style::Position::absolute || style.position == style::Position::fixed;
}

/// Whether a box stands in a line, as far as its `display` goes.
bool is_inline_level(const ComputedStyle& style);

/// Whether a box lays its items out side by side.
inline bool is_flex_row(const Box& box) {
  return box.kind == BoxKind::flex && (box.style->flex_direction == style::FlexDirection::row ||
                                       box.style->flex_direction == style::FlexDirection::row_reverse);
}

/// How a box takes part in the flow, by its position, float and display.
FlowKind flow_of(const ComputedStyle& style);

/// What a box holds.
BoxKind kind_of(const ComputedStyle& style);

/// Whether margins and floats stay inside a box.
bool opens_context(const ComputedStyle& style, BoxKind kind, FlowKind flow);

/// The number in `span`, `colspan` or `rowspan`: at least 1, at most 1000.
std::uint16_t span_attribute(std::string_view text);

/// The same for `rowspan`, where 0 means all rows to the end of the group.
std::uint16_t row_span_attribute(std::string_view text);

}  // namespace sats::layout
