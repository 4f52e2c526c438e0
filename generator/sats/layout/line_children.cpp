#include <algorithm>

#include "sats/layout/line_painter.h"

namespace sats::layout {

void LinePainter::paint_children() {
  std::ranges::sort(placed_, {}, &PlacedBox::box);
  const auto& fragments = painter_.layouter_.fragments;
  for (auto child = fragments[index_].first_child; child != kNoIndex; child = fragments[child].next) paint_child(child);
}

LinePainter::PlacedBox LinePainter::place_of(const Fragment& child) const {
  const auto found = std::ranges::lower_bound(placed_, child.box, {}, &PlacedBox::box);
  const bool is_block = child.placeholder && !document_.box(child.box).style->stands_in_line;
  if (is_block && found != placed_.end() && found->box == child.box)
    return {child.box, found->item, x_ + child.x, paragraph_.style->direction == style::Direction::ltr};
  if (found != placed_.end() && found->box == child.box) {
    auto place = *found;
    if (!child.placeholder) place.x += margins_of(document_.box(child.box), fragment_.width).left;
    return place;
  }
  // A float stands beside the lines, and the rest of a box that was divided above them.
  const auto item = std::ranges::find(items_, child.box, &InlineItem::box) - items_.begin();
  const auto shift = shift_at(relatives_, static_cast<std::uint32_t>(item));
  return {child.box, static_cast<std::uint32_t>(item), x_ + child.x + shift.x, line_.runs_rightward};
}

void LinePainter::paint_child(FragmentIndex index) {
  const auto child = painter_.layouter_.fragments[index];
  const auto place = place_of(child);
  const float y = y_ + child.y + shift_at(relatives_, place.item).y;
  const float opacity = place.item < opacities_.size() ? opacities_[place.item] : 1;
  if (child.placeholder) {
    painter_.wait_at(child.box, {place.x, y}, place.rightward ? Painter::Side::left : Painter::Side::right);
  } else if (opacity < 1) {
    Ink(out_).opacity(opacity);
    painter_.paint(index, place.x, y);
    Ink(out_).restore();
  } else {
    painter_.paint(index, place.x, y);
  }
  if (!relatives_.empty()) paint_held(child.box, place.item, {place.x, y});
}

void LinePainter::paint_held(BoxIndex box, std::uint32_t item, const Place& place) {
  const auto around =
      std::find_if(relatives_.rbegin(), relatives_.rend(), [item](const RelativeInline& one) { return one.holds(item); });
  if (around == relatives_.rend()) return;
  // One without words on this page is where the box stands that it holds.
  const Rect here{place.x, place.y, 0, 0};
  painter_.paint_absolutes_in(box, around->has_area() ? around->area(paragraph_.style->direction) : here);
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
