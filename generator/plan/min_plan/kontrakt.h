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
  std::optional<bool> erklaering_underskrevet;  ///< Nothing when the declaration is not there.
  std::optional<base::Date> vejledt_om_dansk_dato;
  std::optional<base::Date> gyldig_fra;
  std::optional<base::Date> gyldig_til;
};

}  // namespace plan::min_plan
