#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/blank.h"
#include "plan/min_plan/rules/topics.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

/// An empty list is as good as no list, and a text of blanks as no text.
bool is_there(const RuleInput& input, const Element& element) {
  const auto found = input.document.find(element.noegle);
  if (found == input.document.end()) return false;
  return found->is_string() ? !base::is_blank(found->get_ref<const std::string&>()) : !found->empty();
}

Finding about(const RuleInput& input, const Element& element) {
  return {.at = "/" + element.noegle,
          .arguments = {{"noegle", element.noegle}, {"element", element.navn}, {"maalgruppe", input.plan.maalgruppe}},
          .hints = {}};
}

void not_for_the_group(const RuleInput& input, Findings& findings) {
  for (const auto& element : input.tables.elementer) {
    const bool forbidden = element.kolonner.at(input.gruppe().kolonne) == Adgang::ikke;
    if (forbidden && is_there(input, element)) findings.push_back(about(input, element));
  }
}

void required_of_the_group(const RuleInput& input, Findings& findings) {
  for (const auto& element : input.tables.elementer) {
    const bool required = element.kolonner.at(input.gruppe().kolonne) == Adgang::kraevet;
    if (required && !is_there(input, element)) findings.push_back(about(input, element));
  }
}

void reply_without_education_order(const RuleInput& input, Findings& findings) {
  if (input.plan.kommentar_svar.empty() || input.gruppe().har_uddannelsespaalaeg()) return;
  findings.push_back({"/kommentarSvar", {{"maalgruppe", input.plan.maalgruppe}}, {}});
}

void description_of_job_ready(const RuleInput& input, Findings& findings) {
  const auto column = input.gruppe().kolonne;
  if ((column != 'A' && column != 'B') || input.plan.planbeskrivelse.empty()) return;
  findings.push_back({"/planbeskrivelse", {{"maalgruppe", input.plan.maalgruppe}}, {}});
}

void description_missing(const RuleInput& input, Findings& findings) {
  const auto& group = input.gruppe();
  const bool in_category = !group.beskrivelse_kategori || group.beskrivelse_kategori == input.plan.flag.kategori;
  const auto& reference = input.plan.rehabiliteringsplan;
  const bool described =
      !base::is_blank(input.plan.planbeskrivelse) || (reference && !base::is_blank(reference->henvisning));
  if (group.beskrivelse_boer && in_category && !described) findings.push_back({"", {{"maalgruppe", group.kode}}, {}});
}

void category_of_others(const RuleInput& input, Findings& findings) {
  if (input.plan.flag.kategori && !input.gruppe().beskrivelse_kategori)
    findings.push_back({"/flag/kategori", {{"maalgruppe", input.plan.maalgruppe}}, {}});
}

constexpr Rule kElementsRules[] = {
    {"min-plan.maalgruppe.ukendt", "D1 §1", error, nullptr},
    {"min-plan.element.ikke-for-gruppen", "D1 tabel 1", error, not_for_the_group},
    {"min-plan.element.mangler", "D1 tabel 1", error, required_of_the_group},
    {"min-plan.kvittering", "D1 §2.1", error, nullptr},
    {"min-plan.mentorkontrakt", "D1 §2.1, 6.2", error, nullptr},
    {"min-plan.afgoerelse", "D1 §2", error, nullptr},
    {"min-plan.kommentarsvar.uden-uddannelsespaalaeg", "D1 §5.2", error, reply_without_education_order},
    {"min-plan.planbeskrivelse.ikke-for-jobparate", "D1 §2.1", error, description_of_job_ready},
    {"min-plan.planbeskrivelse.mangler", "D1 §4.2", warning, description_missing},
    {"min-plan.kategori.kun-sygedagpenge", "D1 §4.2", warning, category_of_others},
};

}  // namespace

std::span<const Rule> element_rules() { return kElementsRules; }

}  // namespace plan::min_plan
