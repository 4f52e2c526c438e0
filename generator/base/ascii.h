#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace base {

/// A digit, in every locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A hexadecimal digit, in every locale.
constexpr bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// A text with A-Z as small letters, in every locale; the rest stays.
inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace base
