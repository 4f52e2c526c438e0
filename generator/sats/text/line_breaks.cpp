#include "sats/text/line_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "sats/text/latin_breaks.h"

namespace sats {
namespace {

struct BreaksEnd {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
using Breaks = std::unique_ptr<UBreakIterator, BreaksEnd>;

/// An iterator for one thread, kept for the language it was made for because making one takes longer than a paragraph.
UBreakIterator* iterator_for(UBreakIteratorType type, std::string_view language) {
  struct Kept {
    std::string language;
    Breaks breaks;
  };
  thread_local std::array<Kept, 2> kept;
  Kept& mine = kept[type == UBRK_LINE ? 0 : 1];
  if (mine.breaks && mine.language == language) return mine.breaks.get();
  UErrorCode error = U_ZERO_ERROR;
  mine.language = language;
  mine.breaks.reset(ubrk_open(type, mine.language.c_str(), nullptr, 0, &error));
  if (U_FAILURE(error)) mine.breaks.reset();
  return mine.breaks.get();
}

/// Goes through the boundaries that ICU finds behind the start of a text.
template <typename Use>
void for_boundaries(UBreakIteratorType type, std::string_view language, std::string_view text, Use use) {
  UBreakIterator* breaks = iterator_for(type, language);
  if (breaks == nullptr) return;
  UErrorCode error = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &error);
  ubrk_setUText(breaks, &source, &error);
  if (U_SUCCESS(error)) {
    ubrk_first(breaks);
    for (std::int32_t at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
      use(static_cast<std::uint32_t>(at), ubrk_getRuleStatus(breaks));
    }
  }
  utext_close(&source);
}

/// Languages with line break rules of their own in ICU.
bool has_own_rules(std::string_view language) {
  constexpr std::array<std::string_view, 5> kLanguages{"ja", "zh", "ko", "fi", "sv"};
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::find(kLanguages.begin(), kLanguages.end(), primary) != kLanguages.end();
}

}  // namespace

void find_breaks(std::string_view paragraph, std::string_view language, std::vector<BreakOpportunity>& out) {
  if (!has_own_rules(language) && find_latin_breaks(paragraph, out)) return;
  for_boundaries(UBRK_LINE, language, paragraph, [&](std::uint32_t at, std::int32_t status) {
    if (at >= paragraph.size()) return;
    const bool hard = status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT;
    const bool soft_hyphen = at >= 2 && paragraph.substr(at - 2, 2) == "\xC2\xAD";
    out.push_back({at, hard ? BreakKind::mandatory : soft_hyphen ? BreakKind::soft_hyphen : BreakKind::allowed});
  });
}

void find_graphemes(std::string_view text, std::vector<std::uint32_t>& out) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    for (std::uint32_t at = 1; at <= text.size(); ++at) out.push_back(at);
    return;
  }
  for_boundaries(UBRK_CHARACTER, "", text, [&](std::uint32_t at, std::int32_t) { out.push_back(at); });
}

}  // namespace sats
