#include <algorithm>
#include <set>

#include "base/blank.h"
#include "plan/min_plan/rules/danish_dates_in_text.h"
#include "plan/min_plan/rules/each_effort.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"
#include "plan/schema/scalars.h"

/// Rules on what makes a plan easy to follow. They look for words, so they may be wrong, and never stop a plan.
namespace plan::min_plan {

namespace {

using enum base::Severity;

bool holds_any(const RuleInput& input, std::string_view text, std::string_view list) {
  return first_word_of(text, input.tables.ordliste(list)).has_value();
}

/// Whether one of a text's words is one of the list, whole.
bool holds_whole(const RuleInput& input, std::string_view text, std::string_view list) {
  const auto& wanted = input.tables.ordliste(list);
  return std::ranges::any_of(words_of(text), [&](const std::string& word) { return is_only(word, wanted); });
}

bool names_a_time(const RuleInput& input, std::string_view text) {
  return !dates_in(text).empty() || holds_any(input, text, "tid") || holds_whole(input, text, "tidsord");
}

// ---- the description

/// Whether one of the first words of every sentence tells of the past.
bool only_looks_back(const RuleInput& input, std::string_view text) {
  constexpr std::size_t kOpening = 3;
  const auto& past = input.tables.ordliste("datid");
  std::size_t sentences = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(".!?\n"), text.size());
    const auto sentence = words_of(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (sentence.empty()) continue;
    ++sentences;
    const auto opening = std::min(sentence.size(), kOpening);
    const bool is_past = std::any_of(sentence.begin(), sentence.begin() + static_cast<std::ptrdiff_t>(opening),
                                     [&](const std::string& word) { return is_only(word, past); });
    if (!is_past) return false;
  }
  return sentences > 0;
}

void looks_back(const RuleInput& input, Findings& findings) {
  const auto& text = input.plan.planbeskrivelse;
  if (input.gruppe().har_uddannelsespaalaeg()) return;  // the comment has rules of its own
  const auto dates = dates_in(text);
  const bool past_dates = !dates.empty() && std::all_of(dates.begin(), dates.end(),
                                                        [&](const DateInText& named) { return named.date < input.today; });
  if (past_dates || only_looks_back(input, text)) findings.push_back({"/planbeskrivelse", {}, {}});
}

void no_half_year_ahead(const RuleInput& input, Findings& findings) {
  const auto& group = input.gruppe();
  const bool wanted =
      group.beskrivelse_boer && (!group.beskrivelse_kategori || group.beskrivelse_kategori == input.plan.flag.kategori);
  if (!wanted || input.plan.rehabiliteringsplan || input.plan.indsatser.empty()) return;
  const auto latest = std::ranges::max(input.plan.indsatser, {}, [](const Indsats& e) { return e.hvornaar.slut; });
  const auto wanted_until = base::add_months(input.today, input.settings.limits.beskrivelse_frem_maaneder);
  if (latest.hvornaar.slut >= wanted_until) return;
  findings.push_back({latest.hvornaar.at + "/slut",
                      {{"slut", base::to_iso(latest.hvornaar.slut)}, {"maal", base::to_iso(wanted_until)}},
                      {}});
}

void area_without_effort(const RuleInput& input, Findings& findings) {
  if (input.plan.rehabiliteringsplan) return;
  for (const char* area : {"social", "sundhed"}) {
    const auto word = first_word_of(input.plan.planbeskrivelse, input.tables.ordliste(area));
    const bool registered = std::ranges::any_of(input.plan.indsatser, [&](const Indsats& effort) {
      const auto* kind = input.tables.indsats(effort.art);
      return kind != nullptr && kind->omraade == area;
    });
    if (word && !registered) findings.push_back({"/planbeskrivelse", {{"ord", *word}}, {}});
  }
}

// ---- the education order

void comment_on_another_step(const RuleInput& input, Findings& findings) {
  if (!input.plan.uddannelsespaalaeg) return;
  const int step = input.plan.uddannelsespaalaeg->trin;
  const auto& text = input.plan.planbeskrivelse;
  if (holds_any(input, text, "trin" + std::to_string(step))) return;
  for (int other = 1; other <= 4; ++other) {
    const auto word = first_word_of(text, input.tables.ordliste("trin" + std::to_string(other)));
    if (other == step || !word) continue;
    return findings.push_back(
        {"/planbeskrivelse", {{"ord", *word}, {"andet", std::to_string(other)}, {"trin", std::to_string(step)}}, {}});
  }
}

void no_task_in_comment(const RuleInput& input, Findings& findings) {
  const auto& text = input.plan.planbeskrivelse;
  if (!input.plan.uddannelsespaalaeg || base::is_blank(text)) return;
  const bool has_task = holds_any(input, text, "opgave");
  const bool has_time = input.plan.uddannelsespaalaeg->frist || names_a_time(input, text);
  if (!has_task || !has_time) findings.push_back({"/planbeskrivelse", {}, {}});
}

// ---- agreements

bool lies_behind(const Aftale& agreement, base::Date today) { return agreement.publiceret && agreement.dato < today; }

/// Only of the newest agreement of each authority, which stands at the top of the page.
void who_does_what_when(const RuleInput& input, Findings& findings) {
  for (const char* type : {"jobcenter", "akasse"}) {
    const Aftale* newest = nullptr;
    for (const Aftale& one : input.plan.aftaler) {
      if (one.aftaletype != type || !lies_behind(one, input.today)) continue;
      if (newest == nullptr || one.dato >= newest->dato) newest = &one;
    }
    if (newest == nullptr || base::is_blank(newest->tekst)) continue;
    const bool has_who = holds_whole(input, newest->tekst, "hvem") ||
                         first_word_of(newest->tekst, {input.plan.borger.navn.substr(0, input.plan.borger.navn.find(' '))});
    if (!has_who || !names_a_time(input, newest->tekst)) findings.push_back({newest->at + "/tekst", {}, {}});
  }
}

// ---- efforts

void unusually_long(const EffortInput& input, Findings& findings) {
  const auto days = (input.effort.hvornaar.slut - input.effort.hvornaar.start).count() + 1;
  if (input.effort.art == "fleksjob" || days <= input.plan.settings.limits.indsats_hoejst_dage) return;
  findings.push_back(input.finding("/hvornaar", {{"dage", std::to_string(days)}}));
}

void many_words(const EffortInput& input, Findings& findings) {
  const auto most = static_cast<std::size_t>(input.plan.settings.limits.tekst_hoejst_ord);
  for (const auto& [key, text] : {std::pair{"/hvad/beskrivelse", std::string_view(input.effort.hvad.beskrivelse)},
                                  std::pair{"/hvorfor", std::string_view(input.effort.hvorfor)}}) {
    const auto count = word_count(text);
    if (count <= most) continue;
    findings.push_back(input.finding(key, {{"antal", std::to_string(count)}, {"graense", std::to_string(most)}}));
  }
}

/// The beginnings of the long words of a text; two texts that share one speak of the same.
std::set<std::string> stems_of(std::string_view text) {
  constexpr std::size_t kStemBytes = 5;
  std::set<std::string> stems;
  for (const std::string& word : words_of(lower_case(text))) {
    if (word.size() >= kStemBytes) stems.insert(word.substr(0, kStemBytes));
  }
  return stems;
}

void no_goal(const EffortInput& input, Findings& findings) {
  const auto& plan = input.plan.plan;
  if (input.kind.har_hvem || !input.effort.maal_ref.empty() || (plan.jobmaal.empty() && plan.uddannelsesmaal.empty()))
    return;
  const auto said = stems_of(input.effort.hvad.titel + " " + input.effort.hvad.beskrivelse + " " + input.effort.hvorfor);
  std::string goals;
  for (const auto& goal : plan.jobmaal) goals += goal.tekst() + " ";
  for (const auto& goal : plan.uddannelsesmaal) goals += goal.titel + " ";
  const auto wanted = stems_of(goals);
  const bool shared = std::ranges::any_of(wanted, [&](const std::string& stem) { return said.contains(stem); });
  if (!shared && !holds_any(input.plan, input.effort.hvorfor, "maalord")) findings.push_back(input.finding("/hvorfor"));
}

void no_gain_at_company(const EffortInput& input, Findings& findings) {
  if (input.kind.gruppe != "virksomhed" || base::is_blank(input.effort.hvorfor)) return;
  if (!holds_any(input.plan, input.effort.hvorfor, "udbytte")) findings.push_back(input.finding("/hvorfor"));
}

void flexible_job_without_progression(const EffortInput& input, Findings& findings) {
  if (input.effort.art != "fleksjob" || input.effort.statusser.empty()) return;
  const Status& latest = input.effort.statusser.back();
  if (holds_any(input.plan, latest.tekst, "progression")) return;
  auto finding = input.finding("");
  finding.at = latest.at + "/tekst";
  findings.push_back(std::move(finding));
}

/// Whether an effort takes working hours; a mentor or a social effort goes beside them.
bool takes_working_hours(const RuleInput& input, const Indsats& effort) {
  const auto* kind = input.tables.indsats(effort.art);
  return kind != nullptr && (kind->gruppe == "virksomhed" || kind->gruppe == "uddannelse") && effort.hvad.timer_pr_uge;
}

/// Of what runs or lies ahead: on the first day of each effort, the hours of all that run on that day. The one that began
/// last is named.
void hours_that_do_not_fit(const RuleInput& input, Findings& findings) {
  const auto most = input.settings.limits.timer_hoejst;
  for (const Indsats& one : input.plan.indsatser) {
    if (one.hvornaar.slut < input.today || !takes_working_hours(input, one) || *one.hvad.timer_pr_uge > most) continue;
    const auto day = std::max(one.hvornaar.start, input.today);
    double sum = 0;
    bool began_last = true;
    for (const Indsats& other : input.plan.indsatser) {
      const bool runs = other.hvornaar.start <= day && day <= other.hvornaar.slut;
      if (!runs || !takes_working_hours(input, other)) continue;
      sum += *other.hvad.timer_pr_uge;
      began_last = began_last && std::pair(other.hvornaar.start, other.at) <= std::pair(one.hvornaar.start, one.at);
    }
    if (sum <= most || !began_last) continue;
    findings.push_back({one.hvad.at + "/timerPrUge",
                        {{"indsats", one.navn}, {"timer", number_text(sum)}, {"graense", std::to_string(most)}},
                        {}});
  }
}

constexpr Rule kQualityRules[] = {
    {"min-plan.planbeskrivelse.ser-tilbage", "D1 §4.2", warning, looks_back},
    {"min-plan.planbeskrivelse.kort-sigt", "D1 §4.2", warning, no_half_year_ahead},
    {"min-plan.planbeskrivelse.uden-indsats", "D1 §4.2, 6.2", warning, area_without_effort},
    {"min-plan.uddannelsespaalaeg.kommentar-om-andet-trin", "D1 bilag 1", warning, comment_on_another_step},
    {"min-plan.uddannelsespaalaeg.uden-opgave", "D1 §5.1-5.2", warning, no_task_in_comment},
    {"min-plan.aftale.hvem-hvad-hvornaar", "D1 §5.2", warning, who_does_what_when},
    {"min-plan.indsats.usaedvanlig-lang", "D1 kap. 6", advice, each_effort<unusually_long>},
    {"min-plan.indsats.mange-ord", "D1 kap. 6", advice, each_effort<many_words>},
    {"min-plan.indsats.uden-maal", "D1 kap. 6", warning, each_effort<no_goal>},
    {"min-plan.indsats.uden-udbytte", "D1 §6.2", warning, each_effort<no_gain_at_company>},
    {"min-plan.indsats.fleksjob-uden-progression", "D1 §6.3", advice, each_effort<flexible_job_without_progression>},
    {"min-plan.indsats.timer-samtidig", "D1 §6.2", advice, hours_that_do_not_fit},
};

}  // namespace

std::span<const Rule> quality_rules() { return kQualityRules; }

}  // namespace plan::min_plan
