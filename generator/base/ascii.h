#pragma once

namespace base {

/// A digit, in every locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A hexadecimal digit, in every locale.
constexpr bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

}  // namespace base
