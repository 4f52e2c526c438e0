#include "sats/text/keep_all.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace sats {

namespace {

bool is_letter(UChar32 c) {
  switch (static_cast<ULineBreak>(u_getIntPropertyValue(c, UCHAR_LINE_BREAK))) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_H2:
    case U_LB_H3:
    case U_LB_HEBREW_LETTER:
    case U_LB_IDEOGRAPHIC:
    case U_LB_JL:
    case U_LB_JV:
    case U_LB_JT:
    case U_LB_NUMERIC: return true;
    default: return false;
  }
}

}  // namespace

bool parts_letters(std::string_view text, std::uint32_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto before = static_cast<std::int32_t>(offset);
  auto after = before;
  UChar32 left = 0;
  UChar32 right = 0;
  U8_PREV(bytes, 0, before, left);
  U8_NEXT(bytes, after, static_cast<std::int32_t>(text.size()), right);
  return left >= 0 && right >= 0 && is_letter(left) && is_letter(right);
}

}  // namespace sats
