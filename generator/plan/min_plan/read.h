#pragma once

#include <nlohmann/json_fwd.hpp>

#include "plan/min_plan/min_plan.h"

namespace plan::min_plan {

/// The typed plan from JSON that fits the schema. Never fails: what is missing or of another type is left empty.
MinPlan read_min_plan(const nlohmann::json& document);

}  // namespace plan::min_plan
