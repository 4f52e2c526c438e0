#include "base/printable.h"

#include <doctest/doctest.h>

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
