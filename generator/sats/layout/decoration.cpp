#include "sats/layout/decoration.h"

#include <algorithm>

#include "sats/layout/ink.h"

namespace sats::layout {

using style::BorderStyle;

LineStyle line_style(BorderStyle style) {
  switch (style) {
    case BorderStyle::solid: return LineStyle::solid;
    case BorderStyle::dashed: return LineStyle::dashed;
    case BorderStyle::dotted: return LineStyle::dotted;
    case BorderStyle::double_: return LineStyle::double_;
    default: return LineStyle::none;
  }
}

namespace {

/// The borders of a piece; nothing when all of them have no width.
std::optional<Border> border_of(const ComputedStyle& s, const DecoratedBox& piece) {
  Border border;
  border.box = piece.box;
  if (piece.widths != nullptr)
    border.widths = {piece.widths->top, piece.widths->right, piece.widths->bottom, piece.widths->left};
  else
    border.widths = {piece.starts ? s.border_top_width.points : 0, s.border_right_width.points,
                     piece.ends ? s.border_bottom_width.points : 0, s.border_left_width.points};
  if (border.widths[0] + border.widths[1] + border.widths[2] + border.widths[3] <= 0) return std::nullopt;
  border.colors = {resolved_color(s.border_top_color, s), resolved_color(s.border_right_color, s),
                   resolved_color(s.border_bottom_color, s), resolved_color(s.border_left_color, s)};
  border.styles = {line_style(s.border_top_style), line_style(s.border_right_style), line_style(s.border_bottom_style),
                   line_style(s.border_left_style)};
  return border;
}

}  // namespace

Radii corner_radii(const ComputedStyle& s, const DecoratedBox& piece) {
  const auto& box = piece.box;
  Radii radii;
  const css::Length corners[] = {s.border_top_left_radius, s.border_top_right_radius, s.border_bottom_right_radius,
                                 s.border_bottom_left_radius};
  for (std::size_t i = 0; i < 4; ++i) {
    const bool here = i < 2 ? piece.starts : piece.ends;
    radii.x[i] = here ? corners[i].resolve(box.width) : 0;
    radii.y[i] = here ? corners[i].resolve(box.height) : 0;
  }
  // Corners that would meet are made smaller together (css-backgrounds-3 §5.5).
  float scale = 1;
  const auto fit = [&scale](float room, float a, float b) {
    scale = a + b > room && a + b > 0 ? std::min(scale, room / (a + b)) : scale;
  };
  fit(box.width, radii.x[0], radii.x[1]);
  fit(box.width, radii.x[3], radii.x[2]);
  fit(box.height, radii.y[0], radii.y[3]);
  fit(box.height, radii.y[1], radii.y[2]);
  for (std::size_t i = 0; i < 4; ++i) radii.x[i] *= scale, radii.y[i] *= scale;
  return radii;
}

void decorate(Document& document, const ComputedStyle& s, const DecoratedBox& given) {
  if (s.visibility != style::Visibility::visible) return;
  DecoratedBox piece = given;
  if (s.box_decoration_break == style::BoxDecorationBreak::clone) piece.starts = piece.ends = true;
  Ink ink(document.out);
  const auto radii = corner_radii(s, piece);
  if (s.background_color.alpha > 0 && piece.box.width > 0 && piece.box.height > 0)
    ink.fill({piece.box, radii, resolved_color(s.background_color, s)}, kBackgroundTag);
  if (s.background_image != nullptr) paint_background_picture(document, s, piece);
  auto border = border_of(s, piece);
  if (!border) return;
  border->radii = radii;
  ink.border(*border, piece.border_tag);
}

}  // namespace sats::layout
