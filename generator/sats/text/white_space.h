#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sats {

/// The characters that HTML and CSS let melt into one space (css-text-3 §4.1).
constexpr bool is_white_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Whether a space that keeps words apart begins here: one that words are spaced and lines justified by, also when no line
/// may end at it (css-text-3 §8.1).
constexpr bool is_word_separator(std::string_view text, std::size_t at) {
  return text[at] == ' ' || (text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0');
}

/// A text on one line: every stretch of white space is one space, and none is left at the ends.
inline std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_white_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace sats
