#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pdf {

// Signs and words of CSS (CSS Syntax Level 3 §4.2), as they are read and as they are written so that nothing in them can
// end a style element.

inline bool is_css_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
inline bool is_css_digit(char c) { return c >= '0' && c <= '9'; }
bool is_css_name_char(char c);

/// The value of a hexadecimal digit, or -1.
int hex_value(char c);

/// A code point as UTF-8; one that is none becomes U+FFFD.
void append_utf8(std::string& out, std::uint32_t c);

/// A string in quotes, and a name, with what is dangerous or not allowed in them escaped.
void append_css_string(std::string& out, std::string_view value);
void append_css_name(std::string& out, std::string_view name);

/// ASCII letters in lower case.
std::string css_lower(std::string_view text);

}  // namespace pdf
