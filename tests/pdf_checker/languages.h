#pragma once

#include <cctype>
#include <string_view>

namespace pdf_checker {

/// Whether a text has the form of a language tag (RFC 5646): letters, then parts of letters and figures of at most eight.
inline bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    if ((first ? std::isalpha(byte) : std::isalnum(byte)) == 0 || ++length > 8) return false;
  }
  return length > 0;
}

}  // namespace pdf_checker
