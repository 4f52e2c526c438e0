#include <array>

#include "sats/css/shorthand.h"

namespace sats::css {

bool expand_font(const Shorthand& of, Longhands longhands) {
  Value normal;
  std::array<Value, 3> before{normal, normal, normal};
  for (int i = 0; i < 3; ++i) {
    if (of.in.take_word("normal")) continue;
    const auto start = of.in.position();
    for (std::size_t j = 0; j < 3; ++j) {
      if (of.in.position() == start && of.in.peek().kind != TokenKind::dimension) (void)of.try_read(longhands[j], before[j]);
    }
  }
  Value size, height, family;
  height.kind = Value::Kind::keyword;  // Unsaid, it is normal; the field's own initial value is only the half of that.
  if (!of.try_read("font-size", size)) return false;
  if (of.in.take_delim('/') && !of.try_read("line-height", height)) return false;
  if (!of.try_read("font-family", family)) return false;
  for (std::size_t j = 0; j < 3; ++j) of.set(longhands[j], before[j]);
  of.set("font-size", size);
  of.set("line-height", height);
  of.set("font-family", family);
  return true;
}

}  // namespace sats::css
