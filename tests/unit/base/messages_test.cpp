#include "base/messages.h"

#include <doctest/doctest.h>

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
