#include "plan/as_read.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace plan {

namespace {

constexpr UChar32 kSectionSign = 0xA7;

/// The text itself where it cannot be composed; it is then judged as it is written.
std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* const nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::string made;
  icu::StringByteSink<std::string> sink(&made);
  if (U_SUCCESS(status)) {
    nfkc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  }
  return U_SUCCESS(status) ? made : std::string(text);
}

bool is_letter_or_digit(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0; }

/// What a code point is read as: itself, a hyphen, a blank, or nothing.
enum class Reading { itself, hyphen, blank, nothing };

Reading reading_of(UChar32 c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F ? Reading::blank : Reading::itself;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return Reading::nothing;
  if (u_hasBinaryProperty(c, UCHAR_DASH) != 0) return Reading::hyphen;
  return is_letter_or_digit(c) || c == kSectionSign ? Reading::itself : Reading::blank;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append(std::string& read, Reading reading, std::string_view code_point) {
  switch (reading) {
    case Reading::itself: read += code_point; break;
    case Reading::hyphen: read += '-'; break;
    case Reading::blank:
      if (!read.empty() && read.back() != ' ') read += ' ';
      break;
    case Reading::nothing: break;
  }
}

}  // namespace

std::string as_read(std::string_view text) {
  const std::string whole = is_plain(text) ? std::string(text) : composed(text);
  std::string read;
  read.reserve(whole.size());
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(whole.data());
  const auto size = static_cast<std::int32_t>(whole.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    append(read, reading_of(c),
           std::string_view(whole).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
  if (read.ends_with(' ')) read.pop_back();
  return read;
}

}  // namespace plan
