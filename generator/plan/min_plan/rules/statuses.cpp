#include <algorithm>

#include "plan/min_plan/rules/each_effort.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

bool is_running(const EffortInput& input) {
  return input.effort.hvornaar.start <= input.plan.today && input.plan.today <= input.effort.hvornaar.slut;
}

bool needs_running_status(const EffortInput& input) {
  return input.kind.loebende_status && !input.effort.kort_varighed && is_running(input);
}

bool has_final_status(const Indsats& effort) {
  return std::any_of(effort.statusser.begin(), effort.statusser.end(),
                     [](const Status& status) { return status.afsluttende; });
}

void no_running_status(const EffortInput& input, Findings& findings) {
  const auto age = (input.plan.today - input.effort.hvornaar.start).count();
  const bool due = age > input.plan.settings.limits.status_efter_dage;
  if (!needs_running_status(input) || !due || !input.effort.statusser.empty()) return;
  findings.push_back(input.finding("", {{"dage", std::to_string(age)}}));
}

void stale_status(const EffortInput& input, Findings& findings) {
  if (!needs_running_status(input) || input.effort.statusser.empty()) return;
  const auto& latest = input.effort.statusser.back();
  const auto age = (input.plan.today - latest.dato).count();
  if (age <= input.plan.settings.limits.status_hoejst_gammel_dage) return;
  auto finding = input.finding("", {{"dage", std::to_string(age)}, {"dato", base::to_iso(latest.dato)}});
  finding.at = latest.at + "/dato";
  findings.push_back(std::move(finding));
}

void no_final_status(const EffortInput& input, Findings& findings) {
  const auto since = (input.plan.today - input.effort.hvornaar.slut).count();
  const bool left = input.effort.afgaaet == "job" || input.effort.afgaaet == "uddannelse";
  if (!input.kind.har_status) return;
  if (since <= input.plan.settings.limits.afsluttende_status_dage || left || has_final_status(input.effort)) return;
  findings.push_back(input.finding("", {{"slut", base::to_iso(input.effort.hvornaar.slut)}}));
}

void status_of_an_aid(const EffortInput& input, Findings& findings) {
  if (!input.kind.har_status && !input.effort.statusser.empty()) findings.push_back(input.finding("/statusser"));
}

void final_status_too_soon(const EffortInput& input, Findings& findings) {
  if (input.plan.today >= input.effort.hvornaar.slut) return;
  for (const auto& status : input.effort.statusser) {
    if (!status.afsluttende) continue;
    auto finding = input.finding("", {{"slut", base::to_iso(input.effort.hvornaar.slut)}});
    finding.at = status.at + "/afsluttende";
    findings.push_back(std::move(finding));
  }
}

void only_technical(const EffortInput& input, Findings& findings) {
  for (const auto& status : input.effort.statusser) {
    const bool short_text =
        word_count(status.tekst) < static_cast<std::size_t>(input.plan.settings.limits.status_mindst_ord);
    if (!short_text && !is_only(status.tekst, input.plan.tables.ordliste("tekniskStatus"))) continue;
    auto finding = input.finding("", {{"tekst", status.tekst}});
    finding.at = status.at + "/tekst";
    findings.push_back(std::move(finding));
  }
}

/// Why a status cannot have its date, as the code of a hint; empty when it can.
std::string_view wrong_date(const EffortInput& input, const Status& status, const Status* before) {
  const auto& when = input.effort.hvornaar;
  const auto last = when.slut + std::chrono::days(input.plan.settings.limits.status_efter_slut_dage);
  if (status.dato > input.plan.today) return "min-plan.indsats.statusdato.i-fremtiden";
  if (status.dato < when.start) return "min-plan.indsats.statusdato.foer-start";
  if (status.dato > last) return "min-plan.indsats.statusdato.efter-slut";
  if (before != nullptr && status.dato < before->dato) return "min-plan.indsats.statusdato.raekkefoelge";
  return {};
}

void implausible_date(const EffortInput& input, Findings& findings) {
  const Status* before = nullptr;
  for (const auto& status : input.effort.statusser) {
    if (const auto why = wrong_date(input, status, before); !why.empty()) {
      auto finding = input.finding("", {{"dato", base::to_iso(status.dato)}});
      finding.at = status.at + "/dato";
      finding.hints.push_back({std::string(why),
                               {{"start", base::to_iso(input.effort.hvornaar.start)},
                                {"slut", base::to_iso(input.effort.hvornaar.slut)},
                                {"idag", base::to_iso(input.plan.today)}},
                               {}});
      findings.push_back(std::move(finding));
    }
    before = &status;
  }
}

constexpr Rule kStatusesRules[] = {
    {"min-plan.indsats.status-mangler", "D1 §6.3", error, each_effort<no_running_status>},
    {"min-plan.indsats.status-gammel", "D1 §6.3", warning, each_effort<stale_status>},
    {"min-plan.indsats.afsluttende-status-mangler", "D1 §6.3", error, each_effort<no_final_status>},
    {"min-plan.indsats.afsluttende-status-for-tidligt", "D1 §6.3", error, each_effort<final_status_too_soon>},
    {"min-plan.indsats.hjaelpemiddel-status", "D1 §6.3 og bilag 2", warning, each_effort<status_of_an_aid>},
    {"min-plan.indsats.teknisk-status", "D1 §6.3", error, each_effort<only_technical>},
    {"min-plan.indsats.statusdato", "D1 §6.3", error, each_effort<implausible_date>},
};

}  // namespace

std::span<const Rule> status_rules() { return kStatusesRules; }

}  // namespace plan::min_plan
