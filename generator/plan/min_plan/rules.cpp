#include "plan/min_plan/rules.h"

#include <algorithm>
#include <cassert>

#include "plan/min_plan/rules/topics.h"

namespace plan::min_plan {

namespace {

/// A rule shows at most this many places in one plan.
constexpr std::size_t kFindingsShown = 50;

base::Problem problem_of(const Rule& rule, Finding finding, load::JsonPlaces& places) {
  return {.severity = rule.severity,
          .code = std::string(rule.id),
          .arguments = std::move(finding.arguments),
          .where = places.mark(finding.at),
          .hints = std::move(finding.hints)};
}

}  // namespace

const Maalgruppe& RuleInput::gruppe() const {
  const auto* const found = tables.maalgruppe(plan.maalgruppe);
  assert(found != nullptr && "the schema lists the same groups as maalgrupper.json; a test compares them");
  static const Maalgruppe unknown;
  return found == nullptr ? unknown : *found;
}

std::vector<Rule> rules() {
  std::vector<Rule> all;
  for (const auto topic :
       {element_rules(), goal_rules(), trial_rules(), education_rules(), krav_rules(), agreement_rules(), effort_rules(),
        effort_place_rules(), status_rules(), text_rules(), publishing_rules(), quality_rules()}) {
    all.insert(all.end(), topic.begin(), topic.end());
  }
  return all;
}

base::Problems check_rules(const RuleInput& input, load::JsonPlaces& places) {
  static const auto all = rules();
  std::vector<base::Problem> made;
  for (const auto& rule : all) {
    if (rule.check == nullptr) continue;
    Findings findings;
    rule.check(input, findings);
    if (findings.size() > kFindingsShown) findings.resize(kFindingsShown);
    for (auto& finding : findings) made.push_back(problem_of(rule, std::move(finding), places));
  }
  std::stable_sort(made.begin(), made.end(),
                   [](const base::Problem& a, const base::Problem& b) { return a.where->begin < b.where->begin; });
  base::Problems problems;
  for (auto& problem : made) problems.add(std::move(problem));
  return problems;
}

}  // namespace plan::min_plan
