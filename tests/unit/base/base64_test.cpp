#include "base/base64.h"

#include <doctest/doctest.h>

TEST_CASE("bytes become letters in groups of four") {
  CHECK(base::base64("").empty());
  CHECK(base::base64("f") == "Zg==");
  CHECK(base::base64("fo") == "Zm8=");
  CHECK(base::base64("foobar") == "Zm9vYmFy");
  CHECK(base::base64(std::string_view("\xFF\xFE\0", 3)) == "//4A");
}
