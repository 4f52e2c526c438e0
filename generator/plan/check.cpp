#include "plan/check.h"

#include "base/suggest.h"
#include "load/json_places.h"
#include "plan/min_plan/read.h"
#include "plan/min_plan/rules.h"
#include "plan/schema/problems.h"

namespace plan {

using nlohmann::json;

namespace {

constexpr std::string_view kMinPlan = "min-plan";

/// Tells how a document is no plan at all: no object, no `type`, or a type that nobody knows.
std::optional<base::Problem> problem_of_type(const load::JsonDocument& document, const Kinds& kinds,
                                             load::JsonPlaces& places) {
  base::Problem problem{.code = "plan.ikke-et-objekt", .arguments = {}, .where = places.locate("").value, .hints = {}};
  if (!document.value.is_object()) {
    if (document.value.is_array()) problem.hints.push_back({"plan.liste-af-planer", {}, {}});
    return problem;
  }
  const auto types = kinds.types();
  const auto type = document.value.find("type");
  if (type == document.value.end() || !type->is_string()) {
    problem.code = "plan.uden-type";
    if (type != document.value.end()) problem.where = places.locate("/type").value;
    return problem;
  }
  const auto& name = type->get_ref<const std::string&>();
  if (kinds.find(name) != nullptr) return std::nullopt;
  problem.code = "plan.ukendt-type";
  problem.arguments = {{"type", name}};
  problem.where = places.locate("/type").value;
  if (const auto near = base::nearest_word(name, types)) problem.hints.push_back(base::did_you_mean(*near));
  return problem;
}

/// A year of birth that one of the two lacks contradicts nothing.
bool is_of_same_citizen(const min_plan::MinPlan& a, const min_plan::MinPlan& b) {
  const auto& year = a.borger.foedselsaar;
  const auto& other_year = b.borger.foedselsaar;
  return a.borger.navn == b.borger.navn && (!year || !other_year || *year == *other_year);
}

/// A plan of another citizen must never come near this one's, though it has the same id.
std::shared_ptr<const CheckedPlan> checked_earlier(const min_plan::MinPlan& plan, const CheckContext& context,
                                                   base::Problems& problems) {
  if (!context.earlier || is_of_same_citizen(plan, *context.earlier->min_plan)) return context.earlier;
  const auto& document = context.earlier->document;
  problems.add({.severity = base::Severity::warning,
                .code = "plan.tidligere.anden-borger",
                .arguments = {{"id", plan.id}},
                .where = load::JsonPlaces(document).locate("/borger").value,
                .hints = {}});
  return nullptr;
}

}  // namespace

std::optional<CheckedPlan> check_plan(load::JsonDocument document, const CheckContext& context, base::Problems& problems) {
  load::JsonPlaces places(document);
  if (auto problem = problem_of_type(document, context.kinds, places)) {
    problems.add(*std::move(problem));
    return std::nullopt;
  }
  const auto* const kind = context.kinds.find(document.value.at("type").get_ref<const std::string&>());
  const bool is_min_plan = kind->built_in && kind->type == kMinPlan;
  const auto violations = kind->schema.violations(document.value);
  if (!violations.empty()) {
    problems.add_all(problems_of(violations, is_min_plan ? min_plan::schema_rules() : std::vector<SchemaRule>(), places));
    return std::nullopt;
  }
  CheckedPlan checked{.kind = kind, .document = std::move(document), .min_plan = {}};
  if (!is_min_plan) return checked;
  checked.min_plan = min_plan::read_min_plan(checked.document.value);
  checked.earlier = checked_earlier(*checked.min_plan, context, problems);
  const auto found = min_plan::check_rules({.plan = *checked.min_plan,
                                            .earlier = checked.earlier ? &*checked.earlier->min_plan : nullptr,
                                            .document = checked.document.value,
                                            .today = context.today,
                                            .settings = context.min_plan,
                                            .tables = min_plan::tables()},
                                           places);
  problems.add_all(found);
  if (found.has_errors()) return std::nullopt;
  return checked;
}

std::shared_ptr<const CheckedPlan> check_earlier_plan(load::JsonDocument document, CheckContext context,
                                                      base::Problems& problems) {
  const json::json_pointer updated("/revision/opdateret");
  const auto text = document.value.contains(updated) ? document.value.at(updated) : json();
  const auto day = text.is_string() ? base::parse_date(text.get_ref<const std::string&>()) : std::nullopt;
  const auto place = load::JsonPlaces(document).locate("").value;
  context.today = day.value_or(context.today);
  context.earlier = nullptr;
  base::Problems why_not;
  auto checked = check_plan(std::move(document), context, why_not);
  if (checked && checked->min_plan) return std::make_shared<const CheckedPlan>(*std::move(checked));
  problems.add({.severity = base::Severity::warning,
                .code = "plan.tidligere.med-fejl",
                .arguments = {{"dato", base::to_iso(context.today)}},
                .where = place,
                .hints = {}});
  return nullptr;
}

std::vector<RuleRow> rules() {
  std::vector<RuleRow> rows;
  for (const auto& rule : min_plan::rules()) rows.push_back({kMinPlan, rule.id, rule.source, rule.severity});
  return rows;
}

}  // namespace plan
