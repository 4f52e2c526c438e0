#include <array>

#include "sats/css/shorthand.h"

namespace sats::css {

bool expand_sides(const Shorthand& of, Longhands longhands) {
  std::array<Value, 4> values;
  std::size_t count = 0;
  while (count < 4 && !of.in.done()) {
    if (!of.try_read(longhands[count], values[count])) return false;
    ++count;
  }
  if (count == 0) return false;
  if (count < 2) values[1] = values[0];
  if (count < 3) values[2] = values[0];
  if (count < 4) values[3] = values[1];
  for (std::size_t i = 0; i < 4; ++i) of.set(longhands[i], values[i]);
  return true;
}

bool expand_any_order(const Shorthand& of, Longhands longhands) {
  std::vector<Value> values(longhands.size());
  std::vector<bool> said(longhands.size());
  bool any = false;
  while (!of.in.done()) {
    bool found = false;
    for (std::size_t i = 0; i < longhands.size() && !found; ++i) {
      if (said[i]) continue;
      found = of.try_read(longhands[i], values[i]);
      said[i] = found;
    }
    if (!found) return false;
    any = true;
  }
  for (std::size_t i = 0; any && i < longhands.size(); ++i) of.set(longhands[i], values[i]);
  return any;
}

bool expand_border(const Shorthand& of, Longhands longhands) {
  std::array<Value, 3> values;
  const auto remember = [&](PropertyId id, const Value& value) {
    for (std::size_t i = 0; i < 3; ++i) {
      if (properties()[id].name == longhands[i]) values[i] = value;
    }
  };
  const DeclarationSink sink = remember;
  if (!expand_any_order({of.in, of.pool, sink}, longhands.first(3))) return false;
  for (std::size_t i = 0; i < longhands.size(); ++i) of.set(longhands[i], values[i % 3]);
  return true;
}

bool expand_pair(const Shorthand& of, Longhands longhands) {
  std::array<Value, 2> values;
  if (!of.try_read(longhands[0], values[0])) return false;
  if (of.in.done() || !of.try_read(longhands[1], values[1])) values[1] = values[0];
  of.set(longhands[0], values[0]);
  of.set(longhands[1], values[1]);
  return true;
}

bool expand_columns(const Shorthand& of, Longhands longhands) {
  std::array<Value, 2> values;
  std::array<bool, 2> said{};
  std::size_t parts = 0;
  for (; !of.in.done(); ++parts) {
    // `auto` may stand for either, so it says nothing about which of them the other value is.
    if (of.in.take_word("auto")) continue;
    std::size_t which = 0;
    while (which < 2 && (said[which] || !of.try_read(longhands[which], values[which]))) ++which;
    if (which == 2) return false;
    said[which] = true;
  }
  if (parts < 1 || parts > 2) return false;
  for (std::size_t i = 0; i < 2; ++i) of.set(longhands[i], values[i]);
  return true;
}

bool expand_alias(const Shorthand& of, Longhands longhands) {
  Value value;
  if (!of.try_read(longhands[0], value)) return false;
  of.set(longhands[0], value);
  return true;
}

}  // namespace sats::css
