#include <array>
#include <string>
#include <unordered_map>

#include "sats/css/value_parsers.h"

namespace sats::css {

namespace {

const std::unordered_map<std::string_view, PropertyId>& ids() {
  static const auto table = [] {
    std::unordered_map<std::string_view, PropertyId> ids;
    for (std::size_t i = 0; i < properties().size(); ++i) ids.emplace(properties()[i].name, static_cast<PropertyId>(i));
    return ids;
  }();
  return table;
}

/// What a shorthand reads from and writes to.
struct Shorthand {
  Cursor& in;
  ValuePool& pool;
  const DeclarationSink& sink;

  /// Reads the next value for a longhand; the cursor stays where it was when it is not one.
  bool try_read(std::string_view name, Value& value) const {
    const auto start = in.position();
    const auto& row = properties()[ids().at(name)];
    if (row.parse(in, row, pool, value)) return true;
    in.go_back(start);
    return false;
  }
  void set(std::string_view name, const Value& value) const { sink(ids().at(name), value); }
};

using ExpandShorthand = bool (*)(const Shorthand&, std::span<const std::string_view>);

/// One to four values for top, right, bottom and left.
bool expand_sides(const Shorthand& of, std::span<const std::string_view> longhands) {
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

/// Values for the longhands in any order, each at most once; what is not said becomes initial.
bool expand_any_order(const Shorthand& of, std::span<const std::string_view> longhands) {
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

/// width, style and colour in any order, for one side or several: the longhands come as triples.
bool expand_border(const Shorthand& of, std::span<const std::string_view> longhands) {
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

/// Two values, the second defaulting to the first.
bool expand_pair(const Shorthand& of, std::span<const std::string_view> longhands) {
  std::array<Value, 2> values;
  if (!of.try_read(longhands[0], values[0])) return false;
  if (of.in.done() || !of.try_read(longhands[1], values[1])) values[1] = values[0];
  of.set(longhands[0], values[0]);
  of.set(longhands[1], values[1]);
  return true;
}

/// The same reader under another name.
bool expand_alias(const Shorthand& of, std::span<const std::string_view> longhands) {
  Value value;
  if (!of.try_read(longhands[0], value)) return false;
  of.set(longhands[0], value);
  return true;
}

bool expand_flex(const Shorthand& of, std::span<const std::string_view> longhands) {
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

/// `style variant weight size/line-height family`.
bool expand_font(const Shorthand& of, std::span<const std::string_view> longhands) {
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

bool expand_background_position(const Shorthand& of, std::span<const std::string_view> longhands);
bool expand_background_size(const Shorthand& of, std::span<const std::string_view> longhands);

bool expand_background(const Shorthand& of, std::span<const std::string_view> /*longhands*/) {
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

bool expand_background_position(const Shorthand& of, std::span<const std::string_view> longhands) {
  std::array<Value, 2> place;
  if (!read_background_place(of, place)) return false;
  of.set(longhands[0], place[0]);
  of.set(longhands[1], place[1]);
  return true;
}

bool expand_background_size(const Shorthand& of, std::span<const std::string_view> longhands) {
  std::array<Value, 2> size;
  if (!read_background_size(of, size)) return false;
  of.set(longhands[0], size[0]);
  of.set(longhands[1], size[1]);
  return true;
}

struct ShorthandRow {
  std::string_view name;
  ExpandShorthand expand;
  std::vector<std::string_view> longhands;
};

const std::vector<ShorthandRow>& shorthands() {
  static const std::vector<ShorthandRow> rows{
      {"margin", expand_sides, {"margin-top", "margin-right", "margin-bottom", "margin-left"}},
      {"padding", expand_sides, {"padding-top", "padding-right", "padding-bottom", "padding-left"}},
      {"inset", expand_sides, {"top", "right", "bottom", "left"}},
      {"border-width", expand_sides, {"border-top-width", "border-right-width", "border-bottom-width", "border-left-width"}},
      {"border-style", expand_sides, {"border-top-style", "border-right-style", "border-bottom-style", "border-left-style"}},
      {"border-color", expand_sides, {"border-top-color", "border-right-color", "border-bottom-color", "border-left-color"}},
      {"border-radius",
       expand_sides,
       {"border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius"}},
      {"border-top", expand_border, {"border-top-width", "border-top-style", "border-top-color"}},
      {"border-right", expand_border, {"border-right-width", "border-right-style", "border-right-color"}},
      {"border-bottom", expand_border, {"border-bottom-width", "border-bottom-style", "border-bottom-color"}},
      {"border-left", expand_border, {"border-left-width", "border-left-style", "border-left-color"}},
      {"border",
       expand_border,
       {"border-top-width", "border-top-style", "border-top-color", "border-right-width", "border-right-style",
        "border-right-color", "border-bottom-width", "border-bottom-style", "border-bottom-color", "border-left-width",
        "border-left-style", "border-left-color"}},
      {"column-rule", expand_border, {"column-rule-width", "column-rule-style", "column-rule-color"}},
      {"columns", expand_any_order, {"column-width", "column-count"}},
      {"gap", expand_pair, {"row-gap", "column-gap"}},
      {"border-spacing", expand_pair, {"-sats-border-spacing-x", "-sats-border-spacing-y"}},
      {"list-style", expand_any_order, {"list-style-position", "list-style-type", "list-style-image"}},
      {"text-decoration",
       expand_any_order,
       {"text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"}},
      {"flex-flow", expand_any_order, {"flex-direction", "flex-wrap"}},
      {"flex", expand_flex, {"flex-grow", "flex-shrink", "flex-basis"}},
      {"font", expand_font, {"font-style", "font-variant-caps", "font-weight"}},
      {"font-variant",
       expand_any_order,
       {"font-variant-caps", "font-variant-numeric", "font-variant-position", "font-variant-ligatures"}},
      {"background", expand_background, {}},
      {"background-position", expand_background_position, {"-sats-background-x", "-sats-background-y"}},
      {"background-size", expand_background_size, {"-sats-background-width", "-sats-background-height"}},
      {"page-break-before", expand_alias, {"break-before"}},
      {"page-break-after", expand_alias, {"break-after"}},
      {"page-break-inside", expand_alias, {"break-inside"}},
      {"word-wrap", expand_alias, {"overflow-wrap"}},
  };
  return rows;
}

bool has_var(Tokens tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) { return token.is_function("var"); });
}

/// A row by name. Longhands come before shorthands.
const ShorthandRow* find_shorthand(std::string_view name) {
  const auto found = std::ranges::find(shorthands(), name, &ShorthandRow::name);
  return found == shorthands().end() ? nullptr : &*found;
}

std::span<const std::string_view> longhands_of(const ShorthandRow& row) {
  static const std::vector<std::string_view> background{
      "background-color",   "background-image",       "background-repeat",      "-sats-background-x",
      "-sats-background-y", "-sats-background-width", "-sats-background-height"};
  static const std::vector<std::string_view> font{"font-style", "font-variant-caps", "font-weight",
                                                  "font-size",  "line-height",       "font-family"};
  if (row.name == "background") return background;
  if (row.name == "font") return font;
  return row.longhands;
}

ParseOutcome parse_shorthand(const ShorthandRow& row, Tokens value, ValuePool& pool, const DeclarationSink& sink) {
  Cursor in(value);
  Value global;
  if (parse_global_keyword(in, global) && in.done()) {
    for (const auto longhand : longhands_of(row)) sink(ids().at(longhand), global);
    return ParseOutcome::fine;
  }
  // Values are held back until the whole is known to be right.
  std::vector<std::pair<PropertyId, Value>> read;
  const DeclarationSink hold = [&read](PropertyId id, const Value& one) { read.emplace_back(id, one); };
  if (!row.expand({in, pool, hold}, row.longhands) || !in.done()) return ParseOutcome::bad_value;
  for (const auto& [id, one] : read) sink(id, one);
  return ParseOutcome::fine;
}

}  // namespace

std::vector<std::string_view> shorthand_names() {
  std::vector<std::string_view> names;
  for (const auto& row : shorthands()) names.push_back(row.name);
  return names;
}

const std::vector<std::string>& property_names() {
  static const auto names = [] {
    std::vector<std::string> all;
    for (const auto& row : properties()) all.emplace_back(row.name);
    for (const auto& row : shorthands()) all.emplace_back(row.name);
    return all;
  }();
  return names;
}

ParseOutcome parse_declaration(std::string_view name, Tokens value, ValuePool& pool, const DeclarationSink& sink) {
  const auto longhand = ids().find(name);
  const auto* shorthand = longhand == ids().end() ? find_shorthand(name) : nullptr;
  if (longhand == ids().end() && shorthand == nullptr) return ParseOutcome::unknown_property;
  value = trimmed(value);
  if (has_var(value)) {
    auto& pending = pool.pending.emplace_back(PendingValue{pool.texts.emplace_back(name), {value.begin(), value.end()}});
    const auto first = shorthand == nullptr ? longhand->second : ids().at(longhands_of(*shorthand).front());
    sink(first, {.kind = Value::Kind::pending, .pointer = &pending});
    return ParseOutcome::fine;
  }
  if (shorthand != nullptr) return parse_shorthand(*shorthand, value, pool, sink);
  Cursor in(value);
  Value read;
  const auto& row = properties()[longhand->second];
  if ((!parse_global_keyword(in, read) && !row.parse(in, row, pool, read)) || !in.done()) return ParseOutcome::bad_value;
  sink(longhand->second, read);
  return ParseOutcome::fine;
}

}  // namespace sats::css
