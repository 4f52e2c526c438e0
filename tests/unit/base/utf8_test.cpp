#include "base/utf8.h"

#include <doctest/doctest.h>

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

TEST_CASE("a window begins and ends where the text does, however much is asked for") {
  CHECK(base::code_point_window("æøå", 0, 9) == "æøå");
  CHECK(base::code_point_window("æøå", 3, 1).empty());
  CHECK(base::code_point_window("æøå", 9, 1).empty());
  CHECK(base::code_point_window("", 0, 1).empty());
  CHECK(base::without_byte_order_mark("\xEF\xBB").size() == 2);
}
