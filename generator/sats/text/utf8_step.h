#pragma once

#include <cstdint>
#include <string_view>

namespace sats {

/// The code point at an offset, which is moved behind it. Bytes that are no UTF-8 give U+FFFD one at a time.
inline char32_t next_code_point(std::string_view text, std::uint32_t& at) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const unsigned length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
    ++at;
    return 0xFFFD;
  }
  char32_t letter = lead & (0x7FU >> length);
  for (unsigned i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80) {
      ++at;
      return 0xFFFD;
    }
    letter = (letter << 6U) | (byte(at + i) & 0x3FU);
  }
  at += length;
  return letter;
}

}  // namespace sats
