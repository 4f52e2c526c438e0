#include "sats/css/shorthand.h"

namespace sats::css {

bool expand_flex(const Shorthand& of, Longhands longhands) {
  Value grow{.kind = Value::Kind::number, .number = 1};
  Value shrink{.kind = Value::Kind::number, .number = 1};
  Value basis{.kind = Value::Kind::length, .number = 0};
  const Value automatic{.kind = Value::Kind::keyword, .keyword = static_cast<std::uint8_t>(Length::Kind::automatic)};
  if (of.in.take_word("none")) {
    grow.number = 0;
    shrink.number = 0;
    basis = automatic;
  } else if (of.in.take_word("auto")) {
    basis = automatic;
  } else {
    if (of.try_read(longhands[0], grow)) of.try_read(longhands[1], shrink);
    if (!of.in.done() && !of.try_read(longhands[2], basis)) return false;
  }
  of.set(longhands[0], grow);
  of.set(longhands[1], shrink);
  of.set(longhands[2], basis);
  return true;
}

}  // namespace sats::css
