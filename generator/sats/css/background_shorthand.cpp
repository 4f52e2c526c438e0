#include <array>

#include "sats/css/shorthand.h"

namespace sats::css {

namespace {

bool read_background_place(const Shorthand& of, std::array<Value, 2>& place) {
  std::size_t count = 0;
  bool swapped = false;
  while (count < 2) {
    const Token& token = of.in.peek();
    Value value{.kind = Value::Kind::length, .unit = Value::Unit::percent};
    const bool vertical = token.is_word("top") || token.is_word("bottom");
    if (token.is_word("center"))
      value.number = 0.5F;
    else if (token.is_word("right") || token.is_word("bottom"))
      value.number = 1;
    else if (!token.is_word("left") && !token.is_word("top")) {
      if (!of.try_read("margin-left", value)) break;
      place[count++] = value;
      continue;
    }
    of.in.next();
    swapped = swapped || (vertical && count == 0);
    place[count++] = value;
  }
  if (count == 1) place[1] = {.kind = Value::Kind::length, .unit = Value::Unit::percent, .number = 0.5F};
  if (swapped) std::swap(place[0], place[1]);
  return count > 0;
}

bool read_background_size(const Shorthand& of, std::array<Value, 2>& size) {
  const auto word = [](Length::Kind kind) {
    return Value{.kind = Value::Kind::keyword, .keyword = static_cast<std::uint8_t>(kind)};
  };
  // `contain` and `cover` are kept as words of Length: none and normal.
  if (of.in.take_word("contain")) return size[0] = size[1] = word(Length::Kind::none), true;
  if (of.in.take_word("cover")) return size[0] = size[1] = word(Length::Kind::normal), true;
  if (!of.try_read("width", size[0])) return false;
  if (!of.try_read("width", size[1])) size[1] = word(Length::Kind::automatic);
  return true;
}

}  // namespace

bool expand_background(const Shorthand& of, Longhands /*longhands*/) {
  Value colour, picture, repeat;
  std::array<Value, 2> place, size;
  if (of.in.take_word("none") && of.in.done()) picture.kind = Value::Kind::initial;
  while (!of.in.done()) {
    if (of.try_read("background-color", colour) || of.try_read("background-repeat", repeat)) continue;
    if (of.try_read("background-image", picture)) continue;
    if (!read_background_place(of, place)) return false;
    if (of.in.take_delim('/') && !read_background_size(of, size)) return false;
  }
  of.set("background-color", colour);
  of.set("background-image", picture);
  of.set("background-repeat", repeat);
  of.set("-sats-background-x", place[0]);
  of.set("-sats-background-y", place[1]);
  of.set("-sats-background-width", size[0]);
  of.set("-sats-background-height", size[1]);
  return true;
}

bool expand_background_position(const Shorthand& of, Longhands longhands) {
  std::array<Value, 2> place;
  if (!read_background_place(of, place)) return false;
  of.set(longhands[0], place[0]);
  of.set(longhands[1], place[1]);
  return true;
}

bool expand_background_size(const Shorthand& of, Longhands longhands) {
  std::array<Value, 2> size;
  if (!read_background_size(of, size)) return false;
  of.set(longhands[0], size[0]);
  of.set(longhands[1], size[1]);
  return true;
}

}  // namespace sats::css
