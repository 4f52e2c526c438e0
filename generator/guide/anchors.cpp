#include "guide/anchors.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace guide {

std::string heading_slug(std::string_view text) {
  const auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString slug;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const auto c = letters.char32At(at);
    if (c == ' ' || c == '\n') {
      slug += u'-';
    } else if (c == '-' || c == '_' || u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) {
      slug += u_tolower(c);
    }
  }
  std::string utf8;
  return slug.toUTF8String(utf8);
}

std::string Anchors::unique(std::string_view text) {
  auto slug = heading_slug(text);
  if (slug.empty()) slug = "afsnit";
  auto& count = taken_.emplace(slug, 0).first->second;
  auto anchor = slug;
  if (count > 0) anchor = slug + "-" + std::to_string(count);
  while (anchor != slug && taken_.contains(anchor)) anchor = slug + "-" + std::to_string(++count);
  ++count;
  if (anchor != slug) taken_.emplace(anchor, 1);
  return anchor;
}

}  // namespace guide
