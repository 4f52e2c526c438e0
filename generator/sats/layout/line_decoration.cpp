#include <algorithm>

#include "sats/layout/decoration.h"
#include "sats/layout/line_painter.h"

namespace sats::layout {

using style::ComputedStyle;

namespace {

bool is_decorated(const ComputedStyle& s) {
  return s.background_color.alpha > 0 || s.border_top_width.points > 0 || s.border_right_width.points > 0 ||
         s.border_bottom_width.points > 0 || s.border_left_width.points > 0;
}

/// The style of an inline element's piece on a line: where a line break or mixed text cut it, it has no edge.
ComputedStyle style_of_piece(const ComputedStyle& s, const OpenBox& box) {
  ComputedStyle shown = s;
  if (!box.has_left) {
    shown.border_left_width = {};
    shown.border_top_left_radius = {};
    shown.border_bottom_left_radius = {};
  }
  if (!box.has_right) {
    shown.border_right_width = {};
    shown.border_top_right_radius = {};
    shown.border_bottom_right_radius = {};
  }
  return shown;
}

/// The same in colours that show so much.
void fade(ComputedStyle& s, float opacity) {
  for (auto* color : {&s.color, &s.background_color, &s.border_top_color, &s.border_right_color, &s.border_bottom_color,
                      &s.border_left_color})
    color->alpha = faded({0, 0, 0, color->alpha}, opacity).alpha;
}

}  // namespace

void LinePainter::grow_boxes(const LineBox& line, const LinePiece& piece) {
  const auto& item = items_[piece.item];
  float right = piece.x + piece.width;
  // The space that hangs at the end of the line has no background.
  if (piece.kind == PieceKind::glyphs && piece.level % 2 == 0 && piece.end > line.content_end)
    right -= prepared_.width(std::max(piece.begin, line.content_end), piece.end);
  const auto index = static_cast<std::size_t>(&piece - line_.pieces.data());
  for (auto& box : line_.boxes) {
    const auto& open = items_[box.item];
    const auto close = open.partner;
    if (piece.item < box.item || piece.item > close || index < box.first || index >= box.last) continue;
    const bool own_edge = piece.kind == PieceKind::edge && (piece.item == box.item || piece.item == close);
    // The margin is outside.
    const float margin_left = own_edge && edge_is_left(item) ? open.style->margin_left.points : 0;
    const float margin_right = own_edge && !edge_is_left(item) ? open.style->margin_right.points : 0;
    box.left = std::min(box.left, piece.x + margin_left);
    box.right = std::max(box.right, right - margin_right);
  }
}

void LinePainter::paint_boxes(const LineBox& line) {
  for (auto& box : line_.boxes) {
    if (box.right < box.left) continue;
    const auto& s = *items_[box.item].style;
    const auto area = area_of(line, box);
    if (!relatives_.empty()) note_relative(line, box, area);
    if (box.right > box.left && is_decorated(s) && s.visibility == style::Visibility::visible) paint_box(box, area);
  }
}

Rect LinePainter::area_of(const LineBox& line, const OpenBox& box) const {
  const auto& s = *items_[box.item].style;
  const auto& measures = document_.measures(s);
  const float base = y_ + line.y + line.baseline - prepared_.heights[box.item].shift + shift_at(relatives_, box.item).y +
                     edge_shift(line, box.item);
  const float top = base - measures.font_ascent - s.padding_top.points - s.border_top_width.points;
  const float bottom = base + measures.font_descent + s.padding_bottom.points + s.border_bottom_width.points;
  return {box.left, top, box.right - box.left, bottom - top};
}

void LinePainter::paint_box(const OpenBox& box, const Rect& area) {
  auto shown = style_of_piece(*items_[box.item].style, box);
  if (!opacities_.empty()) fade(shown, opacities_[box.item]);
  decorate(document_, shown, {area});
}

void LinePainter::note_relative(const LineBox& line, const OpenBox& box, const Rect& area) {
  const auto one = std::ranges::find(relatives_, box.item, &RelativeInline::item);
  if (one == relatives_.end()) return;
  const auto shown = style_of_piece(*items_[box.item].style, box);
  one->add({area.x + shown.border_left_width.points, area.y + shown.border_top_width.points,
            area.width - shown.border_left_width.points - shown.border_right_width.points,
            area.height - shown.border_top_width.points - shown.border_bottom_width.points},
           line.begin);
}

}  // namespace sats::layout
