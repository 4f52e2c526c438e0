#include "base/readable_address.h"

#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"

namespace base {

namespace {

unsigned value_of(char hex) {
  if (is_digit(hex)) return static_cast<unsigned>(hex - '0');
  return static_cast<unsigned>((hex | 0x20) - 'a') + 10;
}

/// The byte that `%C3` at the start of a text stands for.
std::optional<char> encoded_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%' || !is_hex_digit(text[1]) || !is_hex_digit(text[2])) return std::nullopt;
  return static_cast<char>(value_of(text[1]) * 16 + value_of(text[2]));
}

/// Letters of Latin-1 and Latin Extended-A and -B, without the signs × and ÷ among them.
bool is_latin_letter(char32_t letter) { return letter >= 0xC0 && letter <= 0x24F && letter != 0xD7 && letter != 0xF7; }

}  // namespace

std::string readable_address(std::string_view url) {
  std::string readable;
  while (!url.empty()) {
    const auto first = encoded_byte(url);
    const auto second = first ? encoded_byte(url.substr(3)) : std::nullopt;
    const std::string letter = second ? std::string{*first, *second} : std::string();
    const bool is_letter = second && first_code_point(letter).bytes == 2 && is_latin_letter(first_code_point(letter).value);
    if (is_letter) {
      readable += letter;
    } else {
      readable += url.front();
    }
    url.remove_prefix(is_letter ? 6 : 1);
  }
  return readable;
}

}  // namespace base
