#include "base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace base {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Bytes of the sequence that a lead byte opens, 0 for a byte that opens none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

/// Table 3-7 of the Unicode standard: the second byte is narrower after E0, ED, F0 and F4.
bool second_byte_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second < 0xA0;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second < 0x90;
    default: return true;
  }
}

std::size_t valid_sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) return 0;
  const auto tail = text.substr(at + 1, length - 1);
  if (!std::all_of(tail.begin(), tail.end(), continues)) return 0;
  if (length > 1 && !second_byte_fits(lead, static_cast<unsigned char>(tail.front()))) return 0;
  return length;
}

std::size_t offset_of_code_point(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
  }
  return at;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto length = valid_sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t code_point_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::string_view code_point_window(std::string_view text, std::size_t start, std::size_t count) {
  text.remove_prefix(offset_of_code_point(text, start));
  return text.substr(0, offset_of_code_point(text, count));
}

std::string_view last_code_points(std::string_view text, std::size_t count) {
  auto begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    --begin;
    while (begin > 0 && continues(text[begin])) --begin;
  }
  return text.substr(begin);
}

CodePoint first_code_point(std::string_view text) {
  constexpr char32_t kUnknown = 0xFFFD;
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1};
  const auto length = valid_sequence_length(text, 0);
  if (length == 0) return {kUnknown, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (const char byte : text.substr(1, length - 1)) value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  return {value, length};
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

}  // namespace base
