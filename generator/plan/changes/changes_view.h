#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/problem.h"
#include "plan/check.h"
#include "plan/view.h"

namespace plan {

/// The page that tells what is new in a plan, as templates get it (VIEW.md, "What is new"): what the plan itself tells, and
/// what differs from the version before when there is one. Both versions are shown as the audience may know them. JSON null
/// when there is nothing to tell (`change_notice`).
nlohmann::json changes_view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems);

}  // namespace plan
