#include <algorithm>
#include <cmath>

#include "sats/write/border_painter.h"

namespace sats {
namespace {

/// A level wave of half circles, a little flattened, with whole waves between its ends.
void paint_wave(const Stroke& stroke, ContentStream& content) {
  const float length = stroke.x2 - stroke.x1;
  const float height = std::fmax(stroke.width * 1.5F, 0.75F);
  const int halves = std::max(1, static_cast<int>(std::lround(length / (height * 2))));
  const float step = length / static_cast<float>(halves);
  content.dash(0, 0);
  content.line_width(stroke.width);
  content.move_to(stroke.x1, stroke.y1);
  for (int i = 0; i < halves; ++i) {
    const float x = stroke.x1 + step * static_cast<float>(i);
    const float y = stroke.y1 + (i % 2 == 0 ? -height : height);
    content.curve_to({x + step * 0.4F, y}, {x + step * 0.6F, y}, {x + step, stroke.y1});
  }
  content.paint("S");
}

}  // namespace

void paint_stroke(const Stroke& stroke, ContentStream& content) {
  if (stroke.style == LineStyle::none || stroke.width <= 0) return;
  const auto line = [&](float offset, float width) {
    const bool level = stroke.y1 == stroke.y2;
    content.line_width(width);
    content.move_to(stroke.x1 + (level ? 0 : offset), stroke.y1 + (level ? offset : 0));
    content.line_to(stroke.x2 + (level ? 0 : offset), stroke.y2 + (level ? offset : 0));
    content.paint("S");
  };
  content.leave_text();
  content.stroke_color(stroke.color);
  if (stroke.style == LineStyle::wavy) return paint_wave(stroke, content);
  const bool dashed = stroke.style == LineStyle::dashed;
  const bool dotted = stroke.style == LineStyle::dotted;
  content.dash(dashed ? stroke.width * 3 : dotted ? stroke.width : 0, dashed ? stroke.width * 2 : dotted ? stroke.width : 0);
  if (stroke.style != LineStyle::double_) return line(0, stroke.width);
  line(-stroke.width / 3, stroke.width / 3);
  line(stroke.width / 3, stroke.width / 3);
}

void paint_marker(const Marker& marker, ContentStream& content) {
  const Rect& box = marker.box;
  switch (marker.shape) {
    case MarkerShape::disc:
      content.fill_color(marker.color);
      content.ellipse(box);
      return content.paint("f");
    case MarkerShape::square:
      content.fill_color(marker.color);
      content.rectangle(box);
      return content.paint("f");
    case MarkerShape::circle: {
      const float line = box.width / 10;
      content.stroke_color(marker.color);
      content.line_width(line);
      content.dash(0, 0);
      content.ellipse({box.x + line / 2, box.y + line / 2, box.width - line, box.height - line});
      return content.paint("S");
    }
    case MarkerShape::check:
      content.stroke_color(marker.color);
      content.line_width(box.width / 7);
      content.dash(0, 0);
      content.move_to(box.x + box.width * 0.15F, box.y + box.height * 0.55F);
      content.line_to(box.x + box.width * 0.4F, box.y + box.height * 0.8F);
      content.line_to(box.x + box.width * 0.85F, box.y + box.height * 0.2F);
      return content.paint("S");
  }
}

}  // namespace sats
