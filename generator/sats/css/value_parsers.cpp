#include "sats/css/value_parsers.h"

#include <array>
#include <cmath>

namespace sats::css {

namespace {

/// Points in one of each absolute unit (css-values-3 §6.2; a pixel is 1/96 inch).
struct UnitRow {
  std::string_view name;
  float LengthSum::*field;
  float factor;
};
constexpr std::array kUnits = std::to_array<UnitRow>({
    {"px", &LengthSum::points, 0.75F},
    {"pt", &LengthSum::points, 1},
    {"mm", &LengthSum::points, 72 / 25.4F},
    {"cm", &LengthSum::points, 72 / 2.54F},
    {"in", &LengthSum::points, 72},
    {"pc", &LengthSum::points, 12},
    {"q", &LengthSum::points, 18 / 25.4F},
    {"em", &LengthSum::em, 1},
    {"rem", &LengthSum::rem, 1},
    {"ex", &LengthSum::ex, 1},
    {"ch", &LengthSum::ch, 1},
    {"vw", &LengthSum::page_width, 0.01F},
    {"vh", &LengthSum::page_height, 0.01F},
});

/// No sheet of paper is longer than this in any unit; larger numbers are cut to it so that sums stay finite.
constexpr float kLongest = 1e6F;

float bounded(double value) { return static_cast<float>(std::clamp(value, -double{kLongest}, double{kLongest})); }

constexpr std::array kSumFields = {&LengthSum::points, &LengthSum::percent,    &LengthSum::em,
                                   &LengthSum::rem,    &LengthSum::ex,         &LengthSum::ch,
                                   &LengthSum::number, &LengthSum::page_width, &LengthSum::page_height};

void add_scaled(LengthSum& sum, const LengthSum& other, float factor) {
  for (auto field : kSumFields) sum.*field = bounded(double{sum.*field} + double{other.*field} * factor);
}

bool is_plain_number(const LengthSum& sum) {
  for (auto field : kSumFields) {
    if (field != &LengthSum::number && sum.*field != 0) return false;
  }
  return true;
}

std::optional<LengthSum> read_unit(const Token& token) {
  LengthSum sum;
  if (token.is(TokenKind::number)) {
    sum.number = bounded(token.number);
    return sum;
  }
  if (token.is(TokenKind::percentage)) {
    sum.percent = bounded(token.number / 100);
    return sum;
  }
  if (!token.is(TokenKind::dimension)) return std::nullopt;
  for (const auto& unit : kUnits) {
    if (!equals_ignoring_case(token.text, unit.name)) continue;
    sum.*unit.field = bounded(token.number * unit.factor);
    return sum;
  }
  return std::nullopt;
}

/// calc() by recursive descent; nesting is bounded because each level takes a token and the depth is counted.
class CalcReader {
 public:
  explicit CalcReader(Tokens tokens, int depth) : in_(tokens), depth_(depth) {}

  std::optional<LengthSum> read() {
    auto sum = product();
    while (sum && !in_.done()) {
      const bool plus = in_.take_delim('+');
      if (!plus && !in_.take_delim('-')) return std::nullopt;
      const auto right = product();
      if (!right) return std::nullopt;
      add_scaled(*sum, *right, plus ? 1.0F : -1.0F);
    }
    return sum;
  }

 private:
  std::optional<LengthSum> product() {
    auto left = term();
    while (left && (in_.peek().is_delim('*') || in_.peek().is_delim('/'))) {
      const bool times = in_.next().is_delim('*');
      const auto right = term();
      if (!right) return std::nullopt;
      if (times && is_plain_number(*left))
        left = scaled(*right, left->number);
      else if (times && is_plain_number(*right))
        left = scaled(*left, right->number);
      else if (!times && is_plain_number(*right) && right->number != 0)
        left = scaled(*left, 1 / right->number);
      else
        return std::nullopt;
    }
    return left;
  }

  static LengthSum scaled(const LengthSum& sum, float factor) {
    LengthSum result;
    add_scaled(result, sum, factor);
    return result;
  }

  std::optional<LengthSum> term() {
    const Token token = in_.next();
    if (token.is(TokenKind::open_paren) || token.is_function("calc")) {
      if (depth_ > 30) return std::nullopt;
      return CalcReader(in_.arguments(), depth_ + 1).read();
    }
    return read_unit(token);
  }

  Cursor in_;
  int depth_;
};

/// Stores a sum as the smallest value that holds it.
void store_sum(const LengthSum& sum, ValuePool& pool, Value& out) {
  struct Single {
    float LengthSum::*field;
    Value::Unit unit;
  };
  static constexpr std::array kSingles = std::to_array<Single>({{&LengthSum::points, Value::Unit::points},
                                                                {&LengthSum::percent, Value::Unit::percent},
                                                                {&LengthSum::em, Value::Unit::em},
                                                                {&LengthSum::rem, Value::Unit::rem}});
  int used = 0;
  for (auto field : kSumFields) used += sum.*field != 0 ? 1 : 0;
  out.kind = Value::Kind::length;
  out.number = 0;
  if (used == 0) return;
  for (const auto& single : kSingles) {
    if (used > 1 || sum.*single.field == 0) continue;
    out.unit = single.unit;
    out.number = sum.*single.field;
    return;
  }
  out.kind = Value::Kind::sum;
  out.pointer = &pool.sums.emplace_back(sum);
}

struct LengthWord {
  std::string_view word;
  std::uint8_t bit;
  Length::Kind kind;
};
constexpr std::array kLengthWords = std::to_array<LengthWord>({{"auto", accepts_auto, Length::Kind::automatic},
                                                               {"none", accepts_none, Length::Kind::none},
                                                               {"normal", accepts_normal, Length::Kind::normal}});

}  // namespace

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

std::optional<LengthSum> read_length_sum(Cursor& in) {
  const Token token = in.peek();
  if (token.is_function("calc")) {
    in.next();
    return CalcReader(in.arguments(), 0).read();
  }
  auto sum = read_unit(token);
  if (sum) in.next();
  return sum;
}

bool parse_length(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  for (const auto& word : kLengthWords) {
    if ((row.accepts & word.bit) == 0 || !in.take_word(word.word)) continue;
    out.kind = Value::Kind::keyword;
    out.keyword = static_cast<std::uint8_t>(word.kind);
    return true;
  }
  const auto sum = read_length_sum(in);
  if (!sum) return false;
  if (sum->number != 0) {
    if ((row.accepts & accepts_number) == 0 || !is_plain_number(*sum)) return false;
    out.kind = Value::Kind::number;
    out.number = sum->number;
    return sum->number >= 0;
  }
  if (sum->percent != 0 && (row.accepts & accepts_percent) == 0) return false;
  store_sum(*sum, pool, out);
  return (row.accepts & accepts_negative) != 0 || out.kind == Value::Kind::sum || out.number >= 0;
}

bool parse_number(Cursor& in, const Property& row, ValuePool& /*pool*/, Value& out) {
  if ((row.accepts & accepts_auto) != 0 && in.take_word("auto")) {
    out.kind = Value::Kind::initial;
    return true;
  }
  if ((row.accepts & accepts_none) != 0 && in.take_word("none")) {
    out.kind = Value::Kind::number;
    out.number = 0;
    return true;
  }
  const auto sum = read_length_sum(in);
  if (!sum) return false;
  out.kind = Value::Kind::number;
  out.number = (row.accepts & accepts_percent) != 0 && sum->percent != 0 ? sum->percent : sum->number;
  if (sum->percent == 0 && !is_plain_number(*sum)) return false;
  return (row.accepts & accepts_negative) != 0 || out.number >= 0;
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

bool parse_border_width(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  struct Row {
    std::string_view word;
    float points;
  };
  static constexpr std::array kRows = std::to_array<Row>({{"thin", 0.75F}, {"medium", 2.25F}, {"thick", 3.75F}});
  for (const auto& named : kRows) {
    if (!in.take_word(named.word)) continue;
    out.kind = Value::Kind::length;
    out.number = named.points;
    return true;
  }
  return parse_length(in, row, pool, out);
}

bool parse_font_size(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  struct Row {
    std::string_view word;
    float value;
    Value::Unit unit;
  };
  static constexpr std::array kRows = std::to_array<Row>({{"xx-small", 6.75F, Value::Unit::points},
                                                          {"x-small", 7.5F, Value::Unit::points},
                                                          {"small", 9.75F, Value::Unit::points},
                                                          {"medium", 12, Value::Unit::points},
                                                          {"large", 13.5F, Value::Unit::points},
                                                          {"x-large", 18, Value::Unit::points},
                                                          {"xx-large", 24, Value::Unit::points},
                                                          {"smaller", 1 / 1.2F, Value::Unit::em},
                                                          {"larger", 1.2F, Value::Unit::em}});
  for (const auto& named : kRows) {
    if (!in.take_word(named.word)) continue;
    out.kind = Value::Kind::length;
    out.number = named.value;
    out.unit = named.unit;
    return true;
  }
  return parse_length(in, row, pool, out);
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
