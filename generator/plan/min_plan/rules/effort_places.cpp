#include "base/blank.h"
#include "plan/min_plan/rules/each_effort.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

void no_meeting_place(const EffortInput& input, Findings& findings) {
  if (input.kind.har_hvem) return;
  if (!input.effort.hvor || base::is_blank(input.effort.hvor->moedested))
    findings.push_back(input.finding("/hvor/moedested"));
}

void no_company_address(const EffortInput& input, Findings& findings) {
  const bool known = input.effort.hvor && !base::is_blank(input.effort.hvor->virksomhedsadresse);
  if (input.kind.gruppe == "virksomhed" && input.effort.hvor && !known) findings.push_back(input.finding("/hvor"));
}

/// The people that the citizen can turn to, of either form.
std::vector<const Person*> contacts_of(const Indsats& effort) {
  std::vector<const Person*> people;
  if (effort.hvem) people.push_back(&effort.hvem->kontakt);
  if (!effort.hvor) return people;
  for (const auto& person : effort.hvor->kontakt) people.push_back(&person);
  return people;
}

void contact_out_of_reach(const EffortInput& input, Findings& findings) {
  for (const auto* person : contacts_of(input.effort)) {
    if (!person->telefon.empty() || !person->email.empty()) continue;
    auto finding = input.finding("", {{"person", person->navn}});
    finding.at = person->at;
    findings.push_back(std::move(finding));
  }
}

void contact_with_one_channel(const EffortInput& input, Findings& findings) {
  for (const auto* person : contacts_of(input.effort)) {
    if (person->telefon.empty() == person->email.empty()) continue;
    auto finding = input.finding("", {{"person", person->navn}, {"mangler", person->telefon.empty() ? "telefon" : "email"}});
    finding.at = person->at;
    findings.push_back(std::move(finding));
  }
}

void aid_has_who(const EffortInput& input, Findings& findings) {
  if (!input.kind.har_hvem) return;
  if (!input.effort.hvem || base::is_blank(input.effort.hvem->udbyder)) findings.push_back(input.finding("/hvem"));
}

void wrong_form(const EffortInput& input, Findings& findings) {
  const bool wrong = input.kind.har_hvem ? input.effort.hvor.has_value() : input.effort.hvem.has_value();
  const std::string used = input.kind.har_hvem ? "hvor" : "hvem";
  const std::string right = input.kind.har_hvem ? "hvem" : "hvor";
  if (wrong) findings.push_back(input.finding("/" + used, {{"brugt", used}, {"rigtig", right}, {"art", input.effort.art}}));
}

constexpr Rule kEffortPlacesRules[] = {
    {"min-plan.indsats.uden-moedested", "D1 §6.3", error, each_effort<no_meeting_place>},
    {"min-plan.indsats.uden-virksomhedsadresse", "D1 §6.3", advice, each_effort<no_company_address>},
    {"min-plan.indsats.uden-kontaktperson", "D1 §6.3", error, nullptr},
    {"min-plan.indsats.kontakt-uden-telefon-og-email", "D1 §6.3", warning, each_effort<contact_out_of_reach>},
    {"min-plan.indsats.kontakt-med-en-kanal", "D1 §6.3", advice, each_effort<contact_with_one_channel>},
    {"min-plan.indsats.hjaelpemiddel-hvem", "D1 bilag 2", error, each_effort<aid_has_who>},
    {"min-plan.indsats.hvor-eller-hvem", "D1 §6.3, bilag 2", error, each_effort<wrong_form>},
};

}  // namespace

std::span<const Rule> effort_place_rules() { return kEffortPlacesRules; }

}  // namespace plan::min_plan
