#include <algorithm>
#include <set>

#include "base/blank.h"
#include "base/suggest.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

void find_draft(const RuleInput& input, Purpose purpose, Findings& findings) {
  const bool is_draft = input.plan.revision.tilstand != "publiceret";
  if (is_draft && input.settings.purpose == purpose) findings.push_back({input.plan.revision.at + "/tilstand", {}, {}});
}

void draft(const RuleInput& input, Findings& findings) { find_draft(input, Purpose::publish, findings); }

void draft_in_preview(const RuleInput& input, Findings& findings) { find_draft(input, Purpose::preview, findings); }

void no_change_notice(const RuleInput& input, Findings& findings) {
  const auto& revision = input.plan.revision;
  if (revision.version > 1 && revision.aendringer.empty()) {
    findings.push_back({revision.at, {{"version", std::to_string(revision.version)}}, {}});
  }
}

/// The ids of everything that is shown, with their places, in the order of the file's lists.
struct PlacedId {
  std::string id;
  std::string at;
};
std::vector<PlacedId> placed_ids(const MinPlan& plan) {
  std::vector<PlacedId> ids;
  for (const auto& effort : plan.indsatser) ids.push_back({effort.id, effort.at + "/id"});
  for (const auto& agreement : plan.aftaler) ids.push_back({agreement.id, agreement.at + "/id"});
  for (const auto& krav : plan.krav_til_jobsoegning) {
    if (!krav.id.empty()) ids.push_back({krav.id, krav.at + "/id"});
  }
  return ids;
}

void repeated_id(const RuleInput& input, Findings& findings) {
  std::set<std::string> seen;
  for (const auto& [id, at] : placed_ids(input.plan)) {
    if (!seen.insert(id).second) findings.push_back({at, {{"id", id}}, {}});
  }
}

/// What a change can be about: what the plan has, and what the version before had and is gone.
std::vector<std::string> known_ids(const RuleInput& input) {
  std::vector<std::string> ids;
  for (const MinPlan* version : {&input.plan, input.earlier}) {
    if (version == nullptr) continue;
    for (const auto& [id, at] : placed_ids(*version)) ids.push_back(id);
  }
  return ids;
}

/// A change that names the wrong id could be shown to the a-kasse though it is about what the a-kasse may not see.
void change_of_unknown_id(const RuleInput& input, Findings& findings) {
  const auto ids = known_ids(input);
  for (const auto& change : input.plan.revision.aendringer) {
    for (std::size_t i = 0; i < change.vedroerer.size(); ++i) {
      const auto& named = change.vedroerer[i];
      if (std::find(ids.begin(), ids.end(), named) != ids.end()) continue;
      Finding finding{change.at + "/vedroerer/" + std::to_string(i), {{"id", named}}, {}};
      if (const auto near = base::nearest_word(named, ids)) finding.hints.push_back(base::did_you_mean(*near));
      findings.push_back(std::move(finding));
    }
  }
}

void not_updated(const RuleInput& input, Findings& findings) {
  for (const auto& agreement : input.plan.aftaler) {
    const bool newer = agreement.dato < input.today && agreement.dato > input.plan.revision.opdateret;
    if (!newer) continue;
    const auto updated = base::to_iso(input.plan.revision.opdateret);
    return findings.push_back(
        {input.plan.revision.at + "/opdateret", {{"opdateret", updated}, {"dato", base::to_iso(agreement.dato)}}, {}});
  }
}

void contract_is_incomplete(const RuleInput& input, Findings& findings) {
  if (!input.plan.kontrakt || input.gruppe().kolonne != 'X') return;
  const auto& contract = *input.plan.kontrakt;
  const auto ask = [&](bool missing, const char* key) {
    if (missing) findings.push_back({contract.at, {{"noegle", key}}, {}});
  };
  ask(base::is_blank(contract.danskmaal), "danskmaal");
  ask(base::is_blank(contract.job_eller_uddannelsesmaal), "jobEllerUddannelsesmaal");
  ask(contract.indsatser.empty(), "indsatser");
  ask(!contract.erklaering_underskrevet, "opholdsOgSelvforsoergelseserklaering");
}

void contract_ends_before_it_begins(const RuleInput& input, Findings& findings) {
  if (!input.plan.kontrakt || !input.plan.kontrakt->gyldig_fra || !input.plan.kontrakt->gyldig_til) return;
  const auto& contract = *input.plan.kontrakt;
  if (*contract.gyldig_til >= *contract.gyldig_fra) return;
  findings.push_back({contract.at + "/gyldigTil",
                      {{"fra", base::to_iso(*contract.gyldig_fra)}, {"til", base::to_iso(*contract.gyldig_til)}},
                      {}});
}

void no_consent(const RuleInput& input, Findings& findings) {
  if (input.plan.flag.helhedsorienteret_plan && !input.plan.flag.samtykke)
    findings.push_back({"/flag/helhedsorienteretPlan", {}, {}});
}

constexpr Rule kPublishingRules[] = {
    {"min-plan.revision.kladde", "D1 §2.2", error, draft},
    {"min-plan.revision.kun-jobcentret", "D1 §2.2", advice, draft_in_preview},
    {"min-plan.revision.uden-aendringer", "D1 §2, 2.2", error, no_change_notice},
    {"min-plan.revision.ukendt-id", "D1 §2.2, 6.1", error, change_of_unknown_id},
    {"min-plan.revision.ikke-opdateret", "D1 §2; D3; D4", warning, not_updated},
    {"min-plan.id.gentaget", "D1 §6.1", error, repeated_id},
    {"min-plan.kontrakt.ufuldstaendig", "D1 §6.5", warning, contract_is_incomplete},
    {"min-plan.kontrakt.slut-foer-start", "D1 §6.5", error, contract_ends_before_it_begins},
    {"min-plan.samtykke.mangler", "D1 §2.1", warning, no_consent},
};

}  // namespace

std::span<const Rule> publishing_rules() { return kPublishingRules; }

}  // namespace plan::min_plan
