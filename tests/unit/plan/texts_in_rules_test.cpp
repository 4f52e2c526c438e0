#include <doctest/doctest.h>

#include "plan/min_plan/rules/danish_dates_in_text.h"
#include "plan/min_plan/rules/words.h"

namespace mp = plan::min_plan;

TEST_CASE("dates are read from Danish text with the weekday before them") {
  const auto found =
      mp::dates_in("Ring fredag den 6. december 2019, eller mandag d. 9/12 2019; senest 24.12.2019 eller den 3. jan. 2020.");
  REQUIRE(found.size() == 4);
  CHECK(base::to_iso(found[0].date) == "2019-12-06");
  CHECK(found[0].weekday == 4U);
  CHECK(found[0].words == "fredag den 6. december 2019");
  CHECK(base::to_iso(found[1].date) == "2019-12-09");
  CHECK(found[1].weekday == 0U);
  CHECK(base::to_iso(found[2].date) == "2019-12-24");
  CHECK(!found[2].weekday);
  CHECK(base::to_iso(found[3].date) == "2020-01-03");
}

TEST_CASE("what only looks like a date is none") {
  for (const auto* text : {"31. februar 2019", "6. december", "version 1.2.3", "kl. 14:15", "tlf. 12.34.56.78", "9. 9999"}) {
    INFO(text);
    CHECK(mp::dates_in(text).empty());
  }
}

TEST_CASE("words are found at the beginning of a word, whatever the case") {
  CHECK(mp::first_word_of("Efter LOV OM noget", {"lov om"}) == "lov om");
  CHECK(mp::first_word_of("jeg beklager", {"klage"}) == std::nullopt);
  CHECK(mp::first_word_of("efter §63", {"§"}) == "§");
  CHECK(mp::first_word_of("AFGØRELSEN", {"afgørelse"}) == "afgørelse");
  CHECK(mp::first_word_of("søafgørelse", {"afgørelse"}) == std::nullopt);
}

TEST_CASE("words are found however they are written, and between quotation marks") {
  for (const auto* text : {"efter lov  om noget", "efter lov\nom noget", "efter lov\u00a0om noget", "lov \r\n om",
                           "l\u00adov om", "»lov om noget«", "“Lov om noget”", "ｌｏｖ ｏｍ", "lov\u2003om"}) {
    INFO(text);
    CHECK(mp::first_word_of(text, {"lov om"}) == "lov om");
  }
  CHECK(mp::first_word_of("afga\u030ar", {"afgår"}) == "afgår");
  CHECK(mp::first_word_of("se –§ 12", {"§"}) == "§");
  CHECK(mp::first_word_of("udlov om", {"lov om"}) == std::nullopt);
  CHECK(mp::first_word_of("noget", {""}) == std::nullopt);
}

TEST_CASE("titles are the same whatever their case and outer blanks") {
  CHECK(mp::same_words(" ÆBLEPLUKKER", "æbleplukker"));
  CHECK(mp::same_words("Æble\u00adplukker\u00a0", "æbleplukker"));
  CHECK(mp::is_only("\u00a0i\u00a0gang.\u200b", {"i gang"}));
  CHECK(!mp::same_words("smed", "smedje"));
  CHECK(mp::is_only("I gang.", {"i gang"}));
  CHECK(mp::word_count("Du lærer at svejse.") == 4);
}
