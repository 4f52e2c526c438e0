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

TEST_CASE("CPR numbers are found in every way they are written, and other numbers are not") {
  for (const std::string text :
       {"010190-1234", "0101901234", "cpr 311299-0001.", "(010190 1234)", "æ010190-1234å",
        // Numbers that stand in for a CPR number: 60 is added to the day.
        "610190-1234", "9112901234",
        // Dashes of word processors, with and without blanks around them.
        "010190–1234", "010190‑1234", "010190—1234", "010190−1234", "010190 - 1234", "010190 – 1234",
        "010190\u00a0-\u00a01234", "0101 90 1234", "0101 90-1234", "01 01 90-1234", "0101\u00a090\u202f1234"}) {
    CAPTURE(text);
    CHECK(base::find_personal_number(text));
  }
  for (const std::string text :
       {"12345678", "4512345678", "991390-1234", "010190-12345", "1010190-1234", "2019-11-21", "+45 12 34 56 78", "",
        // Telephone numbers, also two of them.
        "12 34 56 78", "tlf. 1010 1010", "+45 1010 1010", "10 10 10 10, 10 10 10 10", "10101010 - 10101010",
        "0045 10 10 10 10",
        // Dates, times and amounts.
        "21-11-2019", "21.11.19", "21.11.2019", "21/11 2019 - 21/05 2020", "21 11 2019", "1. jan. 2020 – 31. marts 2020",
        "kl. 10:10-12:30", "010190-", "den 21 11 19", "2019–2020", "101010,1234",
        // Case numbers and postal codes.
        "sag 2019-001234", "15.20.00-P35-1-19", "sagsnr. 321399-1234", "5000 Odense", "7113901234", "6001901234",
        "9201901234"}) {
    CAPTURE(text);
    CHECK(!base::find_personal_number(text));
  }
}

TEST_CASE("personal numbers are masked wherever they stand, other numbers are not") {
  CHECK(base::mask_personal_numbers("cpr 0101901234, 311290-4321.") == "cpr 010190xxxx, 311290-xxxx.");
  CHECK(base::mask_personal_numbers("6101901234") == "610190xxxx");
  CHECK(base::mask_personal_numbers("010190 – 1234, 0101 90 1234") == "010190 – xxxx, 0101 90 xxxx");
  CHECK(base::mask_personal_numbers(R"("010190\u20131234")") == R"("010190\u2013xxxx")");
  CHECK(base::mask_personal_numbers(R"("010190\u00A0-\u00a01234")") == R"("010190\u00A0-\u00a0xxxx")");
  for (const auto* other :
       {"12345678", "0113901234", "3201901234", "01019012345", "2019-11-21", "010190-123", "10 10 10 10, 10 10 10 10", ""}) {
    CHECK(base::mask_personal_numbers(other) == other);
  }
}
