#include "sats/text/composed.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <cstdint>

namespace sats {

std::u32string composed(std::u32string_view letters) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* form = unorm2_getNFCInstance(&error);
  std::u16string wide(letters.size() * 2, u'\0');
  std::u16string joined(letters.size() * 6, u'\0');  // No letter grows to more than three in this form.
  std::u32string out(letters.size() * 3, U'\0');
  static_assert(sizeof(UChar32) == sizeof(char32_t));
  std::int32_t size = 0;
  u_strFromUTF32(wide.data(), static_cast<std::int32_t>(wide.size()), &size,
                 reinterpret_cast<const UChar32*>(letters.data()), static_cast<std::int32_t>(letters.size()), &error);
  size = unorm2_normalize(form, wide.data(), size, joined.data(), static_cast<std::int32_t>(joined.size()), &error);
  std::int32_t count = 0;
  u_strToUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()), &count, joined.data(), size,
               &error);
  if (U_FAILURE(error) != 0) return std::u32string(letters);
  out.resize(static_cast<std::size_t>(count));
  return out;
}

}  // namespace sats
