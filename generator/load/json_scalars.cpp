#include "load/json_scalars.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/ascii.h"

namespace load {

namespace {

TextRange range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The code unit of `\uXXXX` at an offset, or nothing when the four digits are not there.
std::optional<unsigned> code_unit(std::string_view token, std::size_t at) {
  const auto digits = token.substr(std::min(at, token.size())).substr(0, 6);
  if (digits.size() < 6 || !digits.starts_with("\\u") || !std::all_of(digits.begin() + 2, digits.end(), base::is_hex_digit))
    return std::nullopt;
  return static_cast<unsigned>(std::strtoul(std::string(digits.substr(2)).c_str(), nullptr, 16));
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// How many bytes the escape at an offset takes, or 0 when it is none.
std::size_t escape_length(std::string_view token, std::size_t at) {
  constexpr std::string_view kSimple = "\"\\/bfnrt";
  if (kSimple.find(token[at + 1]) != std::string_view::npos) return 2;
  const auto unit = code_unit(token, at);
  if (!unit || is_low_surrogate(*unit)) return 0;
  if (!is_high_surrogate(*unit)) return 6;
  const auto second = code_unit(token, at + 6);
  return second && is_low_surrogate(*second) ? 12 : 0;
}

/// The offset after the digits at an offset.
std::size_t skip_digits(std::string_view token, std::size_t at) {
  while (at < token.size() && base::is_digit(token[at])) ++at;
  return at;
}

/// How much of a token reads as a JSON number (RFC 8259 section 6).
std::size_t number_length(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const bool zero_first = at < token.size() && token[at] == '0';
  const auto whole = zero_first ? at + 1 : skip_digits(token, at);
  if (whole == at) return at;
  at = whole;
  if (at < token.size() && token[at] == '.') {
    const auto fraction = skip_digits(token, at + 1);
    if (fraction == at + 1) return at;
    at = fraction;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    const bool has_sign = at + 1 < token.size() && (token[at + 1] == '+' || token[at + 1] == '-');
    const auto digits = at + (has_sign ? 2 : 1);
    const auto exponent = skip_digits(token, digits);
    if (exponent == digits) return at;
    at = exponent;
  }
  return at;
}

}  // namespace

std::optional<ScalarFault> fault_in_string(std::string_view token) {
  for (std::size_t at = 1; at + 1 < token.size();) {
    if (static_cast<unsigned char>(token[at]) < 0x20) return ScalarFault{"json.syntaks.styretegn", range(at, at + 1)};
    const auto length = token[at] == '\\' ? escape_length(token, at) : 1;
    const bool is_code = length == 0 && token[at + 1] == 'u';
    if (is_code) return ScalarFault{"json.syntaks.ukendt-tegnkode", range(at, std::min(at + 6, token.size() - 1))};
    if (length == 0) return ScalarFault{"json.syntaks.ukendt-escape", range(at, at + 2)};
    at += length;
  }
  return std::nullopt;
}

std::optional<ScalarFault> fault_in_number(std::string_view token) {
  if (number_length(token) != token.size()) return ScalarFault{"json.syntaks.ugyldigt-tal", range(0, token.size())};
  if (std::isinf(std::strtod(std::string(token).c_str(), nullptr))) {
    return ScalarFault{"json.syntaks.tal-for-stort", range(0, token.size())};
  }
  return std::nullopt;
}

std::optional<ScalarFault> fault_in_word(std::string_view token) {
  if (token == "true" || token == "false" || token == "null") return std::nullopt;
  return ScalarFault{"json.syntaks.ukendt-ord", range(0, token.size())};
}

}  // namespace load
