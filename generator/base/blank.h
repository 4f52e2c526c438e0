#pragma once

#include <string_view>

namespace base {

/// Whether a code point shows nothing: white space of every kind and width, and what nobody sees, such as the soft hyphen
/// (U+00AD), joiners (U+200B-U+200F), fillers (U+3164, U+2800), and control characters.
bool is_blank(char32_t code_point);

/// Whether a text has nothing that can be read.
bool is_blank(std::string_view text);

}  // namespace base
