#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// One change since the version before, told so that the citizen understands it.
struct Aendring {
  std::string at;
  base::Date dato{};
  std::string tekst;
  std::vector<std::string> vedroerer;  ///< Ids of the efforts and agreements that it is about.
};

/// Which version of the plan this is, and what changed since the one before.
struct Revision {
  std::string at;
  std::string tilstand;  ///< `kladde` or `publiceret`.
  int version = 1;
  base::Date opdateret{};
  std::string opdateret_af;
  std::vector<Aendring> aendringer;
};

}  // namespace plan::min_plan
