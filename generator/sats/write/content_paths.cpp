#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sats/write/content_stream.h"

namespace sats {
namespace {

/// How far the handles of a curve reach so that four of them are a circle.
constexpr float kCircle = 0.5523F;

}  // namespace

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

}  // namespace sats
