#include "plan/audience_words.h"

#include <algorithm>
#include <utility>

namespace plan {

namespace {

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const bool latin =
        i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if ((byte >= 'A' && byte <= 'Z') || latin) out[i] = static_cast<char>(byte + 0x20);
  }
  return out;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& stems) {
  const auto begins_word = [&](const std::string& stem) {
    for (std::size_t at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1)) {
      if (at == 0 || !is_letter(text[at - 1])) return true;
    }
    return false;
  };
  return std::ranges::any_of(stems, begins_word);
}

bool mentions(std::string_view text, std::string_view name) {
  const auto joins = [&](std::size_t at) { return at < text.size() && is_letter(text[at]); };
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    std::size_t end = at + name.size();
    if (end < text.size() && text[end] == 's') ++end;
    if ((at == 0 || !joins(at - 1)) && !joins(end)) return true;
  }
  return false;
}

std::string words_of_address(std::string_view address) {
  std::string words;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const int high = c == '%' && i + 2 < address.size() ? hex_digit(address[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(address[i + 2]) : -1;
    if (low >= 0) {
      words += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      words += c == '+' || c == '-' || c == '_' ? ' ' : c;
    }
  }
  return words;
}

}  // namespace plan
