#include <cmath>

#include "sats/write/content_stream.h"

namespace sats {
namespace {

/// Tangent of 12 degrees, the slant of a face that has no italics.
constexpr double kSlant = 0.2126;

}  // namespace

void ContentStream::leave_text() {
  if (!in_text_) return;
  if (in_mark_ && mark_began_in_text_) end_mark();
  out_ += "ET\n";
  in_text_ = false;
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

void ContentStream::text_position(float x, float y, Slope slope) {
  const std::int64_t new_x = hundredths(x);
  const std::int64_t new_y = hundredths(height_ - y);
  const bool slanted = slope == Slope::slanted;
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

}  // namespace sats
