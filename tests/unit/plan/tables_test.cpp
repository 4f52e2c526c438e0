#include "plan/min_plan/tables.h"

#include <doctest/doctest.h>

TEST_CASE("the trial with the a-kasse runs from its first day to its last, both included") {
  const auto& trial = plan::min_plan::tables().akasseforsoeg;
  const auto runs_on = [&](const char* day) { return trial.runs_on(base::parse_date(day).value()); };
  CHECK(!runs_on("2019-12-31"));
  CHECK(runs_on("2020-01-01"));
  CHECK(runs_on("2023-12-31"));
  CHECK(!runs_on("2024-01-01"));
}
