#include "base/blank.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a text of white space and of what nobody sees is blank, and any sign that is seen is not") {
  for (const std::string text : {"", " ", "\t\r\n", "\u00a0", "\u200b", "\u3000", "\u00ad", "\u202f", "\u2009 \u2060",
                                 "\ufeff", "\u3164", "\u2800", "\u200d", "\u2028", "\u180e", "\u115f", "\ufe0f"}) {
    CAPTURE(text);
    CHECK(base::is_blank(text));
  }
  for (const std::string text : {"a", " a ", "\u00a0æ", ".", "-", "…", "日", "😀", "\u200b\u0301x", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(base::is_blank(text));
  }
}
