#include <optional>
#include <string>

#include "base/date.h"
#include "plan/min_plan/rules/topics.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

void trial_goal_not_closed(const RuleInput& input, Findings& findings) {
  if (input.plan.myndighed != Myndighed::jobcenter) return;
  for (const auto& goal : input.plan.jobmaal) {
    if (goal.kilde == "akasse" && !goal.slutdato) findings.push_back({goal.at, {{"titel", goal.tekst()}}, {}});
  }
}

/// The first place that only the trial allows: the a-kasse in charge, or as the source of a goal or an effort.
std::optional<std::string> place_of_trial(const RuleInput& input) {
  if (input.plan.myndighed == Myndighed::akasse) return "/myndighed";
  for (const auto& goal : input.plan.jobmaal) {
    if (goal.kilde == "akasse") return goal.at + "/kilde";
  }
  for (const auto& effort : input.plan.indsatser) {
    if (effort.kilde == "akasse") return effort.at + "/kilde";
  }
  return std::nullopt;
}

void outside_trial(const RuleInput& input, Findings& findings) {
  const auto place = input.plan.flag.akasseforsoeg ? std::nullopt : place_of_trial(input);
  if (place) findings.push_back({*place, {}, {}});
}

void trial_not_for_group(const RuleInput& input, Findings& findings) {
  const auto& group = input.gruppe();
  if (input.plan.flag.akasseforsoeg && !group.har_akasse)
    findings.push_back({"/flag/akasseforsoeg", {{"maalgruppe", group.kode}}, {}});
}

/// What the plan says of a day on which the trial did not run, place by place. A goal has no day of its own.
void outside_trial_period(const RuleInput& input, Findings& findings) {
  if (!input.plan.flag.akasseforsoeg) return;
  const auto& trial = input.tables.akasseforsoeg;
  const auto expect = [&](std::string at, base::Date day) {
    if (trial.runs_on(day)) return;
    findings.push_back({std::move(at),
                        {{"fra", base::to_iso(trial.fra)}, {"til", base::to_iso(trial.til)}, {"dag", base::to_iso(day)}},
                        {}});
  };
  if (input.plan.myndighed == Myndighed::akasse) expect("/myndighed", input.today);
  if (input.plan.revision.opdateret < trial.fra) expect("/flag/akasseforsoeg", input.plan.revision.opdateret);
  for (const auto& effort : input.plan.indsatser) {
    if (effort.kilde == "akasse") expect(effort.hvornaar.at + "/start", effort.hvornaar.start);
  }
}

constexpr Rule kTrialRules[] = {
    {"min-plan.jobmaal.akasse-ikke-lukket", "D1 §3.7", error, trial_goal_not_closed},
    {"min-plan.akasseforsoeg.mangler", "D1 §3.7", warning, outside_trial},
    {"min-plan.akasseforsoeg.ikke-for-gruppen", "D1 §3.7", warning, trial_not_for_group},
    {"min-plan.akasseforsoeg.uden-for-perioden", "D1 §3.7", warning, outside_trial_period},
};

}  // namespace

std::span<const Rule> trial_rules() { return kTrialRules; }

}  // namespace plan::min_plan
