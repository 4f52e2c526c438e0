#include "sats/layout/relative_inlines.h"

#include <algorithm>

namespace sats::layout {

void RelativeInline::add(const Rect& piece) {
  if (!has_area) {
    area = piece;
    has_area = true;
    return;
  }
  // The last piece gives the right and bottom edges (CSS 2.1 §10.1).
  area.width = std::max(0.0F, piece.x + piece.width - area.x);
  area.height = piece.y + piece.height - area.y;
}

std::vector<RelativeInline> relative_inlines(std::span<const InlineItem> items, float width) {
  std::vector<RelativeInline> found;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    if (item.type != ItemType::open || item.partner == kNone || item.style->position != style::Position::relative) continue;
    found.push_back({i, item.partner, relative_shift(*item.style, width, 0), {}, false});
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
