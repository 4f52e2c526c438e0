#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "load/json_document.h"
#include "plan/kinds.h"
#include "plan/min_plan/min_plan.h"
#include "plan/min_plan/settings.h"

namespace plan {

/// A plan without errors: what the view is made from. `min_plan` is there for plans of that kind.
struct CheckedPlan {
  const Kind* kind = nullptr;
  load::JsonDocument document;
  std::optional<min_plan::MinPlan> min_plan;
  std::shared_ptr<const CheckedPlan> earlier = nullptr;  ///< The published version before this one, if it is known.
};

/// What a plan is checked against, beside its kind.
struct CheckContext {
  const Kinds& kinds;
  base::Date today;
  min_plan::Settings min_plan;                           ///< Limits, the list of job titles and the set of rules.
  std::shared_ptr<const CheckedPlan> earlier = nullptr;  ///< The version before the one that is checked, if it is known.
};

/// Checks a document against its kind's schema and rules. Warnings and advice go to `problems` and do not stop a plan.
std::optional<CheckedPlan> check_plan(load::JsonDocument document, const CheckContext& context, base::Problems& problems);

/// Checks an earlier version of a Min Plan to compare with, as of the day it was updated: what may not be shown of a new
/// plan may not be shown of it. Nothing, and a warning, when it has errors.
std::shared_ptr<const CheckedPlan> check_earlier_plan(load::JsonDocument document, CheckContext context,
                                                      base::Problems& problems);

/// A rule as a list of rules shows it.
struct RuleRow {
  std::string_view type;    ///< The kind of plan it is for.
  std::string_view id;      ///< The code of its problems, and the key of its words.
  std::string_view source;  ///< Where it comes from, such as `D1 §6.3`.
  base::Severity severity;
};

/// Every rule of every kind that has rules beside its schema.
std::vector<RuleRow> rules();

}  // namespace plan
