#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

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
  CHECK(base::last_code_points("abæøå", 3) == "æøå");
  CHECK(base::last_code_points("æø", 9) == "æø");
  CHECK(base::last_code_points("æø", 0).empty());
  CHECK(base::without_byte_order_mark("\xEF\xBB\xBFx") == "x");
}

TEST_CASE("the first code point of a text has its value and length, and what is no UTF-8 is passed byte for byte") {
  const auto first = [](std::string_view text) {
    const auto [value, bytes] = base::first_code_point(text);
    return std::pair(static_cast<unsigned>(value), bytes);
  };
  CHECK(first("ab") == std::pair(0x61U, std::size_t{1}));
  CHECK(first("æ") == std::pair(0xE6U, std::size_t{2}));
  CHECK(first("１") == std::pair(0xFF11U, std::size_t{3}));
  CHECK(first("😀") == std::pair(0x1F600U, std::size_t{4}));
  for (const char* broken : {"\xFF", "\xE2\x82", "\x80z"}) CHECK(first(broken) == std::pair(0xFFFDU, std::size_t{1}));
}

TEST_CASE("a window begins and ends where the text does, however much is asked for") {
  CHECK(base::code_point_window("æøå", 0, 9) == "æøå");
  CHECK(base::code_point_window("æøå", 3, 1).empty());
  CHECK(base::code_point_window("æøå", 9, 1).empty());
  CHECK(base::code_point_window("", 0, 1).empty());
  CHECK(base::without_byte_order_mark("\xEF\xBB").size() == 2);
}
