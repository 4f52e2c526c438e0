#include "sats/css/value_parsers.h"

#include <array>

namespace sats::css {

std::optional<std::uint8_t> keyword_index(std::string_view words, std::string_view word) {
  std::uint8_t index = 0;
  for (auto rest = words; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto entry = rest.substr(0, end);
    const auto equals = entry.find('=');
    if (equals == std::string_view::npos && equals_ignoring_case(word, entry)) return index;
    if (equals == std::string_view::npos)
      ++index;
    else if (equals_ignoring_case(word, entry.substr(0, equals)))
      return keyword_index(words, entry.substr(equals + 1));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

bool parse_global_keyword(Cursor& in, Value& out) {
  struct Row {
    std::string_view word;
    Value::Kind kind;
  };
  static constexpr std::array kRows = std::to_array<Row>({{"inherit", Value::Kind::inherit},
                                                          {"initial", Value::Kind::initial},
                                                          {"unset", Value::Kind::unset},
                                                          {"revert", Value::Kind::unset}});
  for (const auto& row : kRows) {
    if (!in.peek().is_word(row.word)) continue;
    in.next();
    out.kind = row.kind;
    return true;
  }
  return false;
}

bool parse_keyword(Cursor& in, const Property& row, ValuePool& /*pool*/, Value& out) {
  if (!in.peek().is(TokenKind::ident)) return false;
  const auto index = keyword_index(row.words, in.peek().text);
  if (!index) return false;
  in.next();
  out.kind = Value::Kind::keyword;
  out.keyword = *index;
  return true;
}

bool parse_keyword_or_length(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  return parse_keyword(in, row, pool, out) || parse_length(in, row, pool, out);
}

bool parse_font_weight(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  if (parse_keyword(in, row, pool, out)) return true;
  return parse_number(in, row, pool, out) && out.number >= 1 && out.number <= 1000;
}

bool parse_decoration_line(Cursor& in, const Property& /*row*/, ValuePool& /*pool*/, Value& out) {
  static constexpr std::array<std::string_view, 3> kWords{"underline", "overline", "line-through"};
  out.kind = Value::Kind::keyword;
  out.keyword = 0;
  if (in.take_word("none")) return true;
  bool more = true;
  while (more) {
    more = false;
    for (std::size_t i = 0; i < kWords.size(); ++i) {
      if (!in.take_word(kWords[i])) continue;
      out.keyword = static_cast<std::uint8_t>(out.keyword | 1U << i);
      more = true;
    }
  }
  return out.keyword != 0;
}

}  // namespace sats::css
