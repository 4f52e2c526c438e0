#include "commands/progress.h"

#include <doctest/doctest.h>

TEST_CASE("the bar grows with what is done, and never past the line") {
  CHECK(commands::progress_line(0, 4, "a", 79) == "[........................] 0/4  a");
  CHECK(commands::progress_line(2, 4, "æ", 79) == "[############............] 2/4  æ");
  CHECK(commands::progress_line(40, 40, "x", 79) == "[########################] 40/40  x");
  CHECK(commands::progress_line(0, 0, "", 79) == "[########################] 0/0  ");
  CHECK(commands::progress_line(1, 2, std::string(200, 'x'), 40).size() == 40);
}
