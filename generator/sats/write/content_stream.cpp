#include "sats/write/content_stream.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sats {

void ContentStream::save() {
  leave_text();
  out_ += "q\n";
  saved_.push_back(state_);
  deepest_ = std::max(deepest_, saved_.size());
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

void ContentStream::paint(std::string_view operators) {
  out_ += operators;
  out_ += '\n';
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
