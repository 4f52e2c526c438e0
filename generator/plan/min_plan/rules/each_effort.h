#pragma once

#include <string>
#include <vector>

#include "plan/min_plan/rules.h"

namespace plan::min_plan {

/// One effort of a plan and its row of the effort registry.
struct EffortInput {
  const RuleInput& plan;
  const Indsats& effort;
  const IndsatsArt& kind;

  /// A finding at a place below the effort; its message always knows the effort's name.
  [[nodiscard]] Finding finding(const std::string& below, std::vector<base::Argument> arguments = {}) const {
    arguments.push_back({"indsats", effort.navn});
    return {effort.at + below, std::move(arguments), {}};
  }
};

/// Turns a rule for one effort into a rule for a plan.
template <void (*kCheck)(const EffortInput&, Findings&)>
void each_effort(const RuleInput& input, Findings& findings) {
  for (const auto& effort : input.plan.indsatser) {
    const auto* const kind = input.tables.indsats(effort.art);
    if (kind != nullptr) kCheck({input, effort, *kind}, findings);
  }
}

}  // namespace plan::min_plan
