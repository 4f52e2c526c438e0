#include "plan/changes/changes_view.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/danish_dates.h"
#include "plan/change_notice.h"
#include "plan/changes/differences.h"
#include "plan/view/page_head.h"
#include "plan/view/scene.h"
#include "plan/view/sections.h"

namespace plan {

using nlohmann::json;

namespace {

json lines_piece(const std::vector<MarkedLine>& lines) {
  json pieces = json::array();
  for (const MarkedLine& line : lines) pieces.push_back({{"tekst", line.text}, {"erAendret", line.is_changed}});
  return pieces;
}

json difference_piece(const RowDifference& row) {
  return {{"etiket", row.label},
          {"harFoer", !row.before.empty()},
          {"foer", lines_piece(row.before)},
          {"harNu", !row.now.empty()},
          {"nu", lines_piece(row.now)}};
}

std::string_view code_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "ny";
    case ChangeKind::changed: return "aendret";
    case ChangeKind::removed: return "udgaaet";
  }
  return "";
}

json item_piece(const EntryDifference& difference, const Labels& labels) {
  json rows = json::array();
  for (const RowDifference& row : difference.rows) rows.push_back(difference_piece(row));
  const bool is_gone = difference.kind == ChangeKind::removed;
  return {
      {"erNy", difference.kind == ChangeKind::added},
      {"erAendret", difference.kind == ChangeKind::changed},
      {"erUdgaaet", is_gone},
      {"maerke", labels.text("nyt", code_of(difference.kind))},
      {"titel", difference.entry.title},
      {"undertitel", difference.entry.subtitle},
      {"hedFoer", difference.former_name.empty() ? "" : labels.fill("nyt", "hedFoer", {{"navn", difference.former_name}})},
      {"anker", is_gone ? "" : difference.entry.anchor},
      {"harRaekker", !rows.empty()},
      {"raekker", std::move(rows)}};
}

/// What else the plan is stands under its title, in no section.
Entry entry_of_head(const json& head, const Labels& labels) {
  Entry entry{.anchor = "", .title = labels.text("nyt", "planen"), .subtitle = "", .rows = {{"", {}}}};
  for (const json& variant : head.at("varianter"))
    entry.rows.front().lines.push_back(variant.at("tekst").get<std::string>());
  return entry;
}

std::vector<Entry> entries_for(const min_plan::MinPlan& plan, const ViewRequest& request, const Labels& labels) {
  const Scene scene{plan, labels, request, column_of(plan)};
  auto entries = entries_of(all_sections(scene));
  entries.insert(entries.begin(), entry_of_head(page_head(scene), labels));
  return entries;
}

/// What differs from the version before; empty without one.
json comparison_piece(const CheckedPlan& plan, const min_plan::MinPlan& now, const ViewRequest& request,
                      const Labels& labels) {
  json items = json::array();
  std::string heading;
  if (plan.earlier) {
    const min_plan::MinPlan before = for_audience_beside(*plan.earlier, plan, request.audience);
    heading = labels.fill(
        "nyt", "sammenlignet",
        {{"nummer", std::to_string(before.revision.version)}, {"dato", base::short_date(before.revision.opdateret)}});
    for (const auto& one : differences(entries_for(before, request, labels), entries_for(now, request, labels)))
      items.push_back(item_piece(one, labels));
  }
  return {{"harUdgave", plan.earlier != nullptr},
          {"overskrift", heading},
          {"harPoster", !items.empty()},
          {"poster", std::move(items)},
          {"ingen", labels.text("nyt", "ingen")},
          {"etiketter", {{"foer", labels.text("nyt", "foer")}, {"nu", labels.text("nyt", "nu")}}},
          {"stodIkke", labels.text("nyt", "stodIkke")},
          {"staarIkke", labels.text("nyt", "staarIkke")},
          {"seIPlanen", labels.text("nyt", "seIPlanen")}};
}

}  // namespace

json changes_view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems) {
  if (change_notice(plan, request.audience, problems).is_null()) return nullptr;
  ViewRequest as_screen = request;
  as_screen.output = Output::screen;
  const min_plan::MinPlan now = for_audience(plan, request.audience);
  const Labels labels(plan.kind->labels, problems, now.flag.jobnet_undtaget ? JobnetUse::exempt : JobnetUse::yes);
  json view = page_head({now, labels, as_screen, column_of(now)});
  view["titel"] = labels.text("overskrifter", "aendringer");
  view["sammenligning"] = comparison_piece(plan, now, as_screen, labels);
  view["sePlanen"] = labels.text("nyt", "sePlanen");
  return view;
}

}  // namespace plan
