#include <algorithm>
#include <array>
#include <numbers>

#include "sats/css/value_parsers.h"

namespace sats::css {

namespace {

/// A gradient with more stops than this is no picture for people.
constexpr std::size_t kMostStops = 64;

struct AngleUnit {
  std::string_view name;
  double degrees;
};
constexpr std::array kAngleUnits =
    std::to_array<AngleUnit>({{"deg", 1}, {"grad", 0.9}, {"rad", 180 / std::numbers::pi}, {"turn", 360}});

bool read_angle(Cursor& in, LinearGradient& gradient) {
  const Token& token = in.peek();
  if (!token.is(TokenKind::dimension)) return false;
  const auto* unit = std::ranges::find_if(
      kAngleUnits, [&token](const AngleUnit& row) { return equals_ignoring_case(token.text, row.name); });
  if (unit == kAngleUnits.end()) return false;
  gradient.degrees = static_cast<float>(std::clamp(in.next().number * unit->degrees, -1e6, 1e6));
  return true;
}

/// `to right`, `to bottom left`.
bool read_side(Cursor& in, LinearGradient& gradient) {
  if (!in.take_word("to")) return false;
  signed char x = 0;
  signed char y = 0;
  for (int i = 0; i < 2 && in.peek().is(TokenKind::ident); ++i) {
    if (x == 0 && in.take_word("left"))
      x = -1;
    else if (x == 0 && in.take_word("right"))
      x = 1;
    else if (y == 0 && in.take_word("top"))
      y = -1;
    else if (y == 0 && in.take_word("bottom"))
      y = 1;
  }
  if (x != 0 && y != 0) {
    gradient.corner_x = x;
    gradient.corner_y = y;
  } else {
    gradient.degrees = x > 0 ? 90.0F : x < 0 ? 270.0F : y < 0 ? 0.0F : 180.0F;
  }
  return x != 0 || y != 0;
}

/// A place along the line; font-relative units are not taken there.
bool read_stop_place(Cursor& in, GradientStop& stop) {
  const auto sum = read_length_sum(in);
  if (!sum || sum->em != 0 || sum->rem != 0 || sum->ex != 0 || sum->ch != 0 || sum->number != 0) return false;
  stop.place = Length{sum->points, sum->percent};
  return true;
}

/// `colour`, `colour place` or `colour place place`.
bool read_stop(Cursor& in, std::vector<GradientStop>& stops) {
  const auto colour = read_colour(in);
  if (!colour) return false;
  GradientStop stop{*colour, std::nullopt};
  if (!in.done() && !in.peek().is(TokenKind::comma) && !read_stop_place(in, stop)) return false;
  stops.push_back(stop);
  if (in.done() || in.peek().is(TokenKind::comma)) return true;
  if (!read_stop_place(in, stop)) return false;
  stops.push_back(stop);
  return true;
}

std::optional<LinearGradient> read_linear_gradient(Cursor in) {
  LinearGradient gradient;
  const bool has_line = read_angle(in, gradient) || read_side(in, gradient);
  if (has_line && !in.take(TokenKind::comma)) return std::nullopt;
  do {
    if (!read_stop(in, gradient.stops)) return std::nullopt;
  } while (in.take(TokenKind::comma));
  if (!in.done() || gradient.stops.size() < 2 || gradient.stops.size() > kMostStops) return std::nullopt;
  return gradient;
}

}  // namespace

bool parse_background_picture(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("none")) {
    point_to(out, nullptr);
    return true;
  }
  BackgroundPicture picture;
  if (in.peek().is_function("linear-gradient")) {
    in.next();
    picture.gradient = read_linear_gradient(Cursor(in.arguments()));
    if (!picture.gradient) return false;
  } else {
    picture.address = read_address(in);
    if (picture.address.empty()) return false;
  }
  point_to(out, &pool.background_pictures.emplace_back(std::move(picture)));
  return true;
}

}  // namespace sats::css
