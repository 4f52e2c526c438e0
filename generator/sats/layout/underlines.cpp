#include "sats/layout/underlines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sats/layout/inline_opacity.h"

namespace sats::layout {

namespace {

/// Thinner lines are lost in print, in points.
constexpr float kThinnest = 0.4F;

/// By `text-decoration-style`.
constexpr std::array kStyles{LineStyle::solid, LineStyle::double_, LineStyle::dotted, LineStyle::dashed, LineStyle::wavy};

bool goes_on(const Stroke& before, const Stroke& after) {
  return before.y1 == after.y1 && std::abs(before.x2 - after.x1) < 0.1F && before.width == after.width &&
         before.color == after.color && before.style == after.style;
}

}  // namespace

void Underlines::add(const UnderlinedText& piece, const TextMeasures& measures) {
  const auto& decoration = piece.style.decoration;
  const float size = piece.style.font_size;
  Stroke stroke;
  stroke.width = decoration.thickness.is_fixed() ? decoration.thickness.resolve(size)
                                                 : std::max(kThinnest, measures.underline_thickness);
  const auto& color = decoration.color;
  stroke.color = faded({color.red, color.green, color.blue, color.alpha}, piece.opacity);
  stroke.style = kStyles[static_cast<std::size_t>(decoration.style)];
  stroke.x1 = piece.x;
  stroke.x2 = piece.x + piece.width;
  const float below =
      decoration.offset.is_fixed() ? decoration.offset.resolve(size) + stroke.width / 2 : measures.underline_offset;
  struct Row {
    unsigned line;
    float y;
  };
  for (const Row& row : {Row{style::decoration_underline, piece.baseline + below},
                         Row{style::decoration_overline, piece.baseline - measures.font_ascent},
                         Row{style::decoration_line_through, piece.baseline - measures.strikeout_offset}}) {
    if ((decoration.lines & row.line) == 0) continue;
    stroke.y1 = stroke.y2 = row.y;
    add_stroke(stroke);
  }
}

void Underlines::add_stroke(const Stroke& stroke) {
  const auto beside =
      std::ranges::find_if(strokes_, [&stroke](const Stroke& one) { return goes_on(one, stroke) || goes_on(stroke, one); });
  if (beside == strokes_.end()) return strokes_.push_back(stroke);
  beside->x1 = std::min(beside->x1, stroke.x1);
  beside->x2 = std::max(beside->x2, stroke.x2);
}

void Underlines::paint(Ink& ink) {
  for (const auto& stroke : strokes_) ink.stroke(stroke, kLayoutTag);
  strokes_.clear();
}

}  // namespace sats::layout
