#include <algorithm>

#include "plan/min_plan/rules/danish_dates_in_text.h"
#include "plan/min_plan/rules/topics.h"

namespace plan::min_plan {

namespace {

using enum base::Severity;

/// The education order of a plan whose group has one.
const Uddannelsespaalaeg* order_of(const RuleInput& input) {
  const bool has_one = input.gruppe().har_uddannelsespaalaeg() && input.plan.uddannelsespaalaeg;
  return has_one ? &*input.plan.uddannelsespaalaeg : nullptr;
}

void no_education_goal(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  const bool needs_one = order != nullptr && order->trin >= 2 && input.gruppe().kolonne != 'C';
  if (needs_one && input.plan.uddannelsesmaal.empty())
    findings.push_back({"/uddannelsesmaal", {{"trin", std::to_string(order->trin)}}, {}});
}

bool any_place(const std::vector<Uddannelsesmaal>& goals, bool (*fits)(const Uddannelsessted&)) {
  return std::any_of(goals.begin(), goals.end(), [fits](const Uddannelsesmaal& goal) {
    return std::any_of(goal.uddannelsessteder.begin(), goal.uddannelsessteder.end(), fits);
  });
}

void no_place_to_apply(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order == nullptr || order->trin != 3 || input.plan.uddannelsesmaal.empty()) return;
  const bool named = any_place(input.plan.uddannelsesmaal, [](const Uddannelsessted&) { return true; });
  if (!named) findings.push_back({"/uddannelsesmaal", {}, {}});
}

void not_admitted(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order == nullptr || order->trin != 4) return;
  const bool admitted =
      any_place(input.plan.uddannelsesmaal, [](const Uddannelsessted& place) { return place.svar == "optaget"; });
  if (!order->optaget_paa && !admitted) findings.push_back({order->at, {}, {}});
}

void add_missing(const Uddannelsespaalaeg& order, Findings& findings) {
  const auto step = std::to_string(order.trin);
  if (!order.frist) findings.push_back({order.at, {{"noegle", "frist"}, {"trin", step}}, {}});
  if (!order.sagsbehandler) findings.push_back({order.at, {{"noegle", "sagsbehandler"}, {"trin", step}}, {}});
}

bool is_middle_step(const Uddannelsespaalaeg& order) { return order.trin == 2 || order.trin == 3; }

void deadline_or_case_worker_missing(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order != nullptr && is_middle_step(*order)) add_missing(*order, findings);
}

void deadline_or_case_worker_advised(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order != nullptr && !is_middle_step(*order)) add_missing(*order, findings);
}

void deadline_passed(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order == nullptr || !order->frist || *order->frist >= input.today || order->sendt) return;
  findings.push_back({order->at + "/frist", {{"frist", base::to_iso(*order->frist)}}, {}});
}

void comment_names_another_deadline(const RuleInput& input, Findings& findings) {
  const auto* const order = order_of(input);
  if (order == nullptr || !order->frist) return;
  const auto dates = dates_in(input.plan.planbeskrivelse);
  const bool named =
      std::any_of(dates.begin(), dates.end(), [order](const DateInText& date) { return date.date == *order->frist; });
  if (dates.empty() || named) return;
  findings.push_back({"/planbeskrivelse", {{"dato", dates.front().words}, {"frist", base::to_iso(*order->frist)}}, {}});
}

void priorities(const RuleInput& input, Findings& findings) {
  std::vector<int> numbers;
  for (const auto& goal : input.plan.uddannelsesmaal) numbers.push_back(goal.prioritet);
  std::sort(numbers.begin(), numbers.end());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == static_cast<int>(i) + 1) continue;
    return findings.push_back(
        {"/uddannelsesmaal", {{"antal", std::to_string(numbers.size())}, {"mangler", std::to_string(i + 1)}}, {}});
  }
}

constexpr Rule kEducationRules[] = {
    {"min-plan.uddannelsespaalaeg.trin", "D1 §5.1", error, nullptr},
    {"min-plan.uddannelsesmaal.mangler", "D1 §5.1", error, no_education_goal},
    {"min-plan.uddannelsespaalaeg.uden-uddannelsessted", "D1 §5.1", error, no_place_to_apply},
    {"min-plan.uddannelsespaalaeg.ikke-optaget", "D1 §5.1", error, not_admitted},
    {"min-plan.uddannelsespaalaeg.frist-eller-sagsbehandler", "D1 bilag 1", error, deadline_or_case_worker_missing},
    {"min-plan.uddannelsespaalaeg.frist-eller-sagsbehandler-boer", "D1 bilag 1", warning, deadline_or_case_worker_advised},
    {"min-plan.uddannelsespaalaeg.frist-i-kommentar", "D1 bilag 1", warning, comment_names_another_deadline},
    {"min-plan.uddannelsespaalaeg.frist-overskredet", "D1 bilag 1", warning, deadline_passed},
    {"min-plan.uddannelsesmaal.prioritet", "D1 bilag 1", error, priorities},
};

}  // namespace

std::span<const Rule> education_rules() { return kEducationRules; }

}  // namespace plan::min_plan
