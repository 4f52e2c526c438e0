#include <nlohmann/json.hpp>

#include "base/cpr.h"
#include "plan/min_plan/rules/danish_dates_in_text.h"
#include "plan/min_plan/rules/free_texts.h"
#include "plan/min_plan/rules/topics.h"
#include "plan/min_plan/rules/words.h"
#include "plan/schema/pointer.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

void add_texts_with(const RuleInput& input, std::string_view list, Findings& findings) {
  for (const auto& [at, text] : free_texts(input.plan)) {
    if (const auto word = first_word_of(text, input.tables.ordliste(list))) findings.push_back({at, {{"ord", *word}}, {}});
  }
}

void legal_text(const RuleInput& input, Findings& findings) { add_texts_with(input, "lovtekst", findings); }

void standard_text(const RuleInput& input, Findings& findings) { add_texts_with(input, "standardtekst", findings); }

void decision(const RuleInput& input, Findings& findings) {
  add_texts_with(input, "afgoerelse", findings);
  for (const auto& effort : input.plan.indsatser) {
    const auto word = first_word_of(effort.hvorfor, input.tables.ordliste("afgoerelse"));
    if (word) findings.push_back({effort.at + "/hvorfor", {{"ord", *word}}, {}});
  }
}

void wrong_weekday(const RuleInput& input, Findings& findings) {
  for (const auto& [at, text] : free_texts(input.plan)) {
    for (const auto& named : dates_in(text)) {
      const auto right = base::weekday_from_monday(named.date);
      if (!named.weekday || *named.weekday == right) continue;
      findings.push_back({at, {{"dato", named.words}, {"ugedag", std::string(weekday_name(right))}}, {}});
    }
  }
}

/// Looks through every text of the file, whoever wrote it; the depth of the file is limited where it is read.
void add_cpr(const nlohmann::json& value, const std::string& at, Findings& findings) {
  if (value.is_string() && base::find_personal_number(value.get_ref<const std::string&>())) findings.push_back({at, {}, {}});
  if (!value.is_structured()) return;
  for (const auto& [key, below] : value.items()) add_cpr(below, pointer_to(at, key), findings);
}

void cpr(const RuleInput& input, Findings& findings) { add_cpr(input.document, "", findings); }

constexpr Rule kTextsRules[] = {
    {"min-plan.tekst.lovtekst", "D1 §2, 4.2, 6.3", error, legal_text},
    {"min-plan.tekst.standardtekst", "D1 §2, 4.2", warning, standard_text},
    {"min-plan.tekst.afgoerelse", "D1 §2", error, decision},
    {"min-plan.tekst.ugedag", "D1 bilag 1", warning, wrong_weekday},
    {"min-plan.tekst.cpr", "D1 §2", error, cpr},
};

}  // namespace

std::span<const Rule> text_rules() { return kTextsRules; }

}  // namespace plan::min_plan
