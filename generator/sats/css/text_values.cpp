#include "sats/css/value_parsers.h"

namespace sats::css {

const std::string_view kListStyleWords =
    "disc circle square dash decimal decimal-leading-zero lower-alpha upper-alpha lower-roman upper-roman lower-greek none "
    "string "
    "lower-latin=lower-alpha upper-latin=upper-alpha";

namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (seed ^ 0xFFU) * 0x100000001B3ULL;
}

}  // namespace

bool parse_font_family(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  FamilyList list;
  list.key = 0xCBF29CE484222325ULL;
  do {
    std::string_view name;
    if (in.peek().is(TokenKind::string)) {
      name = in.next().text;
    } else {
      std::string joined;
      while (in.peek().is(TokenKind::ident)) joined += (joined.empty() ? "" : " ") + std::string(in.next().text);
      name = pool.texts.emplace_back(std::move(joined));
    }
    if (name.empty()) return false;
    list.key = hash_of(name, list.key);
    list.names.push_back(name);
  } while (in.take(TokenKind::comma));
  point_to(out, &pool.families.emplace_back(std::move(list)));
  return true;
}

std::string_view read_address(Cursor& in) {
  const Token token = in.next();
  if (token.is(TokenKind::url)) return token.text;
  return token.is_function("url") ? Cursor(in.arguments()).next().text : std::string_view{};
}

bool parse_picture(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("none")) {
    point_to(out, nullptr);
    return true;
  }
  const auto address = read_address(in);
  if (address.empty()) return false;
  point_to(out, &pool.strings.emplace_back(StringValue{address}));
  return true;
}

bool parse_string_or_none(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("none")) {
    point_to(out, nullptr);
    return true;
  }
  if (!in.peek().is(TokenKind::string)) return false;
  point_to(out, &pool.strings.emplace_back(StringValue{in.next().text}));
  return true;
}

bool parse_page_name(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (!in.peek().is(TokenKind::ident)) return false;
  const auto name = in.next().text;
  if (equals_ignoring_case(name, "auto"))
    out.kind = Value::Kind::inherit;
  else
    point_to(out, &pool.strings.emplace_back(StringValue{name}));
  return true;
}

bool parse_list_style_type(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  if (!in.peek().is(TokenKind::string)) return parse_keyword(in, row, pool, out);
  point_to(out, &pool.strings.emplace_back(StringValue{in.next().text}));
  return true;
}

bool parse_quotes(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("auto")) {
    point_to(out, nullptr);
    return true;
  }
  QuoteList list;
  if (!in.take_word("none")) {
    while (in.peek().is(TokenKind::string)) {
      const auto open = in.next().text;
      if (!in.peek().is(TokenKind::string)) return false;
      list.pairs.emplace_back(open, in.next().text);
    }
    if (list.pairs.empty()) return false;
  }
  point_to(out, &pool.quotes.emplace_back(std::move(list)));
  return true;
}

}  // namespace sats::css
