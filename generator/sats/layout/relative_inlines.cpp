#include "sats/layout/relative_inlines.h"

#include <algorithm>

namespace sats::layout {

namespace {

Rect united(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

}  // namespace

void RelativeInline::add(const Rect& piece, std::uint32_t line) {
  const bool is_first_line = !has_area() || first_line == line;
  // Mixed text may show an element in several pieces on one line.
  last = last_line == line ? united(last, piece) : piece;
  last_line = line;
  if (is_first_line) first = last, first_line = line;
}

Rect RelativeInline::area(style::Direction direction) const {
  const bool rtl = direction == style::Direction::rtl;
  const float left = rtl ? last.x : first.x;
  const float right = rtl ? first.x + first.width : last.x + last.width;
  return {left, first.y, std::max(0.0F, right - left), std::max(0.0F, last.y + last.height - first.y)};
}

std::vector<RelativeInline> relative_inlines(std::span<const InlineItem> items, float width) {
  std::vector<RelativeInline> found;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    if (item.type != ItemType::open || item.partner == kNone || item.style->position != style::Position::relative) continue;
    found.push_back({i, item.partner, relative_shift(*item.style, width, 0), {}, {}});
  }
  return found;
}

Place shift_at(std::span<const RelativeInline> inlines, std::uint32_t item) {
  Place shift;
  for (const auto& one : inlines) {
    if (!one.holds(item)) continue;
    shift.x += one.shift.x;
    shift.y += one.shift.y;
  }
  return shift;
}

}  // namespace sats::layout
