#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// Which version of the plan this is, and what changed since the one before.
struct Revision {
  std::string at;
  std::string tilstand;  ///< `kladde` or `publiceret`.
  int version = 1;
  std::optional<base::Date> opdateret;
  std::string opdateret_af;
  std::vector<std::string> aendringer;
};

}  // namespace plan::min_plan
