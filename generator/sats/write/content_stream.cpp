#include "sats/write/content_stream.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace sats {
namespace {

/// How far the handles of a curve reach so that four of them are a circle.
constexpr float kCircle = 0.5523F;
/// Tangent of 12 degrees, the slant of a face that has no italics.
constexpr double kSlant = 0.2126;

std::int64_t hundredths(float value) { return std::llround(static_cast<double>(value) * 100); }

}  // namespace

void ContentStream::leave_text() {
  if (!in_text_) return;
  if (in_mark_ && mark_began_in_text_) end_mark();
  out_ += "ET\n";
  in_text_ = false;
}

void ContentStream::save() {
  leave_text();
  out_ += "q\n";
  saved_.push_back(state_);
}

void ContentStream::restore() {
  if (saved_.empty()) return;
  leave_text();
  out_ += "Q\n";
  state_ = std::move(saved_.back());
  saved_.pop_back();
}

void ContentStream::transform(const Transform& matrix) {
  leave_text();
  // Turned into y-upwards space: F M F with F(y) = height - y.
  const auto height = static_cast<double>(height_);
  const double values[] = {static_cast<double>(matrix.a),
                           -static_cast<double>(matrix.b),
                           -static_cast<double>(matrix.c),
                           static_cast<double>(matrix.d),
                           static_cast<double>(matrix.c) * height + static_cast<double>(matrix.e),
                           height - static_cast<double>(matrix.d) * height - static_cast<double>(matrix.f)};
  for (const double value : values) {
    append_number(out_, value, 5);
    out_ += ' ';
  }
  out_ += "cm\n";
}

void ContentStream::color_operands(Color color) {
  const auto part = [this](std::uint8_t value) {
    append_number(out_, value / 255.0, 3);
    out_ += ' ';
  };
  part(color.red);
  if (color.red == color.green && color.green == color.blue) return;
  part(color.green);
  part(color.blue);
}

void ContentStream::use_alpha(std::uint8_t alpha) {
  const auto both = static_cast<std::uint8_t>(std::lround(static_cast<float>(alpha) * opacity_));
  if (state_.alpha == both) return;
  state_.alpha = both;
  if (std::find(alphas_.begin(), alphas_.end(), both) == alphas_.end()) alphas_.push_back(both);
  out_ += "/G";
  append_integer(out_, both);
  out_ += " gs\n";
}

void ContentStream::use_color(Color color, Color& current, std::string_view gray, std::string_view rgb) {
  use_alpha(color.alpha);
  color.alpha = 255;
  if (current == color) return;
  current = color;
  color_operands(color);
  out_ += color.red == color.green && color.green == color.blue ? gray : rgb;
}

void ContentStream::fill_color(Color color) { use_color(color, state_.fill, "g\n", "rg\n"); }

void ContentStream::stroke_color(Color color) { use_color(color, state_.stroke, "G\n", "RG\n"); }

void ContentStream::line_width(float width) {
  if (state_.line_width == width) return;
  state_.line_width = width;
  append_number(out_, static_cast<double>(width));
  out_ += " w\n";
}

void ContentStream::dash(float on, float off) {
  if (state_.dash_on == on && state_.dash_off == off) return;
  state_.dash_on = on;
  state_.dash_off = off;
  out_ += '[';
  if (on > 0 || off > 0) append_numbers(out_, on, off);
  out_ += "]0 d\n";
}

void ContentStream::opacity(float alpha) { opacity_ = alpha; }

void ContentStream::point(float x, float y) {
  append_hundredths(out_, hundredths(x));
  out_ += ' ';
  append_hundredths(out_, hundredths(height_ - y));
  out_ += ' ';
}

void ContentStream::rectangle(const Rect& box) {
  leave_text();
  const std::int64_t left = hundredths(box.x);
  const std::int64_t bottom = hundredths(height_ - box.y - box.height);
  append_hundredths(out_, left);
  out_ += ' ';
  append_hundredths(out_, bottom);
  out_ += ' ';
  append_hundredths(out_, hundredths(box.x + box.width) - left);
  out_ += ' ';
  append_hundredths(out_, hundredths(height_ - box.y) - bottom);
  out_ += " re\n";
}

void ContentStream::move_to(float x, float y) {
  leave_text();
  point(x, y);
  out_ += "m\n";
}

void ContentStream::line_to(float x, float y) {
  point(x, y);
  out_ += "l\n";
}

void ContentStream::curve_to(Point a, Point b, Point to) {
  point(a.x, a.y);
  point(b.x, b.y);
  point(to.x, to.y);
  out_ += "c\n";
}

void ContentStream::corner(Point from, Point by, Point to) {
  if (from.x == to.x && from.y == to.y) return;
  curve_to({from.x + (by.x - from.x) * kCircle, from.y + (by.y - from.y) * kCircle},
           {to.x + (by.x - to.x) * kCircle, to.y + (by.y - to.y) * kCircle}, to);
}

void ContentStream::rounded_rectangle(const Rect& box, const Radii& radii) {
  if (radii == Radii{}) return rectangle(box);
  const float right = box.x + box.width;
  const float bottom = box.y + box.height;
  const auto& rx = radii.x;
  const auto& ry = radii.y;
  move_to(box.x + rx[0], box.y);
  line_to(right - rx[1], box.y);
  corner({right - rx[1], box.y}, {right, box.y}, {right, box.y + ry[1]});
  line_to(right, bottom - ry[2]);
  corner({right, bottom - ry[2]}, {right, bottom}, {right - rx[2], bottom});
  line_to(box.x + rx[3], bottom);
  corner({box.x + rx[3], bottom}, {box.x, bottom}, {box.x, bottom - ry[3]});
  line_to(box.x, box.y + ry[0]);
  corner({box.x, box.y + ry[0]}, {box.x, box.y}, {box.x + rx[0], box.y});
  out_ += "h\n";
}

void ContentStream::ellipse(const Rect& box) {
  Radii radii;
  radii.x.fill(box.width / 2);
  radii.y.fill(box.height / 2);
  rounded_rectangle(box, radii);
}

void ContentStream::paint(std::string_view operators) {
  out_ += operators;
  out_ += '\n';
}

void ContentStream::draw_object(std::string_view name, const Rect& box) { draw_form(name, box, 1, 1); }

void ContentStream::draw_form(std::string_view name, const Rect& box, float width, float height) {
  leave_text();
  use_alpha(255);
  out_ += "q ";
  append_number(out_, static_cast<double>(box.width / width), 5);
  out_ += " 0 0 ";
  append_number(out_, static_cast<double>(box.height / height), 5);
  out_ += ' ';
  point(box.x, box.y + box.height);
  out_ += "cm/";
  out_ += name;
  out_ += " Do Q\n";
}

void ContentStream::draw_turned(std::string_view name, const Rect& box, int orientation) {
  // Rows of a, b, c, d as signs of width and height, then where the origin goes, for orientations 1 to 8.
  struct Turn {
    int a, b, c, d, right, up;
  };
  constexpr Turn kTurns[] = {{1, 0, 0, 1, 0, 0},   {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
                             {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0},   {0, 1, -1, 0, 1, 0}};
  const Turn& turn = kTurns[static_cast<std::size_t>(std::clamp(orientation, 1, 8) - 1)];
  const auto signed_part = [](int sign, float length) { return static_cast<float>(sign) * length; };
  leave_text();
  use_alpha(255);
  out_ += "q ";
  append_numbers(out_, signed_part(turn.a, box.width), signed_part(turn.b, box.height), signed_part(turn.c, box.width),
                 signed_part(turn.d, box.height), box.x + signed_part(turn.right, box.width),
                 height_ - box.y - box.height + signed_part(turn.up, box.height));
  out_ += "cm/";
  out_ += name;
  out_ += " Do Q\n";
}

void ContentStream::paint_shading(std::string_view name, const Rect& box, const Radii& radii) {
  leave_text();
  use_alpha(255);
  out_ += "q\n";
  rounded_rectangle(box, radii);
  out_ += "W n/";
  out_ += name;
  out_ += " sh Q\n";
}

void ContentStream::begin_mark(std::string_view tag, std::string_view properties) {
  mark_began_in_text_ = in_text_;
  in_mark_ = true;
  out_ += '/';
  out_ += tag;
  out_ += properties;
  out_ += properties.empty() ? " BMC\n" : "BDC\n";
}

void ContentStream::end_mark() {
  if (!in_mark_) return;
  if (in_text_ && !mark_began_in_text_) {
    out_ += "ET\n";
    in_text_ = false;
  }
  out_ += "EMC\n";
  in_mark_ = false;
}

void ContentStream::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  slanted_ = false;
  line_x_ = 0;
  line_y_ = 0;
}

void ContentStream::font(std::string_view name, float size) {
  if (state_.font == name && state_.font_size == size) return;
  state_.font = name;
  state_.font_size = size;
  out_ += '/';
  out_ += name;
  out_ += ' ';
  append_number(out_, static_cast<double>(size));
  out_ += " Tf\n";
}

void ContentStream::text_position(float x, float y, bool slanted) {
  const std::int64_t new_x = hundredths(x);
  const std::int64_t new_y = hundredths(height_ - y);
  if (slanted || slanted_) {
    out_ += "1 0 ";
    append_number(out_, slanted ? kSlant : 0, 4);
    out_ += " 1 ";
    append_hundredths(out_, new_x);
    out_ += ' ';
    append_hundredths(out_, new_y);
    out_ += " Tm\n";
  } else {
    append_hundredths(out_, new_x - line_x_);
    out_ += ' ';
    append_hundredths(out_, new_y - line_y_);
    out_ += " Td\n";
  }
  slanted_ = slanted;
  line_x_ = new_x;
  line_y_ = new_y;
}

void ContentStream::text_outline(float width, Color color) {
  if (state_.outline == width && width == 0) return;
  if (width > 0) {
    stroke_color(color);
    line_width(width);
  }
  if ((state_.outline > 0) != (width > 0)) out_ += width > 0 ? "2 Tr\n" : "0 Tr\n";
  state_.outline = width;
}

void ContentStream::begin_span(std::string_view properties) {
  out_ += "/Span";
  out_ += properties;
  out_ += "BDC\n";
}

void ContentStream::end_span() { out_ += "EMC\n"; }

std::string ContentStream::finish() {
  end_mark();
  leave_text();
  while (!saved_.empty()) restore();
  return std::move(out_);
}

}  // namespace sats
