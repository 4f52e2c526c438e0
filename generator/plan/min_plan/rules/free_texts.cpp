#include "plan/min_plan/rules/free_texts.h"

namespace plan::min_plan {

namespace {

void add_effort(const Indsats& effort, std::vector<FreeText>& texts) {
  texts.push_back({effort.hvad.at + "/titel", effort.hvad.titel});
  texts.push_back({effort.hvad.at + "/beskrivelse", effort.hvad.beskrivelse});
  for (const auto& status : effort.statusser) texts.push_back({status.at + "/tekst", status.tekst});
  for (const auto& moved : effort.hvornaar.aendret) texts.push_back({moved.at + "/tekst", moved.tekst});
}

}  // namespace

std::vector<FreeText> free_texts(const MinPlan& plan) {
  std::vector<FreeText> texts{{"/planbeskrivelse", plan.planbeskrivelse}};
  if (plan.rehabiliteringsplan) texts.push_back({"/rehabiliteringsplan/henvisning", plan.rehabiliteringsplan->henvisning});
  if (plan.uddannelsespaalaeg)
    texts.push_back({plan.uddannelsespaalaeg->at + "/indledning", plan.uddannelsespaalaeg->indledning});
  for (const auto& change : plan.revision.aendringer) texts.push_back({change.at + "/tekst", change.tekst});
  for (const auto& goal : plan.jobmaal) texts.push_back({goal.at + "/fritekst", goal.fritekst});
  for (const auto& krav : plan.krav_til_jobsoegning) texts.push_back({krav.at + "/oevrige", krav.oevrige});
  for (const auto& effort : plan.indsatser) add_effort(effort, texts);
  for (const auto& agreement : plan.aftaler) texts.push_back({agreement.at + "/tekst", agreement.tekst});
  if (!plan.akasse_forslag) return texts;
  for (const auto& one : plan.akasse_forslag->indsatsforslag)
    texts.push_back({one.at + "/fagligBegrundelse", one.faglig_begrundelse});
  return texts;
}

}  // namespace plan::min_plan
