#include "base/danish_dates.h"

#include <doctest/doctest.h>

#include <string>

namespace {

base::Date day(const char* iso) { return base::parse_date(iso).value(); }

TEST_CASE("a popup's period names months as the plan prints them") {
  CHECK(base::short_period(day("2020-01-01"), day("2020-03-31")) == "1. jan. 2020 - 31. marts 2020");
  CHECK(base::short_period(day("2018-10-01"), day("2030-07-31")) == "1. okt. 2018 - 31. juli 2030");
  CHECK(base::short_period(day("2019-11-06"), day("2019-12-10")) == "6. nov. 2019 - 10. dec. 2019");
}

TEST_CASE("every short month has its own form") {
  std::string all;
  for (unsigned month = 1; month <= 12; ++month) {
    const auto date = std::chrono::sys_days{std::chrono::year{2020} / std::chrono::month{month} / 1};
    all += base::short_date(date).substr(3) + "|" + base::axis_month(date) + "\n";
  }
  CHECK(all ==
        "jan. 2020|jan.\nfeb. 2020|feb.\nmarts 2020|mar.\napril 2020|apr.\nmaj 2020|maj\njuni 2020|jun.\n"
        "juli 2020|jul.\naug. 2020|aug.\nsep. 2020|sep.\nokt. 2020|okt.\nnov. 2020|nov.\ndec. 2020|dec.\n");
}

TEST_CASE("the timeline's header spells months out") {
  CHECK(base::long_period(day("2019-11-21"), day("2020-05-21")) == "21. november 2019 - 21. maj 2020");
  CHECK(base::long_date(day("2018-06-01")) == "1. juni 2018");
}

TEST_CASE("agreements and deadlines begin with the weekday") {
  CHECK(base::meeting_time(day("2019-11-07"), 14 * 60 + 15) == "Torsdag den 7. nov. 2019, kl. 14:15");
  CHECK(base::meeting_time(day("2019-12-10"), 13 * 60 + 30, 14 * 60) == "Tirsdag den 10. dec. 2019, kl. 13:30-14:00");
  CHECK(base::weekday_date(day("2019-12-06")) == "Fredag den 6. dec. 2019");
  CHECK(base::weekday_date(day("2019-11-24")) == "Søndag den 24. nov. 2019");
}

TEST_CASE("a time of day keeps its zeros") {
  CHECK(base::clock_time(0) == "00:00");
  CHECK(base::clock_time(9 * 60 + 5) == "09:05");
}

}  // namespace
