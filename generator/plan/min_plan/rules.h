#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "load/json_places.h"
#include "plan/min_plan/min_plan.h"
#include "plan/min_plan/settings.h"
#include "plan/min_plan/tables.h"
#include "plan/schema/problems.h"

namespace plan::min_plan {

/// What a rule looks at.
struct RuleInput {
  const MinPlan& plan;
  const MinPlan* earlier = nullptr;  ///< The published version before it, or null.
  const nlohmann::json& document;    ///< The plan as it is written.
  base::Date today;
  const Settings& settings;
  const Tables& tables;

  /// The plan's target group; the schema sees to it that there is one.
  [[nodiscard]] const Maalgruppe& gruppe() const;
};

/// A place that breaks a rule, and what its message names.
struct Finding {
  std::string at;  ///< JSON pointer.
  std::vector<base::Argument> arguments;
  std::vector<base::Hint> hints;
};
using Findings = std::vector<Finding>;

/// One rule: a row of a table. Its id is the code of its problems.
struct Rule {
  std::string_view id;
  std::string_view source;  ///< Where the rule comes from, such as `D1 §6.3`.
  base::Severity severity;
  void (*check)(const RuleInput&, Findings&);  ///< Null for a rule that the schema enforces.
};

/// Every rule, topic by topic.
std::vector<Rule> rules();

/// Which violations of the schema are reported as which rule.
std::vector<SchemaRule> schema_rules();

/// Holds a plan against every rule; the problems come in the order of the text.
base::Problems check_rules(const RuleInput& input, load::JsonPlaces& places);

}  // namespace plan::min_plan
