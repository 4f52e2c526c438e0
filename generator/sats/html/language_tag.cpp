#include "sats/html/language_tag.h"

#include <algorithm>

#include "sats/text/white_space.h"

namespace sats::html {

bool is_language_tag(std::string_view text) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const bool figure = c >= '0' && c <= '9';
    if ((!letter && (first || !figure)) || ++length > 8) return false;
  }
  return length > 0;
}

std::string mended_language_tag(std::string_view text) {
  std::string tag = squeezed(text);
  std::ranges::replace(tag, '_', '-');
  return is_language_tag(tag) ? tag : std::string();
}

}  // namespace sats::html
