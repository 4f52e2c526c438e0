#include "base/suggest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

TEST_CASE("the nearest known word is suggested only when it is near") {
  const std::array<std::string, 3> known{"jobmaal", "indsatser", "aftaler"};
  CHECK(base::nearest_word("jobmal", known) == "jobmaal");
  CHECK(base::nearest_word("indsaster", known) == "indsatser");
  CHECK(!base::nearest_word("kvittering", known));
  CHECK(!base::nearest_word("4", std::vector<std::string>{"1", "2"}));
  CHECK(base::edit_distance("ab", "ba") == 1);
}

TEST_CASE("each slip of the pen costs one") {
  CHECK(base::edit_distance("", "") == 0);
  CHECK(base::edit_distance("plan", "") == 4);
  CHECK(base::edit_distance("plan", "plan") == 0);
  CHECK(base::edit_distance("plan", "plans") == 1);
  CHECK(base::edit_distance("plan", "klan") == 1);
  CHECK(base::edit_distance("aftale", "afatle") == 1);
  CHECK(base::edit_distance("aftale", "indsats") == base::edit_distance("indsats", "aftale"));
}
