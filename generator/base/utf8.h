#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace base {

/// The byte offset of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no surrogates), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// How many code points valid UTF-8 holds.
std::size_t code_point_count(std::string_view text);

/// At most `count` code points of valid UTF-8, beginning with the code point of index `start`.
std::string_view code_point_window(std::string_view text, std::size_t start, std::size_t count);

/// At most the last `count` code points of valid UTF-8; looks at no more than those.
std::string_view last_code_points(std::string_view text, std::size_t count);

/// A code point, and how many bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The code point that a text begins with, which is not empty; U+FFFD of one byte where it is no UTF-8.
CodePoint first_code_point(std::string_view text);

/// The text without a leading UTF-8 byte order mark.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace base
