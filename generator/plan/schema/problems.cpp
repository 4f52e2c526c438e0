#include "plan/schema/problems.h"

#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "plan/schema/walk.h"

namespace plan {

namespace {

std::string_view code_of(ViolationKind kind) {
  switch (kind) {
    case ViolationKind::unknown_key: return "skema.ukendt-noegle";
    case ViolationKind::missing_key: return "skema.mangler-noegle";
    case ViolationKind::key_too_long: return "skema.for-lang-noegle";
    case ViolationKind::wrong_type: return "skema.forkert-type";
    case ViolationKind::unknown_value: return "skema.ukendt-vaerdi";
    case ViolationKind::bad_date: return "skema.ikke-en-dato";
    case ViolationKind::far_date: return "skema.dato-langt-vaek";
    case ViolationKind::unprintable: return "skema.usynligt-tegn";
    case ViolationKind::bad_pattern: return "skema.forkert-form";
    case ViolationKind::empty_text: return "skema.tom-tekst";
    case ViolationKind::too_short: return "skema.for-kort";
    case ViolationKind::too_long: return "skema.for-lang";
    case ViolationKind::too_small: return "skema.for-lille";
    case ViolationKind::too_large: return "skema.for-stor";
    case ViolationKind::not_multiple: return "skema.ikke-et-multiplum";
    case ViolationKind::too_few: return "skema.for-faa";
    case ViolationKind::too_many: return "skema.for-mange";
    case ViolationKind::repeated_element: return "skema.gentaget";
    case ViolationKind::no_match: return "skema.passer-ikke";
  }
  return "skema.passer-ikke";
}

/// The last step of a pointer that is a name, so that a list's element is spoken of by its list.
std::string name_of(std::string_view pointer) {
  while (!pointer.empty()) {
    const auto slash = pointer.rfind('/');
    const auto step = pointer.substr(slash + 1);
    if (step.find_first_not_of("0123456789") != std::string_view::npos) return std::string(step);
    pointer = pointer.substr(0, slash);
  }
  return "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool fits_place(std::string_view place, std::string_view pointer) {
  while (!place.empty() && !pointer.empty()) {
    place.remove_prefix(1);
    pointer.remove_prefix(1);
    const auto wanted = place.substr(0, place.find('/'));
    const auto step = pointer.substr(0, pointer.find('/'));
    if (wanted != "*" && wanted != step) return false;
    place.remove_prefix(wanted.size());
    pointer.remove_prefix(step.size());
  }
  return place.empty() && pointer.empty();
}

const SchemaRule* rule_of(const Violation& violation, const std::vector<SchemaRule>& rules) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&violation](const SchemaRule& rule) {
    const bool same_word = rule.word.empty() || rule.word == violation.key || rule.word == violation.value;
    return rule.kind == violation.kind && same_word && fits_place(rule.place, violation.pointer);
  });
  return found == rules.end() ? nullptr : &*found;
}

base::Span span_of(const Violation& violation, load::JsonPlaces& places) {
  const auto place = places.locate(violation.pointer);
  const bool about_key = violation.kind == ViolationKind::unknown_key || violation.kind == ViolationKind::key_too_long;
  return about_key && place.key ? *place.key : places.mark(violation.pointer);
}

std::string_view type_name(const std::string& type) {
  static const std::map<std::string, std::string_view> names{
      {"object", "skema.type.objekt"}, {"array", "skema.type.liste"},    {"string", "skema.type.tekst"},
      {"number", "skema.type.tal"},    {"integer", "skema.type.heltal"}, {"boolean", "skema.type.sandt-falsk"},
      {"null", "skema.type.null"}};
  const auto found = names.find(type);
  return found == names.end() ? "skema.type.andet" : found->second;
}

/// What the schema itself says of a text's form: its description and its example.
void add_form(base::Problem& problem, const Violation& violation) {
  for (const auto& [name, value] : violation.arguments) {
    if (!value.empty()) problem.hints.push_back({"skema.forkert-form." + name, {{name, value}}, {}});
  }
}

/// What may stand here, as hints: the nearest known word, and all of them when they are few.
void add_hints(base::Problem& problem, const Violation& violation) {
  constexpr std::size_t kShownWords = 8;
  if (violation.kind == ViolationKind::wrong_type) {
    for (const auto& type : violation.known) problem.hints.push_back({std::string(type_name(type)), {}, {}});
    return;
  }
  if (violation.kind == ViolationKind::bad_pattern) add_form(problem, violation);
  if (violation.kind != ViolationKind::unknown_key && violation.kind != ViolationKind::unknown_value) return;
  const auto& misspelt = violation.kind == ViolationKind::unknown_key ? violation.key : violation.value;
  if (const auto near = base::nearest_word(misspelt, violation.known)) {
    problem.hints.push_back(base::did_you_mean(*near));
  } else if (!violation.known.empty() && violation.known.size() <= kShownWords) {
    problem.hints.push_back({"skema.muligheder", {{"muligheder", joined(violation.known)}}, {}});
  }
}

base::Problem problem_of(const Violation& violation, const std::vector<SchemaRule>& rules, load::JsonPlaces& places) {
  const auto* const rule = rule_of(violation, rules);
  base::Problem problem{.code = std::string(rule != nullptr ? rule->rule : code_of(violation.kind)),
                        .arguments = violation.arguments,
                        .where = span_of(violation, places),
                        .hints = {}};
  problem.arguments.push_back({"noegle", violation.key});
  problem.arguments.push_back({"navn", name_of(violation.pointer)});
  problem.arguments.push_back({"vaerdi", violation.value});
  if (rule == nullptr || violation.kind == ViolationKind::unknown_value) add_hints(problem, violation);
  return problem;
}

}  // namespace

base::Problems problems_of(const std::vector<Violation>& violations, const std::vector<SchemaRule>& rules,
                           load::JsonPlaces& places) {
  std::vector<base::Problem> made;
  for (const auto& violation : violations) made.push_back(problem_of(violation, rules, places));
  std::stable_sort(made.begin(), made.end(),
                   [](const base::Problem& a, const base::Problem& b) { return a.where->begin < b.where->begin; });
  base::Problems problems;
  for (auto& problem : made) problems.add(std::move(problem));
  if (violations.size() < kViolationLimit) return problems;
  problems.add({.code = "skema.flere", .arguments = {{"antal", std::to_string(kViolationLimit)}}, .where = {}, .hints = {}});
  return problems;
}

}  // namespace plan
