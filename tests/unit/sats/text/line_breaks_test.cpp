#include "sats/text/line_breaks.h"

#include <doctest/doctest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "sats/text/latin_breaks.h"

namespace {

using sats::BreakKind;
using sats::BreakOpportunity;

/// The text with its breaks shown: `|` allowed, `‖` mandatory, `~` soft hyphen.
std::string with_breaks(std::string_view text, std::string_view language) {
  std::vector<BreakOpportunity> breaks;
  sats::find_breaks(text, language, breaks);
  std::string shown;
  std::size_t at = 0;
  for (const BreakOpportunity& one : breaks) {
    shown += text.substr(at, one.offset - at);
    shown += one.kind == BreakKind::mandatory ? "‖" : one.kind == BreakKind::soft_hyphen ? "~" : "|";
    at = one.offset;
  }
  return shown + std::string(text.substr(at));
}

std::vector<std::uint32_t> breaks_of_icu(const std::string& text, const char* language) {
  UErrorCode error = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &error);
  UBreakIterator* breaks = ubrk_open(UBRK_LINE, language, nullptr, 0, &error);
  ubrk_setUText(breaks, &source, &error);
  std::vector<std::uint32_t> found;
  for (std::int32_t at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
    if (at < static_cast<std::int32_t>(text.size())) found.push_back(static_cast<std::uint32_t>(at));
  }
  ubrk_close(breaks);
  utext_close(&source);
  return found;
}

std::string shown(const std::vector<std::uint32_t>& offsets) {
  std::string text;
  for (const std::uint32_t offset : offsets) text += std::to_string(offset) + ' ';
  return text;
}

std::vector<std::uint32_t> own_breaks(const std::string& text) {
  std::vector<BreakOpportunity> breaks;
  REQUIRE(sats::find_latin_breaks(text, breaks));
  std::vector<std::uint32_t> found;
  for (const BreakOpportunity& one : breaks) found.push_back(one.offset);
  return found;
}

}  // namespace

TEST_CASE("lines of Danish text end after spaces and hyphens") {
  CHECK(with_breaks("Anne skal i praktik.", "da") == "Anne |skal |i |praktik.");
  CHECK(with_breaks("e-mail til jobcenter-medarbejder", "da") == "e-|mail |til |jobcenter-|medarbejder");
  CHECK(with_breaks("kl. 9.30-12 (torsdag)!", "da") == "kl. |9.30-12 |(torsdag)!");
  CHECK(with_breaks("første linje\nanden", "da") == "første |linje\n‖anden");
  CHECK(with_breaks("gaffel\u00ADtruck", "da") == "gaffel\u00AD~truck");
  CHECK(with_breaks("10\u00A0kr.", "da") == "10\u00A0kr.");
}

TEST_CASE("other scripts are broken by ICU") {
  CHECK(with_breaks("日本語", "ja") == "日|本|語");
  CHECK(with_breaks("أحمد حسن", "ar") == "أحمد |حسن");
}

TEST_CASE("our own table breaks as ICU does") {
  constexpr std::array<std::string_view, 48> kSigns{"a", "b", "Æ", "ø",      "1",      "2",  "0", " ", " ",  " ", "-", "–",
                                                    "—", ".", ",", ":",      ";",      "!",  "?", "(", ")",  "[", "]", "{",
                                                    "}", "/", "%", "€",      "$",      "+",  "§", "°", "\"", "'", "’", "“",
                                                    "»", "«", "…", "\u00A0", "\u00AD", "\n", "&", "|", "•",  "α", "ж", "\t"};
  std::mt19937 random(7);
  for (const char* language : {"da", "en", "de", "nb"}) {
    for (int round = 0; round < 20'000; ++round) {
      std::string text;
      for (std::size_t length = 2 + random() % 10; length > 0; --length) text += kSigns[random() % kSigns.size()];
      const auto own = own_breaks(text);
      const auto icu = breaks_of_icu(text, language);
      if (own != icu) {
        CAPTURE(text);
        CHECK(shown(own) == shown(icu));
        return;
      }
    }
  }
}

TEST_CASE("characters as people see them") {
  std::vector<std::uint32_t> ends;
  sats::find_graphemes("abc", ends);
  CHECK(ends == std::vector<std::uint32_t>{1, 2, 3});
  ends.clear();
  sats::find_graphemes("e\u0301x", ends);
  CHECK(ends == std::vector<std::uint32_t>{3, 4});
}
