#include "plan/audience.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "plan/audience_terms.h"
#include "plan/min_plan/tables.h"

namespace plan {
namespace {

using min_plan::Indsats;
using min_plan::MinPlan;

bool is_hidden(const Indsats& effort) {
  const min_plan::IndsatsArt* type = min_plan::tables().indsats(effort.art);
  return type == nullptr || type->skjult_for_akasse;
}

bool is_about(const min_plan::Aendring& change, const std::vector<Indsats>& hidden) {
  return std::ranges::any_of(hidden, [&](const Indsats& effort) {
    return std::ranges::find(change.vedroerer, effort.id) != change.vedroerer.end();
  });
}

std::vector<Indsats> take_hidden(std::vector<Indsats>& efforts) {
  const auto visible_end =
      std::stable_partition(efforts.begin(), efforts.end(), [](const Indsats& e) { return !is_hidden(e); });
  std::vector<Indsats> hidden(std::make_move_iterator(visible_end), std::make_move_iterator(efforts.end()));
  efforts.erase(visible_end, efforts.end());
  return hidden;
}

/// The description belongs to the a-kasse's own ground only where the citizen is insured (D1 table 1, columns A and C).
bool shares_description(const MinPlan& plan) {
  const min_plan::Maalgruppe* group = min_plan::tables().maalgruppe(plan.maalgruppe);
  return group != nullptr && (group->kolonne == 'A' || group->kolonne == 'C');
}

/// Takes telling paragraphs out of every free text that is left.
class Redaction {
 public:
  explicit Redaction(const TellingTerms& terms) : terms_(terms) {}

  void apply(MinPlan& plan) const {
    clean(plan.planbeskrivelse);
    for (auto& reply : plan.kommentar_svar) clean(reply.tekst);
    for (auto& effort : plan.indsatser) apply(effort);
    std::erase_if(plan.aftaler, [&](const auto& agreement) { return terms_.occur_in(agreement.person.navn); });
    for (auto& agreement : plan.aftaler) apply(agreement);
    for (auto& demand : plan.krav_til_jobsoegning) clean(demand.oevrige);
    if (plan.uddannelsespaalaeg) clean(plan.uddannelsespaalaeg->begrundelse);
    if (plan.uddannelsespaalaeg) clean(plan.uddannelsespaalaeg->indledning);
    if (plan.kontrakt) apply(*plan.kontrakt);
    if (plan.akasse_forslag) apply(*plan.akasse_forslag);
    std::erase_if(plan.jobmaal, [&](const auto& goal) { return terms_.occur_in(goal.titel + " " + goal.fritekst); });
    std::erase_if(plan.andre_veje, [&](const auto& link) { return terms_.occur_in(link.titel + " " + link.beskrivelse); });
    std::erase_if(plan.revision.aendringer, [&](const auto& change) { return terms_.occur_in(change.tekst); });
  }

 private:
  void clean(std::string& text) const { text = terms_.removed_from(text); }

  void apply(Indsats& effort) const {
    clean(effort.hvad.beskrivelse);
    clean(effort.hvorfor);
    for (auto& status : effort.statusser) clean(status.tekst);
    std::erase_if(effort.statusser, [](const auto& status) { return status.tekst.empty(); });
    for (auto& move : effort.hvornaar.aendret) clean(move.tekst);
  }

  void apply(min_plan::Aftale& agreement) const {
    clean(agreement.tekst);
    clean(agreement.titel);
    if (terms_.occur_in(agreement.sted)) {
      agreement.sted.clear();
      agreement.kort.clear();
    }
  }

  void apply(min_plan::Kontrakt& contract) const {
    clean(contract.danskmaal);
    clean(contract.job_eller_uddannelsesmaal);
    std::erase_if(contract.indsatser, [&](const std::string& effort) { return terms_.occur_in(effort); });
  }

  void apply(min_plan::AkasseForslag& proposal) const {
    std::erase_if(proposal.indsatsforslag,
                  [&](const auto& one) { return terms_.occur_in(one.indsats + " " + one.faglig_begrundelse); });
  }

  const TellingTerms& terms_;
};

void hide_from_akasse(MinPlan& plan) {
  const std::vector<Indsats> hidden = take_hidden(plan.indsatser);
  std::erase_if(plan.revision.aendringer, [&](const auto& change) { return is_about(change, hidden); });
  plan.rehabiliteringsplan.reset();
  if (!shares_description(plan)) plan.planbeskrivelse.clear();
  const TellingTerms terms(hidden, plan.indsatser);
  if (!terms.empty()) Redaction(terms).apply(plan);
}

}  // namespace

bool may_see(const MinPlan& plan, Audience audience) {
  return audience == Audience::jobcenter || plan.revision.tilstand == "publiceret";
}

MinPlan for_audience(MinPlan plan, Audience audience) {
  if (audience == Audience::jobcenter) return plan;
  std::erase_if(plan.aftaler, [](const auto& agreement) { return !agreement.publiceret; });
  if (audience == Audience::akasse) hide_from_akasse(plan);
  return plan;
}

}  // namespace plan
