#include "plan/min_plan/rules/free_texts.h"

namespace plan::min_plan {

namespace {

void add_effort(const Indsats& effort, std::vector<FreeText>& texts) {
  texts.push_back({effort.at + "/navn", effort.navn});
  texts.push_back({effort.hvad.at + "/titel", effort.hvad.titel});
  texts.push_back({effort.hvad.at + "/beskrivelse", effort.hvad.beskrivelse});
  for (const auto& status : effort.statusser) texts.push_back({status.at + "/tekst", status.tekst});
  for (const auto& moved : effort.hvornaar.aendret) texts.push_back({moved.at + "/tekst", moved.tekst});
}

void add_krav(const Krav& krav, std::vector<FreeText>& texts) {
  for (std::size_t i = 0; i < krav.jobomraader.size(); ++i) {
    texts.push_back({krav.at + "/jobomraader/" + std::to_string(i), krav.jobomraader[i]});
  }
  texts.push_back({krav.at + "/oevrige", krav.oevrige});
}

void add_agreement(const Aftale& agreement, std::vector<FreeText>& texts) {
  texts.push_back({agreement.at + "/titel", agreement.titel});
  texts.push_back({agreement.at + "/tekst", agreement.tekst});
}

void add_proposal(const AkasseForslag& proposal, std::vector<FreeText>& texts) {
  for (const auto& goal : proposal.jobmaal) texts.push_back({goal.at + "/begrundelse", goal.begrundelse});
  for (const auto& one : proposal.indsatsforslag) {
    texts.push_back({one.at + "/indsats", one.indsats});
    texts.push_back({one.at + "/fagligBegrundelse", one.faglig_begrundelse});
  }
}

}  // namespace

std::vector<FreeText> free_texts(const MinPlan& plan) {
  std::vector<FreeText> texts{{"/planbeskrivelse", plan.planbeskrivelse}};
  if (plan.rehabiliteringsplan) texts.push_back({"/rehabiliteringsplan/henvisning", plan.rehabiliteringsplan->henvisning});
  if (plan.uddannelsespaalaeg) {
    texts.push_back({plan.uddannelsespaalaeg->at + "/overskrift", plan.uddannelsespaalaeg->overskrift});
    texts.push_back({plan.uddannelsespaalaeg->at + "/indledning", plan.uddannelsespaalaeg->indledning});
  }
  for (const auto& change : plan.revision.aendringer) texts.push_back({change.at + "/tekst", change.tekst});
  for (const auto& goal : plan.jobmaal) texts.push_back({goal.at + "/fritekst", goal.fritekst});
  for (const auto& krav : plan.krav_til_jobsoegning) add_krav(krav, texts);
  for (const auto& effort : plan.indsatser) add_effort(effort, texts);
  for (const auto& agreement : plan.aftaler) add_agreement(agreement, texts);
  if (plan.akasse_forslag) add_proposal(*plan.akasse_forslag, texts);
  for (const auto& link : plan.andre_veje) {
    texts.push_back({link.at + "/titel", link.titel});
    texts.push_back({link.at + "/beskrivelse", link.beskrivelse});
  }
  return texts;
}

}  // namespace plan::min_plan
