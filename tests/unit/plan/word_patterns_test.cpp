#include "plan/word_patterns.h"

#include <doctest/doctest.h>

#include "plan/min_plan/tables.h"

namespace {

bool finds(const char* pattern, const char* text) {
  plan::WordPatterns patterns;
  patterns.add(plan::word_pattern(pattern));
  CHECK(patterns.occur_in(text) == plan::occurs_in(plan::word_pattern(pattern), text));
  return patterns.occur_in(text);
}

TEST_CASE("a star shows where a word may go on") {
  CHECK(finds("sorg", "din sorg."));
  CHECK(finds("sorg", "sorgs"));
  CHECK_FALSE(finds("sorg", "sorgen"));
  CHECK_FALSE(finds("sorg", "omsorg"));
  CHECK(finds("gravid*", "du er gravide"));
  CHECK_FALSE(finds("gravid*", "ugravid"));
  CHECK(finds("*laege", "speciallaege, laege"));
  CHECK_FALSE(finds("*laege", "laegen"));
  CHECK(finds("*gigt*", "slidgigten"));
  CHECK(finds("for meget", "du drikker for meget"));
  CHECK_FALSE(finds("for meget", "for megetsigende"));
}

TEST_CASE("letters of a pattern are compared as texts are: small, and those of ASCII for æ, ø and å") {
  CHECK(finds("*Kræft*", "brystkraeften"));
}

TEST_CASE("a pattern of nothing is found nowhere") {
  for (const char* pattern : {"", "*", "**"}) CHECK_FALSE(finds(pattern, "en tekst"));
}

TEST_CASE("every entry of the list about health is a word with stars at its ends only") {
  for (const auto& written : plan::min_plan::tables().ordliste("helbredForAkasse")) {
    CAPTURE(written);
    const auto pattern = plan::word_pattern(written);
    CHECK_FALSE(pattern.word.empty());
    CHECK(pattern.word.find('*') == std::string::npos);
    CHECK(plan::occurs_in(pattern, pattern.word));
  }
}

}  // namespace
