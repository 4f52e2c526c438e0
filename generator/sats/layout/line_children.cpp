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
  const auto around = std::find_if(relatives_.rbegin(), relatives_.rend(),
                                   [item](const RelativeInline& one) { return one.has_area && one.holds(item); });
  const bool is_placed_in = fragment.placeholder && around != relatives_.rend() &&
                            document_.box(fragment.box).style->position != style::Position::fixed;
  if (!is_placed_in) return painter_.paint(child, x, y);
  const auto as = painter_.is_artifact_ ? Painter::PaintedAs::artifact : Painter::PaintedAs::content;
  painter_.paint_absolute({fragment.box, kNoBox, x, y, as}, around->area);
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
