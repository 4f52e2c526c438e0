#include <algorithm>
#include <optional>

#include "base/blank.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

bool is_current(const Jobmaal& goal, base::Date today) { return !goal.slutdato || *goal.slutdato >= today; }

bool has_current_goal(const RuleInput& input) {
  const auto& goals = input.plan.jobmaal;
  return std::any_of(goals.begin(), goals.end(), [&input](const Jobmaal& goal) { return is_current(goal, input.today); });
}

bool is_free_text(const Jobmaal& goal) { return !goal.fritekst.empty() || goal.disco.empty() || goal.titel.empty(); }

void no_job_goal(const RuleInput& input, Findings& findings) {
  const bool needs_one = input.gruppe().har_pligt() && input.gruppe().kolonne != 'C';
  if (needs_one && !has_current_goal(input)) findings.push_back({"/jobmaal", {{"maalgruppe", input.plan.maalgruppe}}, {}});
}

void combined_plan_goals(const RuleInput& input, Findings& findings) {
  if (input.gruppe().kolonne != 'C') return;
  const auto step = input.plan.uddannelsespaalaeg ? input.plan.uddannelsespaalaeg->trin : 0;
  if (!has_current_goal(input)) findings.push_back({"/jobmaal", {{"mangler", "jobmaal"}}, {}});
  if (step >= 2 && input.plan.uddannelsesmaal.empty())
    findings.push_back({"/uddannelsesmaal", {{"mangler", "uddannelsesmaal"}}, {}});
}

void no_goal_at_all(const RuleInput& input, Findings& findings) {
  const auto column = input.gruppe().kolonne;
  const bool other_rules_ask = input.gruppe().har_pligt() || column == 'F' || column == 'G';
  if (!other_rules_ask && !has_current_goal(input) && input.plan.uddannelsesmaal.empty())
    findings.push_back({"/jobmaal", {}, {}});
}

void free_text_goal(const RuleInput& input, Findings& findings) {
  if (!input.gruppe().har_pligt() || input.settings.rules == RuleSet::before_2019) return;
  for (const auto& goal : input.plan.jobmaal) {
    if (is_free_text(goal))
      findings.push_back({goal.at, {{"titel", goal.tekst()}, {"maalgruppe", input.plan.maalgruppe}}, {}});
  }
}

void free_text_goal_before_2019(const RuleInput& input, Findings& findings) {
  if (!input.gruppe().har_pligt() || input.settings.rules != RuleSet::before_2019) return;
  for (const auto& goal : input.plan.jobmaal) {
    if (is_free_text(goal)) findings.push_back({goal.at, {{"titel", goal.tekst()}}, {}});
  }
}

void goal_without_words(const RuleInput& input, Findings& findings) {
  for (const auto& goal : input.plan.jobmaal) {
    if (goal.tekst().empty()) findings.push_back({goal.at, {}, {}});
  }
}

void check_title(const RuleInput& input, const std::string& at, const std::string& code, const std::string& title,
                 Findings& findings) {
  if (code.empty() || title.empty()) return;
  const auto [first, last] = input.settings.titles->equal_range(code);
  if (std::any_of(first, last, [&title](const auto& row) { return same_words(row.second, title); })) return;
  Finding finding{at, {{"titel", title}, {"disco", code}}, {}};
  if (first != last) finding.hints.push_back(base::did_you_mean(first->second));
  findings.push_back(std::move(finding));
}

void unknown_title(const RuleInput& input, Findings& findings) {
  if (input.settings.titles == nullptr) return;
  for (const auto& goal : input.plan.jobmaal) check_title(input, goal.at, goal.disco, goal.titel, findings);
  for (const auto& job : input.plan.jeg_soeger_job_som) check_title(input, job.at, job.disco, job.titel, findings);
}

void few_hours_without_function(const RuleInput& input, Findings& findings) {
  constexpr double kFewHours = 10;
  for (const auto& goal : input.plan.jobmaal) {
    const bool few = goal.timer_maal && *goal.timer_maal <= kFewHours;
    if (few && goal.fritekst.empty() && !input.gruppe().har_pligt())
      findings.push_back({goal.at, {{"titel", goal.titel}}, {}});
  }
}

void seeks_nothing(const RuleInput& input, Findings& findings) {
  const bool list_supplied = input.document.contains("jegSoegerJobSom");
  if (!input.gruppe().soeger_job_som || !list_supplied || !input.plan.jeg_soeger_job_som.empty()) return;
  findings.push_back({"/jegSoegerJobSom", {{"maalgruppe", input.plan.maalgruppe}}, {}});
}

bool krav_names(const MinPlan& plan, const std::string& title) {
  return std::any_of(plan.krav_til_jobsoegning.begin(), plan.krav_til_jobsoegning.end(), [&title](const Krav& krav) {
    return std::any_of(krav.jobomraader.begin(), krav.jobomraader.end(),
                       [&title](const std::string& area) { return same_words(area, title); });
  });
}

bool seeks(const MinPlan& plan, const std::string& title) {
  const auto& jobs = plan.jeg_soeger_job_som;
  return std::any_of(jobs.begin(), jobs.end(), [&title](const KodetStilling& job) { return same_words(job.titel, title); });
}

void goal_not_sought(const RuleInput& input, Findings& findings) {
  const auto& plan = input.plan;
  if (!input.gruppe().har_pligt() || (plan.krav_til_jobsoegning.empty() && plan.jeg_soeger_job_som.empty())) return;
  for (const auto& goal : plan.jobmaal) {
    const bool now = goal.horisont != Horisont::lang && is_current(goal, input.today) && !goal.titel.empty();
    if (now && !krav_names(plan, goal.titel) && !seeks(plan, goal.titel))
      findings.push_back({goal.at, {{"titel", goal.titel}}, {}});
  }
}

/// Only an area that is a goal's title is known to be a title; the others may be sectors.
void krav_not_sought(const RuleInput& input, Findings& findings) {
  if (!input.document.contains("jegSoegerJobSom")) return;
  for (const auto& goal : input.plan.jobmaal) {
    const bool asked = !goal.titel.empty() && krav_names(input.plan, goal.titel);
    if (asked && !seeks(input.plan, goal.titel)) findings.push_back({"/jegSoegerJobSom", {{"titel", goal.titel}}, {}});
  }
}

void proposal_not_considered(const RuleInput& input, Findings& findings) {
  if (!input.plan.akasse_forslag) return;
  const auto& goals = input.plan.jobmaal;
  for (const auto& proposal : input.plan.akasse_forslag->jobmaal) {
    const bool taken =
        std::any_of(goals.begin(), goals.end(), [&](const Jobmaal& goal) { return same_words(goal.titel, proposal.titel); });
    if (!taken && proposal.begrundelse.empty()) findings.push_back({proposal.at, {{"titel", proposal.titel}}, {}});
  }
}

void proposal_without_reason(const RuleInput& input, Findings& findings) {
  if (!input.plan.akasse_forslag) return;
  for (const auto& proposal : input.plan.akasse_forslag->indsatsforslag) {
    if (base::is_blank(proposal.faglig_begrundelse)) findings.push_back({proposal.at, {{"indsats", proposal.indsats}}, {}});
  }
}

constexpr Rule kGoalsRules[] = {
    {"min-plan.jobmaal.mangler", "D1 §3.1", error, no_job_goal},
    {"min-plan.kombiplan.mangler-maal", "D1 §3.6", error, combined_plan_goals},
    {"min-plan.maal.mangler", "D1 §2", warning, no_goal_at_all},
    {"min-plan.jobmaal.fritekst", "D1 §2.1, 3.1", error, free_text_goal},
    {"min-plan.jobmaal.fritekst-foer-2019", "D1 §2.1; D4", warning, free_text_goal_before_2019},
    {"min-plan.jobmaal.uden-tekst", "D1 §4.1", error, goal_without_words},
    {"min-plan.jobmaal.ukendt-titel", "D1 §1", error, unknown_title},
    {"min-plan.jobmaal.faa-timer-uden-funktion", "D1 §4.1", advice, few_hours_without_function},
    {"min-plan.jeg-soeger-job-som.tom", "D1 §3.1, 5.1", error, seeks_nothing},
    {"min-plan.jeg-soeger-job-som.uden-kode", "D1 §4.1", error, nullptr},
    {"min-plan.jobmaal.soeges-ikke", "D1 §3.1", warning, goal_not_sought},
    {"min-plan.krav.soeges-ikke", "D1 §3.1", warning, krav_not_sought},
    {"min-plan.akasseforslag.ikke-overvejet", "D1 §3.1", advice, proposal_not_considered},
    {"min-plan.akasseforslag.uden-begrundelse", "D1 §3.2", warning, proposal_without_reason},
};

}  // namespace

std::span<const Rule> goal_rules() { return kGoalsRules; }

}  // namespace plan::min_plan
