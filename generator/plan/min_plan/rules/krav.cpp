#include <algorithm>

#include "plan/min_plan/phase.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

std::string word_for(Myndighed authority) { return authority == Myndighed::akasse ? "akasse" : "jobcenter"; }

bool has_krav_today(const RuleInput& input) {
  const auto& all = input.plan.krav_til_jobsoegning;
  return std::any_of(all.begin(), all.end(),
                     [&input](const Krav& krav) { return phase_of(krav, input.today) == Phase::running; });
}

/// The Krav that comes next, or null.
const Krav* next_krav(const RuleInput& input) {
  const Krav* next = nullptr;
  for (const auto& krav : input.plan.krav_til_jobsoegning) {
    if (phase_of(krav, input.today) == Phase::coming && (next == nullptr || krav.fra < next->fra)) next = &krav;
  }
  return next;
}

/// An education order with a duty to seek (combined plan, obviously ready for education) is void without krav: an error.
bool krav_is_a_must(const Maalgruppe& group) { return group.kolonne == 'C' || group.kolonne == 'F'; }

void add_missing_krav(const RuleInput& input, Findings& findings) {
  const auto& group = input.gruppe();
  if (!group.krav_fra || has_krav_today(input)) return;
  Finding finding{"/kravTilJobsoegning", {{"maalgruppe", group.kode}, {"myndighed", word_for(*group.krav_fra)}}, {}};
  if (const Krav* next = next_krav(input)) {
    finding.at = next->at + "/fra";
    finding.hints.push_back({"min-plan.krav.begynder-senere", {{"fra", base::to_iso(next->fra)}}, {}});
  }
  findings.push_back(std::move(finding));
}

void krav_missing_with_education_order(const RuleInput& input, Findings& findings) {
  if (krav_is_a_must(input.gruppe())) add_missing_krav(input, findings);
}

void krav_missing(const RuleInput& input, Findings& findings) {
  if (!krav_is_a_must(input.gruppe())) add_missing_krav(input, findings);
}

void wrong_authority(const RuleInput& input, Findings& findings) {
  const auto& right = input.gruppe().krav_fra;
  if (!right) return;
  for (const auto& krav : input.plan.krav_til_jobsoegning) {
    if (krav.myndighed == *right) continue;
    findings.push_back(
        {krav.at + "/myndighed",
         {{"myndighed", word_for(krav.myndighed)}, {"rigtig", word_for(*right)}, {"maalgruppe", input.plan.maalgruppe}},
         {}});
  }
}

void period(const RuleInput& input, Findings& findings) {
  for (const auto& krav : input.plan.krav_til_jobsoegning) {
    if (!krav.til || *krav.til >= krav.fra) continue;
    findings.push_back({krav.at + "/til", {{"fra", base::to_iso(krav.fra)}, {"til", base::to_iso(*krav.til)}}, {}});
  }
}

void no_amount(const RuleInput& input, Findings& findings) {
  for (const auto& krav : input.plan.krav_til_jobsoegning) {
    const bool counted = krav.antal_pr_uge || krav.oevrige.find_first_of("0123456789") != std::string::npos ||
                         first_word_of(krav.oevrige, input.tables.ordliste("talord"));
    if (!counted) findings.push_back({krav.at, {}, {}});
  }
}

void full_time_or_unsolicited(const RuleInput& input, Findings& findings) {
  for (const auto& krav : input.plan.krav_til_jobsoegning) {
    if (!first_word_of(krav.oevrige, input.tables.ordliste("fuldtidEllerUopfordret"))) findings.push_back({krav.at, {}, {}});
  }
}

constexpr Rule kKravRules[] = {
    {"min-plan.krav.mangler-med-uddannelsespaalaeg", "D1 §3.6, 5.4", error, krav_missing_with_education_order},
    {"min-plan.krav.mangler", "D1 §3.1, 3.5", warning, krav_missing},
    {"min-plan.krav.forkert-myndighed", "D1 §3.5, 6.4", error, wrong_authority},
    {"min-plan.krav.uden-omraade-eller-sted", "D1 §3.1, 5.4", error, nullptr},
    {"min-plan.krav.slut-foer-start", "D1 §6.4", error, period},
    {"min-plan.krav.uden-antal", "D1 §3.5", warning, no_amount},
    {"min-plan.krav.uden-fuldtid-eller-uopfordret", "D1 §3.5", advice, full_time_or_unsolicited},
};

}  // namespace

std::span<const Rule> krav_rules() { return kKravRules; }

}  // namespace plan::min_plan
