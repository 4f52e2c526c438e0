#pragma once

#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "plan/audience.h"
#include "plan/check.h"

namespace plan {

/// What is new in a plan since the version before, as the audience may know it: `navn`, `version`, `opdateret`,
/// `aendringer`, and for citizen and job centre the text of the notice (`besked`) and the ways to send it (`kanaler`). JSON
/// null when there is nothing to tell: a first version, a draft, a plan of another kind, or changes that the audience may
/// not know of.
nlohmann::ordered_json change_notice(const CheckedPlan& plan, Audience audience, base::Problems& problems);

}  // namespace plan
