#include <doctest/doctest.h>

#include <array>

#include "base/cpr.h"
#include "base/html.h"
#include "base/messages.h"
#include "base/printable.h"
#include "base/suggest.h"
#include "base/utf8.h"

TEST_CASE("invalid UTF-8 is found at its first byte") {
  CHECK(!base::first_invalid_utf8("blåbærgrød €𝄞"));
  CHECK(base::first_invalid_utf8("abc\xFF") == 3);
  CHECK(base::first_invalid_utf8("a\xC0\xAF") == 1);         // overlong
  CHECK(base::first_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(base::first_invalid_utf8("ab\xE2\x82") == 2);        // cut off
  CHECK(base::first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // above U+10FFFF
}

TEST_CASE("code points are counted and cut whole") {
  CHECK(base::code_point_count("æøå") == 3);
  CHECK(base::code_point_window("æøåab", 1, 3) == "øåa");
  CHECK(base::without_byte_order_mark("\xEF\xBB\xBFx") == "x");
}

TEST_CASE("the nearest known word is suggested only when it is near") {
  const std::array<std::string, 3> known{"jobmaal", "indsatser", "aftaler"};
  CHECK(base::nearest_word("jobmal", known) == "jobmaal");
  CHECK(base::nearest_word("indsaster", known) == "indsatser");
  CHECK(!base::nearest_word("kvittering", known));
  CHECK(!base::nearest_word("4", std::vector<std::string>{"1", "2"}));
  CHECK(base::edit_distance("ab", "ba") == 1);
}

TEST_CASE("escaping makes text safe for content and attributes") {
  CHECK(base::escape("<a href=\"x\" id='y'>&</a>").markup() == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
}

TEST_CASE("message places are filled by name and unknown ones stay") {
  CHECK(base::fill_in("{a} og {b} {", {{"a", "1"}}) == "1 og {b} {");
}

TEST_CASE("a count chooses its word") {
  const auto filled = [](const char* count) {
    return base::fill_in("{antal} {antal:plan|planer} {x:a|b} {antal:kun}", {{"antal", count}});
  };
  CHECK(filled("1") == "1 plan {x:a|b} kun");
  CHECK(filled("0") == "0 planer {x:a|b} ");
  CHECK(filled("21") == "21 planer {x:a|b} ");
}

TEST_CASE("what would act on a terminal is shown as a character that does nothing") {
  CHECK(base::printable("æ\tb") == "æ b");
  CHECK(base::printable("a\x1b[2Jb\n\rc\x7f") ==
        "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD\xEF\xBF\xBD"
        "c\xEF\xBF\xBD");
  CHECK(base::printable("V\xE6ng") == "V\xEF\xBF\xBDng");
  CHECK(base::printable("\xC2\x9B") == "\xEF\xBF\xBD");
  CHECK(base::printable("\xE2\x80\xAE\xE2\x81\xA6") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(base::printable("\xC2\xA0\xE2\x80\x93") == "\xC2\xA0\xE2\x80\x93");
  CHECK(base::printable("\xFF\xFE\xE2\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("both languages have the same codes, and a mend in the same places") {
  const auto& danish = base::messages(base::Language::danish);
  const auto& english = base::messages(base::Language::english);
  for (const auto& [code, text] : danish) {
    INFO(code);
    const auto other = english.find(code);
    REQUIRE(other != english.end());
    CHECK(text.mend.empty() == other->second.mend.empty());
  }
  CHECK(danish.size() == english.size());
}

TEST_CASE("personal numbers are masked wherever they stand, other numbers are not") {
  CHECK(base::mask_personal_numbers("cpr 0101901234, 311290-4321.") == "cpr 010190xxxx, 311290-xxxx.");
  CHECK(base::mask_personal_numbers("6101901234") == "610190xxxx");
  for (const auto* other : {"12345678", "0113901234", "3201901234", "01019012345", "2019-11-21", "010190-123", ""}) {
    CHECK(base::mask_personal_numbers(other) == other);
  }
}
