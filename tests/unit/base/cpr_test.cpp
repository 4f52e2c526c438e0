#include "base/cpr.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("CPR numbers are found in every way they are written, and other numbers are not") {
  for (const std::string text :
       {"010190-1234", "0101901234", "cpr 311299-0001.", "(010190 1234)", "æ010190-1234å",
        // Numbers that stand in for a CPR number: 60 is added to the day.
        "610190-1234", "9112901234",
        // Dashes of word processors, with and without blanks around them.
        "010190–1234", "010190‑1234", "010190—1234", "010190−1234", "010190 - 1234", "010190 – 1234",
        "010190\u00a0-\u00a01234", "0101 90 1234",
        // Over two lines, with dots, dashes or blanks between day, month and year, and in digits of full width.
        "010180_1234", "010180\n1234", "010180-\r\n1234", "010180\t1234", "010180\u30001234", "010180\u200b1234",
        "010180\u00ad1234", "01.01.80-1234", "01.01.80 - 1234", "01-01-80-1234", "01–01–80–1234", "01 01 80 1234",
        "01\u00a001\u00a080\u00a01234", "０１０１８０-１２３４", "０１０１８０１２３４", "０１ ０１ ８０ １２３４",
        "010180－1234", R"(010180\n1234)", R"(\u0030101801234)", R"(010180-\uff11\uFF12\uff13\uff14)", "0101 90-1234",
        "01 01 90-1234", "0101\u00a090\u202f1234"}) {
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
        "kl. 10:10-12:30", "010190-", "den 21 11 19", "01-01-80", "01.01.80", "den 01.01.80\nkl. 1234", "01-01-80, 1234",
        "fra 01.01.80 til 31.12.80", "01.01.80 1234 stk.", "01-01-80\n1234 kr.", "２０１９-１１-２１", "１２ ３４ ５６ ７８",
        "10 10 10 10\n10 10 10 10", "2019–2020", "101010,1234",
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
  CHECK(base::mask_personal_numbers("010180\n1234, 01.01.80-1234") == "010180\nxxxx, 01.01.80-xxxx");
  CHECK(base::mask_personal_numbers("０１０１８０１２３４.") == "０１０１８０xxxx.");
  CHECK(base::mask_personal_numbers(R"(\u003010180-\uff11234)") == R"(\u003010180-xxxxxxxxx)");
  CHECK(base::mask_personal_numbers(R"("010190\u00A0-\u00a01234")") == R"("010190\u00A0-\u00a0xxxx")");
  for (const auto* other :
       {"12345678", "0113901234", "3201901234", "01019012345", "2019-11-21", "010190-123", "10 10 10 10, 10 10 10 10", ""}) {
    CHECK(base::mask_personal_numbers(other) == other);
  }
}
