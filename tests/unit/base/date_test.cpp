#include "base/date.h"

#include <doctest/doctest.h>

TEST_CASE("only real days in ISO form are dates") {
  CHECK(base::to_iso(base::parse_date("2020-02-29").value()) == "2020-02-29");
  for (const auto* wrong : {"2019-02-29", "2020-13-01", "2020-1-1", "01-01-2020", "2020-01-01T00", ""}) {
    INFO(wrong);
    CHECK(!base::parse_date(wrong));
  }
}

TEST_CASE("months are calendar months and end at the last day where a day is missing") {
  const auto day = [](const char* iso) { return base::parse_date(iso).value(); };
  CHECK(base::add_months(day("2019-11-21"), 6) == day("2020-05-21"));
  CHECK(base::add_months(day("2019-08-31"), 6) == day("2020-02-29"));
  CHECK(base::add_months(day("2020-03-31"), -1) == day("2020-02-29"));
}

TEST_CASE("weekdays count from Monday") {
  CHECK(base::weekday_from_monday(base::parse_date("2019-11-07").value()) == 3);
  CHECK(base::weekday_from_monday(base::parse_date("2019-12-08").value()) == 6);
}

TEST_CASE("times of day are minutes after midnight") {
  CHECK(base::parse_time_of_day("14:15") == 14 * 60 + 15);
  CHECK(!base::parse_time_of_day("24:00"));
  CHECK(!base::parse_time_of_day("9:00"));
}
