#include "plan/audience_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plan {

namespace {

/// What ids and addresses write for a Danish letter, and for the letters that other keyboards have in its place.
struct Ascii {
  std::string_view letter;
  std::string_view ascii;
};
constexpr std::array<Ascii, 10> kAscii{{{"æ", "ae"},
                                        {"ø", "oe"},
                                        {"å", "aa"},
                                        {"Æ", "Ae"},
                                        {"Ø", "Oe"},
                                        {"Å", "Aa"},
                                        {"ä", "ae"},
                                        {"ö", "oe"},
                                        {"Ä", "Ae"},
                                        {"Ö", "Oe"}}};

std::string in_ascii(std::string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool is_first_byte = text[at] == '\xC3';  // of every letter of the table
    const auto* const row = is_first_byte ? std::ranges::find(kAscii, text.substr(at, 2), &Ascii::letter) : kAscii.end();
    ascii += row == kAscii.end() ? text.substr(at, 1) : row->ascii;
    at += row == kAscii.end() ? 1 : row->letter.size();
  }
  return ascii;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// `hjælpe-middel` and, parted at the end of a line, `hjælpe- middel` are one word.
std::string hyphens_joined(std::string_view text) {
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t next = i + 1 < text.size() && text[i + 1] == ' ' ? i + 2 : i + 1;
    const bool is_joint = text[i] == '-' && i > 0 && is_letter(text[i - 1]) && next < text.size() && is_letter(text[next]);
    if (is_joint) {
      i = next - 1;
    } else {
      joined += text[i];
    }
  }
  return joined;
}

std::string words_apart(std::string_view text) {
  std::string apart;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_sign = !is_letter(c) && !is_digit;
    const bool begins_word = is_capital(c) && !apart.empty() && is_small(apart.back());
    if ((is_sign || begins_word) && !apart.empty() && apart.back() != ' ') apart += ' ';
    if (!is_sign) apart += c;
  }
  if (apart.ends_with(' ')) apart.pop_back();
  return apart;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

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

bool mentions(std::string_view text, std::string_view name) {
  const auto joins = [&](std::size_t at) { return at < text.size() && is_letter(text[at]); };
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    std::size_t end = at + name.size();
    if (end < text.size() && text[end] == 's') ++end;
    if ((at == 0 || !joins(at - 1)) && !joins(end)) return true;
  }
  return false;
}

std::vector<std::string> spellings(std::string_view text) {
  std::string ascii = in_ascii(text);
  std::string joined = hyphens_joined(ascii);
  std::string apart = words_apart(ascii);
  std::vector<std::string> all{std::move(ascii)};
  for (std::string* other : {&joined, &apart}) {
    if (*other != all.front()) all.push_back(std::move(*other));
  }
  return all;
}

bool is_like_id(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && !is_capital(c); });
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
