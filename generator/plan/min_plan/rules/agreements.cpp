#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/blank.h"
#include "plan/min_plan/phase.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

bool in_person(const Aftale& agreement) { return agreement.form == "personligt-fremmoede"; }

void akasse_without_dagpenge(const RuleInput& input, Findings& findings) {
  if (input.gruppe().har_akasse) return;
  for (const auto& agreement : input.plan.aftaler) {
    if (agreement.aftaletype == "akasse")
      findings.push_back({agreement.at + "/aftaletype", {{"maalgruppe", input.plan.maalgruppe}}, {}});
  }
}

/// What an agreement lacks, by the keys of the JSON.
using Missing = std::vector<std::string>;

Missing missing_of_past(const Aftale& agreement) {
  Missing missing;
  const bool with_authority = agreement.aftaletype != "oevrig";
  if (with_authority && agreement.person.enhed.empty()) missing.emplace_back("person.enhed");
  if (base::is_blank(agreement.tekst)) missing.emplace_back("tekst");
  return missing;
}

/// A place is where the citizen goes: a conversation by telephone, video or letter has none (D1 bilag 3 prints one in
/// person).
Missing missing_of_future(const Aftale& agreement) {
  Missing missing;
  if (!agreement.slut) missing.emplace_back("slut");
  if (in_person(agreement) && base::is_blank(agreement.sted)) missing.emplace_back("sted");
  if (in_person(agreement) && agreement.kort.empty()) missing.emplace_back("kort");
  if (agreement.person.rolle.empty()) missing.emplace_back("person.rolle");
  if (base::is_blank(agreement.tekst)) missing.emplace_back("tekst");
  return missing;
}

bool is_behind(const Aftale& agreement, const RuleInput& input) { return phase_of(agreement, input.today) == Phase::ended; }

void add_missing(const Aftale& agreement, const Missing& missing, Findings& findings) {
  for (const auto& key : missing) {
    findings.push_back({agreement.at, {{"noegle", key}, {"dato", base::to_iso(agreement.dato)}}, {}});
  }
}

void past_is_incomplete(const RuleInput& input, Findings& findings) {
  for (const auto& agreement : input.plan.aftaler) {
    if (is_behind(agreement, input)) add_missing(agreement, missing_of_past(agreement), findings);
  }
}

void future_is_incomplete(const RuleInput& input, Findings& findings) {
  for (const auto& agreement : input.plan.aftaler) {
    if (!is_behind(agreement, input)) add_missing(agreement, missing_of_future(agreement), findings);
  }
}

void wrong_direction(const RuleInput& input, Findings& findings) {
  for (const auto& agreement : input.plan.aftaler) {
    const bool wrong = agreement.retning == (is_behind(agreement, input) ? "frem" : "bagud");
    if (!wrong) continue;
    findings.push_back(
        {agreement.at + "/retning",
         {{"retning", agreement.retning}, {"dato", base::to_iso(agreement.dato)}, {"idag", base::to_iso(input.today)}},
         {}});
  }
}

void time_of_day(const RuleInput& input, Findings& findings) {
  for (std::size_t i = 0; i < input.plan.aftaler.size(); ++i) {
    const auto& agreement = input.plan.aftaler[i];
    const bool end_is_no_time = !agreement.slut && input.document.at("aftaler")[i].contains("slut");
    const bool ends_too_soon = agreement.slut && *agreement.slut <= agreement.start;
    if (agreement.start < 0) {
      findings.push_back({agreement.at + "/start", {}, {}});
    } else if (end_is_no_time || ends_too_soon) {
      findings.push_back({agreement.at + "/slut", {}, {}});
    }
  }
}

void no_next_conversation(const RuleInput& input, Findings& findings) {
  const auto& all = input.plan.aftaler;
  const bool planned = std::any_of(
      all.begin(), all.end(), [&input](const Aftale& one) { return !is_behind(one, input) && one.aftaletype != "oevrig"; });
  if (input.gruppe().naeste_samtale && !planned) findings.push_back({"/aftaler", {{"idag", base::to_iso(input.today)}}, {}});
}

constexpr Rule kAgreementsRules[] = {
    {"min-plan.aftale.akasse-uden-dagpenge", "D1 §3.3", error, akasse_without_dagpenge},
    {"min-plan.aftale.uden-person-eller-dato", "D1 bilag 1", error, nullptr},
    {"min-plan.aftale.ufuldstaendig", "D1 bilag 3", error, past_is_incomplete},
    {"min-plan.aftale.kommende-ufuldstaendig", "D1 bilag 3", error, future_is_incomplete},
    {"min-plan.aftale.retning", "D1 §6.4", error, wrong_direction},
    {"min-plan.aftale.klokkeslaet", "D1 bilag 3", error, time_of_day},
    {"min-plan.aftale.selvbooking", "D1 §6.1", error, nullptr},
    {"min-plan.aftale.ingen-kommende", "D1 §6.4; D0", warning, no_next_conversation},
};

}  // namespace

std::span<const Rule> agreement_rules() { return kAgreementsRules; }

}  // namespace plan::min_plan
