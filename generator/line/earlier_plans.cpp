#include "line/earlier_plans.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "load/json_document.h"

namespace line {
namespace {

using nlohmann::json;

/// By what a version of a plan is known.
struct VersionOf {
  std::string id;
  int version = 0;
  bool is_published = false;
};

/// Nothing when the document is no Min Plan with an id and a version.
std::optional<VersionOf> version_of(const json& document) {
  if (!document.is_object() || document.value("type", json()) != "min-plan") return std::nullopt;
  const json id = document.value("id", json());
  const json revision = document.value("revision", json::object());
  if (!id.is_string() || id.empty() || !revision.is_object()) return std::nullopt;
  const json version = revision.value("version", json());
  if (!version.is_number_integer()) return std::nullopt;
  return VersionOf{id.get<std::string>(), version.get<int>(), revision.value("tilstand", json()) == "publiceret"};
}

/// At the place where the text stops being JSON.
base::Problem unreadable(const base::Problems& why_not) {
  return {.severity = base::Severity::warning,
          .code = "plan.tidligere.ulaeselig",
          .arguments = {},
          .where = why_not.begin()->where,
          .hints = {}};
}

}  // namespace

void EarlierPlans::add(const std::filesystem::path& file, base::Problems& problems) {
  for (auto& text : read_plan_file(file, problems)) {
    base::Problems why_not;
    const auto document = load::load_json(text.source, text.range, why_not);
    if (!document) problems.add(unreadable(why_not));
    const auto known = document ? version_of(document->value) : std::nullopt;
    if (known && known->is_published) versions_[known->id].insert_or_assign(known->version, std::move(text));
  }
}

std::shared_ptr<const plan::CheckedPlan> EarlierPlans::before(const json& document, const plan::CheckContext& context,
                                                              base::Problems& problems) const {
  const auto wanted = version_of(document);
  const auto plan = wanted ? versions_.find(wanted->id) : versions_.end();
  if (plan == versions_.end()) return nullptr;
  const auto next = plan->second.lower_bound(wanted->version);
  if (next == plan->second.begin()) return nullptr;
  const PlanText& text = std::prev(next)->second;
  base::Problems said_when_read;
  auto earlier = load::load_json(text.source, text.range, said_when_read);
  return earlier ? plan::check_earlier_plan(*std::move(earlier), context, problems) : nullptr;
}

}  // namespace line
