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

/// The text without a leading UTF-8 byte order mark.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace base
