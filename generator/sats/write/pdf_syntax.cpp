#include "sats/write/pdf_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sats/text/utf8_step.h"

namespace sats {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";
constexpr std::array<std::int64_t, 6> kPowers{1, 10, 100, 1000, 10'000, 100'000};
/// Coordinates beyond this are cut: readers keep 32-bit numbers, and no paper is larger.
constexpr double kLargest = 2'000'000;

void append_scaled(std::string& out, std::int64_t scaled, int decimals) {
  if (scaled < 0) {
    out += '-';
    scaled = -scaled;
  }
  const std::int64_t power = kPowers[static_cast<std::size_t>(decimals)];
  const std::int64_t whole = scaled / power;
  std::int64_t rest = scaled % power;
  if (whole != 0 || rest == 0) append_integer(out, whole);
  if (rest == 0) return;
  std::array<char, 6> digits{};
  for (int i = decimals - 1; i >= 0; --i, rest /= 10)
    digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + rest % 10);
  auto count = static_cast<std::size_t>(decimals);
  while (digits[count - 1] == '0') --count;
  out += '.';
  out.append(digits.data(), count);
}

void append_hex(std::string& out, unsigned value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += kHexDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

template <typename Use>
void for_utf16(std::string_view utf8, Use use) {
  for (std::uint32_t at = 0; at < utf8.size();) {
    const char32_t letter = next_code_point(utf8, at);
    if (letter < 0x10000) {
      use(static_cast<unsigned>(letter));
      continue;
    }
    use(0xD7C0U + (static_cast<unsigned>(letter) >> 10U));
    use(0xDC00U + (static_cast<unsigned>(letter) & 0x3FFU));
  }
}

}  // namespace

void append_number(std::string& out, double value, int decimals) {
  if (!std::isfinite(value)) value = 0;
  value = std::clamp(value, -kLargest, kLargest);
  append_scaled(out, std::llround(value * static_cast<double>(kPowers[static_cast<std::size_t>(decimals)])), decimals);
}

void append_hundredths(std::string& out, std::int64_t hundredths) { append_scaled(out, hundredths, 2); }

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name) {
    const bool plain = c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
    if (plain) {
      out += c;
      continue;
    }
    out += '#';
    append_hex(out, static_cast<unsigned char>(c), 2);
  }
}

void append_reference(std::string& out, ObjectId object) {
  append_integer(out, object);
  out += " 0 R";
}

void append_bytes(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) {
    switch (c) {
      case '(':
      case ')':
      case '\\':
        out += '\\';
        out += c;
        break;
      case '\r': out += "\\r"; break;
      default: out += c;
    }
  }
  out += ')';
}

void append_text(std::string& out, std::string_view utf8) {
  const bool ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; });
  if (ascii) return append_bytes(out, utf8);
  std::string wide = "\xFE\xFF";
  for_utf16(utf8, [&](unsigned unit) {
    wide += static_cast<char>(unit >> 8U);
    wide += static_cast<char>(unit & 0xFFU);
  });
  append_bytes(out, wide);
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for_utf16(utf8, [&](unsigned unit) { append_hex(out, unit, 4); });
}

}  // namespace sats
