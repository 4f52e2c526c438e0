#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>

#include "base/date.h"
#include "base/problem.h"
#include "load/json_document.h"
#include "plan/kinds.h"
#include "plan/min_plan/min_plan.h"
#include "plan/min_plan/settings.h"

namespace plan {

/// What a plan is checked against, beside its kind.
struct CheckContext {
  const Kinds& kinds;
  base::Date today;
  min_plan::Settings min_plan;  ///< Limits, the list of job titles and the set of rules.
};

/// A plan without errors: what the view is made from. `min_plan` is there for plans of that kind.
struct CheckedPlan {
  const Kind* kind = nullptr;
  load::JsonDocument document;
  std::optional<min_plan::MinPlan> min_plan;
};

/// Checks a document against its kind's schema and rules. Warnings and advice go to `problems` and do not stop a plan.
std::optional<CheckedPlan> check_plan(load::JsonDocument document, const CheckContext& context, base::Problems& problems);

}  // namespace plan
