#include "line/snippet_check.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "base/whole_source.h"
#include "plan/merge_fields.h"
#include "plan/min_plan/tables.h"

namespace line {

namespace {

constexpr std::string_view kMinPlan = "min-plan";

/// Every name under which a plan looks for a guide text; see theme::snippet_names.
std::vector<std::string> wanted_names(const plan::Kinds& kinds) {
  std::vector<std::string> names;
  for (const auto& type : kinds.types()) names.push_back(type + "/vaer-opmaerksom");
  const auto below = std::string(kMinPlan) + "/";
  names.push_back(below + "kontrakt");
  for (const auto& group : plan::min_plan::tables().maalgrupper) names.push_back(below + "maalgruppe/" + group.kode);
  for (const auto& effort : plan::min_plan::tables().indsatser) names.push_back(below + "indsats/" + effort.art);
  return names;
}

/// The fields that a snippet may name. A misspelt folder belongs to no kind; what is in it is read as a Min Plan's.
std::vector<std::string> fields_for(std::string_view snippet, const plan::Kinds& kinds) {
  const auto folder = snippet.substr(0, snippet.find('/'));
  std::vector<std::string> names;
  for (const auto& field : plan::field_names(kinds.find(folder) == nullptr ? kMinPlan : folder))
    names.emplace_back(field.name);
  return names;
}

base::Problem nobody_asks_for(const guide::Snippet& snippet, const std::vector<std::string>& wanted) {
  const auto path = snippet.name + ".md";
  base::Problem problem{.severity = base::Severity::warning,
                        .code = "line.ukendt-uddrag",
                        .arguments = {{"fil", path}},
                        .where = base::whole_source(snippet.nodes.empty() ? path : snippet.nodes.front().where.source->name),
                        .hints = {}};
  if (const auto near = base::nearest_word(snippet.name, wanted)) problem.hints.push_back(base::did_you_mean(*near + ".md"));
  return problem;
}

}  // namespace

void check_snippets(guide::Snippets& snippets, const plan::Kinds& kinds, base::Problems& problems) {
  const auto wanted = wanted_names(kinds);
  for (auto& [name, snippet] : snippets) {
    guide::check_fields(snippet, fields_for(name, kinds), problems);
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) problems.add(nobody_asks_for(snippet, wanted));
  }
}

}  // namespace line
