#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// The integration contract that a plan in the integration programme carries.
struct Kontrakt {
  std::string at;
  std::string program;
  std::string danskmaal;
  std::string job_eller_uddannelsesmaal;
  std::vector<std::string> indsatser;
  bool erklaering_underskrevet = false;
  std::optional<base::Date> vejledt_om_dansk_dato;
  std::optional<base::Date> gyldig_fra;
};

}  // namespace plan::min_plan
