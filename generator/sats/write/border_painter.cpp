#include "sats/write/border_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

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

bool has_one_width(const Border& border) {
  return std::all_of(border.widths.begin(), border.widths.end(), [&](float width) { return width == border.widths[top]; });
}

/// Whether all four sides look alike, so that the border is the ring between two boxes, or one line around.
bool is_uniform(const Border& border) {
  for (std::size_t side = 0; side < 4; ++side) {
    if (border.styles[side] != border.styles[top] || !(border.colors[side] == border.colors[top]) || !is_shown(border, side))
      return false;
  }
  const bool dashes = border.styles[top] == LineStyle::dashed || border.styles[top] == LineStyle::dotted;
  if (dashes) return border.radii != Radii{} && has_one_width(border);
  return border.styles[top] == LineStyle::solid || border.styles[top] == LineStyle::double_;
}

void paint_ring(const Border& border, float from, float to, ContentStream& content) {
  const auto outer = part_of(border.widths, from);
  const auto inner = part_of(border.widths, to);
  content.fill_color(border.colors[top]);
  content.rounded_rectangle(shrunk(border.box, outer), shrunk(border.radii, outer));
  content.rounded_rectangle(shrunk(border.box, inner), shrunk(border.radii, inner));
  content.paint("f*");
}

/// Length of the line around a box with rounded corners.
float length_around(const Rect& box, const Radii& radii) {
  float length = 2 * (box.width + box.height);
  for (std::size_t i = 0; i < 4; ++i) {
    const float quarter = std::numbers::pi_v<float> / 4 * std::sqrt(2 * (radii.x[i] * radii.x[i] + radii.y[i] * radii.y[i]));
    length += quarter - radii.x[i] - radii.y[i];
  }
  return length;
}

/// Dashes or dots that come out even around a box.
void set_even_dashes(const Border& border, float length, ContentStream& content) {
  const bool dashed = border.styles[top] == LineStyle::dashed;
  if (!dashed && border.styles[top] != LineStyle::dotted) return content.dash(0, 0);
  const float on = border.widths[top] * (dashed ? 3.0F : 1.0F);
  const float off = border.widths[top] * (dashed ? 2.0F : 1.0F);
  const float scale = length / (std::fmax(1.0F, std::round(length / (on + off))) * (on + off));
  content.dash(on * scale, off * scale);
}

void paint_uniform(const Border& border, ContentStream& content) {
  if (border.styles[top] == LineStyle::double_) {
    paint_ring(border, 0, 1.0F / 3, content);
    return paint_ring(border, 2.0F / 3, 1, content);
  }
  if (!has_one_width(border)) return paint_ring(border, 0, 1, content);
  const auto half = part_of(border.widths, 0.5F);
  const auto box = shrunk(border.box, half);
  const auto radii = shrunk(border.radii, half);
  content.stroke_color(border.colors[top]);
  content.line_width(border.widths[top]);
  set_even_dashes(border, length_around(box, radii), content);
  content.rounded_rectangle(box, radii);
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

/// A box inside the border, with its corners.
struct RoundedBox {
  Rect box;
  Radii radii;
};

RoundedBox inside(const Border& border, float part) {
  const auto by = part_of(border.widths, part);
  return {shrunk(border.box, by), shrunk(border.radii, by)};
}

/// Where the curve of a corner meets the sides before and after it, clockwise.
struct Curve {
  Point before, corner, after;
};

Curve curve_at(const RoundedBox& rounded, std::size_t corner) {
  const Point at = corners_of(rounded.box)[corner];
  const float across = rounded.radii.x[corner] * (corner == 0 || corner == 3 ? 1.0F : -1.0F);
  const float along = rounded.radii.y[corner] * (corner < 2 ? 1.0F : -1.0F);
  const Point level{at.x + across, at.y};
  const Point upright{at.x, at.y + along};
  return corner % 2 == 0 ? Curve{upright, at, level} : Curve{level, at, upright};
}

/// The line along a side with the curves at both of its ends, clockwise.
void side_line(const RoundedBox& rounded, std::size_t side, ContentStream& content) {
  const auto first = curve_at(rounded, side);
  const auto last = curve_at(rounded, (side + 1) % 4);
  content.move_to(first.before.x, first.before.y);
  content.corner(first.before, first.corner, first.after);
  content.line_to(last.before.x, last.before.y);
  content.corner(last.before, last.corner, last.after);
}

/// A side with the curves at its ends, from part to part of its thickness.
void fill_rounded_side(const Border& border, std::size_t side, float from, float to, ContentStream& content) {
  const auto inner = inside(border, to);
  const auto first = curve_at(inner, side);
  const auto last = curve_at(inner, (side + 1) % 4);
  side_line(inside(border, from), side, content);
  content.line_to(last.after.x, last.after.y);
  content.corner(last.after, last.corner, last.before);
  content.line_to(first.after.x, first.after.y);
  content.corner(first.after, first.corner, first.before);
  content.paint("h f");
}

/// One side, from part to part of its thickness.
void fill_side(const Border& border, std::size_t side, float from, float to, ContentStream& content) {
  if (border.radii != Radii{}) return fill_rounded_side(border, side, from, to, content);
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

void stroke_rounded_side(const Border& border, std::size_t side, ContentStream& content) {
  const float width = border.widths[side];
  const bool dashed = border.styles[side] == LineStyle::dashed;
  content.stroke_color(border.colors[side]);
  content.line_width(width);
  content.dash(dashed ? width * 3 : width, dashed ? width * 2 : width);
  side_line(inside(border, 0.5F), side, content);
  content.paint("S");
}

void paint_side(const Border& border, std::size_t side, ContentStream& content) {
  const bool upper = side == top || side == left;
  switch (border.styles[side]) {
    case LineStyle::dashed:
    case LineStyle::dotted:
      if (border.radii != Radii{}) return stroke_rounded_side(border, side, content);
      return paint_stroke(middle_of(border, side), content);
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

/// Whether two sides meet in a corner where a line must part them: none does where the neighbour is not there, as where a
/// break cut the box, nor between sides of one colour.
bool is_parted(const Border& border, std::size_t side, std::size_t neighbour) {
  if (border.widths[neighbour] <= 0) return false;
  return !(border.colors[side] == border.colors[neighbour]) || border.styles[side] != border.styles[neighbour] ||
         border.colors[side].alpha < 255;
}

/// Cuts what follows to a side. The lines that part it from its neighbours run from the corners through those of the padding
/// box, as far as the box goes, for the curves reach far in.
void clip_to_side(const Border& border, std::size_t side, ContentStream& content) {
  const std::size_t before = (side + 3) % 4;
  const std::size_t after = (side + 1) % 4;
  std::array<float, 4> deep{};
  if (is_parted(border, side, before)) deep[before] = border.widths[before];
  if (is_parted(border, side, after)) deep[after] = border.widths[after];
  const float ends = deep[before] + deep[after];
  if (ends <= 0) return;
  const bool level = side == top || side == bottom;
  const float along = level ? border.box.width : border.box.height;
  const float across = level ? border.box.height : border.box.width;
  deep[side] = border.widths[side];
  deep = part_of(deep, std::fmin(across / border.widths[side], along / ends));
  side_path(side, border.box, shrunk(border.box, deep), content);
  content.paint("h W n");
}

void paint_rounded_sides(const Border& border, ContentStream& content) {
  for (std::size_t side = 0; side < 4; ++side) {
    if (!is_shown(border, side)) continue;
    content.save();
    clip_to_side(border, side, content);
    paint_side(border, side, content);
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

}  // namespace sats
