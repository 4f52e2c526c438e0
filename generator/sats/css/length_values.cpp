#include <array>

#include "sats/css/value_parsers.h"

namespace sats::css {

namespace {

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
  const int used = count_units(sum);
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

bool parse_line_height(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  if (!in.take_word("-sats-flat")) return parse_length(in, row, pool, out);
  out.kind = Value::Kind::keyword;
  out.keyword = kFlatLines;
  return true;
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

}  // namespace sats::css
