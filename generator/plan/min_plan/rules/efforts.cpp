#include <algorithm>

#include "base/blank.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "plan/min_plan/rules/each_effort.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"
#include "plan/schema/scalars.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

void no_description(const EffortInput& input, Findings& findings) {
  if (base::is_blank(input.effort.hvad.beskrivelse)) findings.push_back(input.finding("/hvad/beskrivelse"));
}

void hours(const EffortInput& input, Findings& findings) {
  if (input.kind.timer == Timer::kraevet && !input.effort.hvad.timer_pr_uge) findings.push_back(input.finding("/hvad"));
}

void hours_of_an_aid(const EffortInput& input, Findings& findings) {
  if (input.kind.timer == Timer::ingen && input.effort.hvad.timer_pr_uge)
    findings.push_back(input.finding("/hvad/timerPrUge"));
}

void many_hours(const EffortInput& input, Findings& findings) {
  const auto& given = input.effort.hvad.timer_pr_uge;
  const auto most = input.plan.settings.limits.timer_hoejst;
  if (!given || *given <= most) return;
  findings.push_back(input.finding("/hvad/timerPrUge", {{"timer", number_text(*given)}, {"graense", std::to_string(most)}}));
}

void agreed_by_whom(const EffortInput& input, Findings& findings) {
  const auto& person = input.effort.hvad.aftalt_med;
  if (person && !person->myndighed && person->enhed.empty())
    findings.push_back(input.finding("/hvad/aftaltMed", {{"person", person->navn}}));
}

void ends_before_it_starts(const EffortInput& input, Findings& findings) {
  const auto& when = input.effort.hvornaar;
  if (when.slut >= when.start) return;
  findings.push_back(
      input.finding("/hvornaar/slut", {{"start", base::to_iso(when.start)}, {"slut", base::to_iso(when.slut)}}));
}

/// Whether the effort, or what the plan tells of its changes, says why its period is another than before.
bool notes_the_move(const MinPlan& plan, const Indsats& effort, const Indsats& before) {
  if (effort.hvornaar.aendret.size() > before.hvornaar.aendret.size()) return true;
  return std::ranges::any_of(plan.revision.aendringer, [&](const Aendring& change) {
    return std::ranges::find(change.vedroerer, effort.id) != change.vedroerer.end();
  });
}

void moved_without_note(const EffortInput& input, Findings& findings) {
  if (input.plan.earlier == nullptr) return;
  const auto before = std::ranges::find(input.plan.earlier->indsatser, input.effort.id, &Indsats::id);
  if (before == input.plan.earlier->indsatser.end()) return;
  const auto& then = before->hvornaar;
  const auto& now = input.effort.hvornaar;
  const bool is_moved = then.start != now.start || then.slut != now.slut;
  if (!is_moved || notes_the_move(input.plan.plan, input.effort, *before)) return;
  findings.push_back(input.finding("/hvornaar", {{"start", base::to_iso(then.start)}, {"slut", base::to_iso(then.slut)}}));
}

void course_too_long(const EffortInput& input, Findings& findings) {
  const auto days = (input.effort.hvornaar.slut - input.effort.hvornaar.start).count() + 1;
  if (input.effort.art != "seks-ugers-jobrettet-uddannelse" || days <= input.plan.settings.limits.kursus_hoejst_dage) return;
  findings.push_back(input.finding("/hvornaar", {{"dage", std::to_string(days)}}));
}

void no_reason(const EffortInput& input, Findings& findings) {
  if (base::is_blank(input.effort.hvorfor)) findings.push_back(input.finding("/hvorfor"));
}

void legal_basis(const EffortInput& input, Findings& findings) {
  for (const auto* list : {"lovtekst", "standardtekst"}) {
    const auto word = first_word_of(input.effort.hvorfor, input.plan.tables.ordliste(list));
    if (word) return findings.push_back(input.finding("/hvorfor", {{"ord", *word}}));
  }
}

struct LimitedText {
  const char* key;
  const std::string& text;
  std::optional<int> limit;
};

void over_limit(const EffortInput& input, Findings& findings) {
  const auto& limits = input.plan.settings.limits;
  for (const auto& [key, text, limit] : {LimitedText{"/hvad/beskrivelse", input.effort.hvad.beskrivelse, limits.hvad_tegn},
                                         LimitedText{"/hvorfor", input.effort.hvorfor, limits.hvorfor_tegn}}) {
    const auto length = base::code_point_count(text);
    if (!limit || length <= static_cast<std::size_t>(*limit)) continue;
    findings.push_back(input.finding(key, {{"antal", std::to_string(length)}, {"graense", std::to_string(*limit)}}));
  }
}

bool is_from_vitas(const EffortInput& input) { return input.effort.kilde == "vitas"; }

void too_long(const EffortInput& input, Findings& findings) {
  if (!is_from_vitas(input)) over_limit(input, findings);
}

/// VITAS has no limit of its own, so its text is shortened before the plan is published.
void too_long_from_vitas(const EffortInput& input, Findings& findings) {
  if (is_from_vitas(input)) over_limit(input, findings);
}

void unknown_goal(const EffortInput& input, Findings& findings) {
  std::vector<std::string> goals;
  for (const auto& goal : input.plan.plan.jobmaal) goals.push_back(goal.tekst());
  for (const auto& goal : input.plan.plan.uddannelsesmaal) goals.push_back(goal.titel);
  for (std::size_t i = 0; i < input.effort.maal_ref.size(); ++i) {
    const auto& named = input.effort.maal_ref[i];
    if (std::any_of(goals.begin(), goals.end(), [&named](const std::string& goal) { return same_words(goal, named); }))
      continue;
    auto finding = input.finding("/maalRef/" + std::to_string(i), {{"maal", named}});
    if (const auto near = base::nearest_word(named, goals)) finding.hints.push_back(base::did_you_mean(*near));
    findings.push_back(std::move(finding));
  }
}

constexpr Rule kEffortsRules[] = {
    {"min-plan.indsats.ukendt-art", "D1 §6.2", error, nullptr},
    {"min-plan.indsats.befordring", "D1 §6.1", error, nullptr},
    {"min-plan.indsats.fravaer", "D1 §6.1", error, nullptr},
    {"min-plan.indsats.uden-indhold", "D1 §6.3", error, each_effort<no_description>},
    {"min-plan.indsats.uden-timer", "D1 §6.3", error, each_effort<hours>},
    {"min-plan.indsats.hjaelpemiddel-timer", "D1 bilag 2", error, each_effort<hours_of_an_aid>},
    {"min-plan.indsats.mange-timer", "D1 §6.3", warning, each_effort<many_hours>},
    {"min-plan.indsats.aftalt-med-mangler", "D1 §6.3", error, nullptr},
    {"min-plan.indsats.aftalt-med-uden-myndighed", "D1 §6.3", advice, each_effort<agreed_by_whom>},
    {"min-plan.indsats.uden-periode", "D1 §6.3", error, nullptr},
    {"min-plan.indsats.slut-foer-start", "D1 §6.3", error, each_effort<ends_before_it_starts>},
    {"min-plan.indsats.flyttet-uden-note", "D1 §6.3", warning, each_effort<moved_without_note>},
    {"min-plan.indsats.kursus-for-langt", "D1 §6.2", advice, each_effort<course_too_long>},
    {"min-plan.indsats.uden-begrundelse", "D1 §6.3", error, each_effort<no_reason>},
    {"min-plan.indsats.lovhjemmel", "D1 §6.3", error, each_effort<legal_basis>},
    {"min-plan.indsats.for-lang-tekst", "D1 §1", error, each_effort<too_long>},
    {"min-plan.indsats.for-lang-tekst-fra-vitas", "D1 §1", warning, each_effort<too_long_from_vitas>},
    {"min-plan.indsats.ukendt-maal", "D1 kap. 6", warning, each_effort<unknown_goal>},
};

}  // namespace

std::span<const Rule> effort_rules() { return kEffortsRules; }

}  // namespace plan::min_plan
