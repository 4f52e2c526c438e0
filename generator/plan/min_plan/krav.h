#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "plan/min_plan/person.h"

namespace plan::min_plan {

/// "Krav til jobsøgning": what the citizen must seek, where and how much, for a period.
struct Krav {
  std::string at;
  std::string id;
  Myndighed myndighed = Myndighed::jobcenter;
  std::vector<std::string> jobomraader;
  std::vector<std::string> steder;
  std::string oevrige;
  std::optional<int> antal_pr_uge;
  std::optional<Person> kontakt;
  base::Date fra{};
  std::optional<base::Date> til;
};

}  // namespace plan::min_plan
