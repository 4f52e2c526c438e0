#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "sats/css/value_parsers.h"

namespace sats::css {

/// What a shorthand reads from and writes to.
struct Shorthand {
  Cursor& in;
  ValuePool& pool;
  const DeclarationSink& sink;

  /// Reads the next value for a longhand; the cursor stays where it was when it is not one.
  bool try_read(std::string_view name, Value& value) const;
  void set(std::string_view name, const Value& value) const;
};

/// The names of the longhands that a shorthand sets.
using Longhands = std::span<const std::string_view>;

/// Reads a shorthand's value and sets its longhands; false when the tokens are not its value.
using ExpandShorthand = bool (*)(const Shorthand&, Longhands);

struct ShorthandRow {
  std::string_view name;
  ExpandShorthand expand;
  std::vector<std::string_view> longhands;
};

/// All shorthands.
std::span<const ShorthandRow> shorthands();

/// One to four values for top, right, bottom and left.
bool expand_sides(const Shorthand& of, Longhands longhands);
/// Values for the longhands in any order, each at most once; what is not said becomes initial.
bool expand_any_order(const Shorthand& of, Longhands longhands);
/// Width, style and colour in any order, for one side or several: the longhands come as triples.
bool expand_border(const Shorthand& of, Longhands longhands);
/// Two values, the second defaulting to the first.
bool expand_pair(const Shorthand& of, Longhands longhands);
/// A width and a count in any order, `auto` for either.
bool expand_columns(const Shorthand& of, Longhands longhands);
/// The same reader under another name.
bool expand_alias(const Shorthand& of, Longhands longhands);
/// `none`, `auto`, or `grow shrink basis`.
bool expand_flex(const Shorthand& of, Longhands longhands);
/// `style variant weight size/line-height family`.
bool expand_font(const Shorthand& of, Longhands longhands);
/// Colour, picture, position / size and repeat, in any order.
bool expand_background(const Shorthand& of, Longhands longhands);
bool expand_background_position(const Shorthand& of, Longhands longhands);
bool expand_background_size(const Shorthand& of, Longhands longhands);

}  // namespace sats::css
