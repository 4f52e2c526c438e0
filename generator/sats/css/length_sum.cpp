#include <array>
#include <cmath>

#include "sats/css/value_parsers.h"

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

}  // namespace

int count_units(const LengthSum& sum) {
  return static_cast<int>(std::ranges::count_if(kSumFields, [&sum](auto field) { return sum.*field != 0; }));
}

bool is_plain_number(const LengthSum& sum) {
  for (auto field : kSumFields) {
    if (field != &LengthSum::number && sum.*field != 0) return false;
  }
  return true;
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

}  // namespace sats::css
