#include "sats/layout/box_kinds.h"

#include <algorithm>
#include <charconv>

namespace sats::layout {

using style::Display;

bool is_inline_level(const ComputedStyle& style) {
  return style.display == Display::inline_ || style.display == Display::inline_block ||
         style.display == Display::inline_table || style.display == Display::inline_flex;
}

FlowKind flow_of(const ComputedStyle& style) {
  if (is_out_of_flow(style)) return FlowKind::absolute;
  if (style.float_ != style::Float::none) return FlowKind::floating;
  return is_inline_level(style) ? FlowKind::atomic : FlowKind::in_flow;
}

BoxKind kind_of(const ComputedStyle& style) {
  switch (style.display) {
    case Display::table:
    case Display::inline_table: return BoxKind::table;
    case Display::table_row_group:
    case Display::table_header_group:
    case Display::table_footer_group: return BoxKind::row_group;
    case Display::table_row: return BoxKind::row;
    case Display::table_cell: return BoxKind::cell;
    case Display::flex:
    case Display::inline_flex: return BoxKind::flex;
    default: return style.column_count > 0 || style.column_width.is_fixed() ? BoxKind::columns : BoxKind::block;
  }
}

bool opens_context(const ComputedStyle& style, BoxKind kind, FlowKind flow) {
  return flow != FlowKind::in_flow || kind != BoxKind::block || style.display == Display::flow_root ||
         style.display == Display::table_caption || style.overflow == style::Overflow::hidden ||
         style.column_span == style::ColumnSpan::all;
}

namespace {

std::uint16_t whole_number(std::string_view text, int least, int most) {
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return static_cast<std::uint16_t>(std::clamp(value, least, most));
}

}  // namespace

std::uint16_t span_attribute(std::string_view text) { return whole_number(text, 1, 1000); }

std::uint16_t row_span_attribute(std::string_view text) {
  constexpr int kMostRows = 65534;  // HTML "rowspan".
  const auto rows = text.starts_with('-') ? std::uint16_t{1} : whole_number(text, 0, kMostRows);
  return rows == 0 ? kMostRows : rows;
}

}  // namespace sats::layout
