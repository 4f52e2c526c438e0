#include <algorithm>

#include "sats/layout/line_painter.h"

namespace sats::layout {

void LinePainter::paint_children() {
  const auto& fragments = painter_.layouter_.fragments;
  for (auto child = fragments[index_].first_child; child != kNoIndex; child = fragments[child].next)
    paint_moved_child(child);
}

void LinePainter::paint_moved_child(FragmentIndex child) {
  const auto fragment = painter_.layouter_.fragments[child];
  const auto item = static_cast<std::uint32_t>(std::ranges::find(items_, fragment.box, &InlineItem::box) - items_.begin());
  const auto shift = fragment.floating ? Place{} : shift_at(relatives_, item);
  const float x = x_ + fragment.x + shift.x;
  const float y = y_ + fragment.y + shift.y;
  painter_.paint(child, x, y);
  const auto around =
      std::find_if(relatives_.rbegin(), relatives_.rend(), [item](const RelativeInline& one) { return one.holds(item); });
  if (around == relatives_.rend()) return;
  // One without words on this page is where the box stands that it holds.
  const Rect here{x, y, 0, 0};
  painter_.paint_absolutes_in(fragment.box, around->has_area() ? around->area(paragraph_.style->direction) : here);
}

float LinePainter::edge_shift(const LineBox& line, std::uint32_t item) const {
  const auto root = prepared_.heights[item].edge_root;
  if (root == kNone) return 0;
  float ascent = 0;
  float descent = 0;
  for (const auto& piece : line_.pieces) {
    const auto& height = prepared_.heights[piece.item];
    if (piece.kind != PieceKind::glyphs || height.edge_root != root) continue;
    ascent = std::max(ascent, height.ascent);
    descent = std::max(descent, height.descent);
  }
  const bool to_top = items_[root].style->vertical_align == style::VerticalAlign::top;
  return to_top ? ascent - line.baseline : line.height - descent - line.baseline;
}

}  // namespace sats::layout
