#include "sats/write/border_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sats {
namespace {

enum Side : std::size_t { top, right, bottom, left };

bool is_shown(const Border& border, std::size_t side) {
  return border.widths[side] > 0 && border.styles[side] != LineStyle::none && border.colors[side].alpha > 0;
}

Rect shrunk(const Rect& box, const std::array<float, 4>& by) {
  return {box.x + by[left], box.y + by[top], std::fmax(0.0F, box.width - by[left] - by[right]),
          std::fmax(0.0F, box.height - by[top] - by[bottom])};
}

Radii shrunk(const Radii& radii, const std::array<float, 4>& by) {
  Radii inner;
  constexpr std::array<std::size_t, 4> kAcross{left, right, right, left};
  constexpr std::array<std::size_t, 4> kAlong{top, top, bottom, bottom};
  for (std::size_t i = 0; i < 4; ++i) {
    inner.x[i] = std::fmax(0.0F, radii.x[i] - by[kAcross[i]]);
    inner.y[i] = std::fmax(0.0F, radii.y[i] - by[kAlong[i]]);
  }
  return inner;
}

std::array<float, 4> part_of(const std::array<float, 4>& widths, float part) {
  std::array<float, 4> parts = widths;
  for (float& width : parts) width *= part;
  return parts;
}

Color shaded(Color color, bool darker) {
  const auto part = [darker](std::uint8_t value) {
    return static_cast<std::uint8_t>(darker ? value * 2 / 3 : value + (255 - value) / 3);
  };
  return {part(color.red), part(color.green), part(color.blue), color.alpha};
}

/// Whether all four sides look alike, so that the border is the ring between two boxes.
bool is_uniform(const Border& border) {
  for (std::size_t side = 0; side < 4; ++side) {
    if (border.styles[side] != border.styles[top] || !(border.colors[side] == border.colors[top]) || !is_shown(border, side))
      return false;
  }
  return border.styles[top] == LineStyle::solid || border.styles[top] == LineStyle::double_;
}

bool has_one_width(const Border& border) {
  return std::all_of(border.widths.begin(), border.widths.end(), [&](float width) { return width == border.widths[top]; });
}

void paint_ring(const Border& border, float from, float to, ContentStream& content) {
  const auto outer = part_of(border.widths, from);
  const auto inner = part_of(border.widths, to);
  content.fill_color(border.colors[top]);
  content.rounded_rectangle(shrunk(border.box, outer), shrunk(border.radii, outer));
  content.rounded_rectangle(shrunk(border.box, inner), shrunk(border.radii, inner));
  content.paint("f*");
}

void paint_uniform(const Border& border, ContentStream& content) {
  if (border.styles[top] == LineStyle::double_) {
    paint_ring(border, 0, 1.0F / 3, content);
    return paint_ring(border, 2.0F / 3, 1, content);
  }
  if (!has_one_width(border)) return paint_ring(border, 0, 1, content);
  const auto half = part_of(border.widths, 0.5F);
  content.stroke_color(border.colors[top]);
  content.line_width(border.widths[top]);
  content.dash(0, 0);
  content.rounded_rectangle(shrunk(border.box, half), shrunk(border.radii, half));
  content.paint("S");
}

std::array<Point, 4> corners_of(const Rect& box) {
  const float right_edge = box.x + box.width;
  const float lower_edge = box.y + box.height;
  return {Point{box.x, box.y}, {right_edge, box.y}, {right_edge, lower_edge}, {box.x, lower_edge}};
}

/// The path of the trapezoid of one side between two boxes.
void side_path(std::size_t side, const Rect& outer_box, const Rect& inner_box, ContentStream& content) {
  const auto outer = corners_of(outer_box);
  const auto inner = corners_of(inner_box);
  const std::size_t next = (side + 1) % 4;
  content.move_to(outer[side].x, outer[side].y);
  content.line_to(outer[next].x, outer[next].y);
  content.line_to(inner[next].x, inner[next].y);
  content.line_to(inner[side].x, inner[side].y);
}

/// One side, from part to part of its thickness.
void fill_side(const Border& border, std::size_t side, float from, float to, ContentStream& content) {
  side_path(side, shrunk(border.box, part_of(border.widths, from)), shrunk(border.box, part_of(border.widths, to)), content);
  content.paint("h f");
}

Stroke middle_of(const Border& border, std::size_t side) {
  const Rect& box = border.box;
  const float half = border.widths[side] / 2;
  Stroke stroke{.width = border.widths[side], .style = border.styles[side], .color = border.colors[side]};
  const bool level = side == top || side == bottom;
  stroke.x1 = side == right ? box.x + box.width - half : level ? box.x : box.x + half;
  stroke.y1 = side == bottom ? box.y + box.height - half : level ? box.y + half : box.y;
  stroke.x2 = level ? box.x + box.width : stroke.x1;
  stroke.y2 = level ? stroke.y1 : box.y + box.height;
  return stroke;
}

void paint_side(const Border& border, std::size_t side, ContentStream& content) {
  const bool upper = side == top || side == left;
  switch (border.styles[side]) {
    case LineStyle::dashed:
    case LineStyle::dotted: return paint_stroke(middle_of(border, side), content);
    case LineStyle::double_:
      content.fill_color(border.colors[side]);
      fill_side(border, side, 0, 1.0F / 3, content);
      return fill_side(border, side, 2.0F / 3, 1, content);
    case LineStyle::groove:
    case LineStyle::ridge:
      content.fill_color(shaded(border.colors[side], upper == (border.styles[side] == LineStyle::groove)));
      fill_side(border, side, 0, 0.5F, content);
      content.fill_color(shaded(border.colors[side], upper != (border.styles[side] == LineStyle::groove)));
      return fill_side(border, side, 0.5F, 1, content);
    case LineStyle::inset:
    case LineStyle::outset:
      content.fill_color(shaded(border.colors[side], upper == (border.styles[side] == LineStyle::inset)));
      return fill_side(border, side, 0, 1, content);
    default: content.fill_color(border.colors[side]); return fill_side(border, side, 0, 1, content);
  }
}

void paint_rounded_sides(const Border& border, ContentStream& content) {
  // Rounded corners with unlike sides: the ring is cut to each side's trapezoid, drawn twice as deep to reach the curve.
  for (std::size_t side = 0; side < 4; ++side) {
    if (!is_shown(border, side)) continue;
    content.save();
    // A side ends straight where the one beside it is not there, as where a break cut the box.
    std::array<float, 4> deep{};
    for (std::size_t other = 0; other < 4; ++other)
      deep[other] = is_shown(border, other) ? std::fmin(border.box.width, border.box.height) / 2 : 0;
    side_path(side, border.box, shrunk(border.box, deep), content);
    content.paint("h W n");
    Border one = border;
    one.colors.fill(border.colors[side]);
    for (std::size_t other = 0; other < 4; ++other) one.widths[other] = is_shown(border, other) ? border.widths[other] : 0;
    paint_ring(one, 0, 1, content);
    content.restore();
  }
}

}  // namespace

void paint_border(const Border& border, ContentStream& content) {
  if (is_uniform(border)) return paint_uniform(border, content);
  if (border.radii != Radii{}) return paint_rounded_sides(border, content);
  for (std::size_t side = 0; side < 4; ++side) {
    if (is_shown(border, side)) paint_side(border, side, content);
  }
}

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
      content.ellipse(shrunk(box, {line / 2, line / 2, line / 2, line / 2}));
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
