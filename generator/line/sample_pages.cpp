#include "line/sample_pages.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>

#include "base/file_store.h"
#include "line/sample_guide.h"
#include "line/sample_plans.h"
#include "plan/changes/changes_view.h"
#include "plan/view.h"
#include "theme/guide_book.h"
#include "theme/guide_page.h"
#include "theme/guide_site.h"
#include "theme/plan_pages.h"
#include "theme/plan_view.h"

namespace line {

namespace {

constexpr std::array kReaders{plan::Audience::borger, plan::Audience::jobcenter, plan::Audience::akasse};

/// A page that has all of the pages beside it that there can be.
theme::PageFrame full_frame() {
  return {.root = "", .front_page = "x", .pdf = "x", .print = "x", .plan = "x", .changes = "x"};
}

/// A text for every place around a plan.
guide::Snippets snippets_for(const nlohmann::json& view) {
  const guide::Node text{.content = guide::Paragraph{}, .children = {{.content = guide::Text{"Tekst."}}}};
  guide::Snippets snippets;
  for (const auto& name : theme::snippet_names(view)) snippets[name] = {.name = name, .title = "Titel", .nodes = {text}};
  return snippets;
}

void try_plan(const theme::Theme& theme, const plan::CheckedPlan& plan, plan::ViewRequest request, base::Problems& found) {
  base::Problems none;
  request.output = plan::Output::screen;
  const auto screen = plan::view(plan, request, none);
  const auto snippets = snippets_for(screen);
  theme::plan_screen_page(theme, {screen, snippets}, full_frame(), found);
  theme::plan_screen_page(theme, {screen, {}}, {}, found);
  request.output = plan::Output::print;
  theme::plan_print_document(theme, {plan::view(plan, request, none), snippets}, found);
  request.output = plan::Output::pdf;
  theme::plan_pdf_document(theme, {plan::view(plan, request, none), snippets}, found);
  request.output = plan::Output::screen;
  const auto changes = plan::changes_view(plan, request, none);
  if (!changes.is_null()) theme::plan_changes_page(theme, changes, full_frame(), found);
}

void try_plans(const theme::Theme& theme, base::Problems& found) {
  const auto kinds = plan::Kinds::built_in();
  for (const auto& plan : sample_plans(kinds)) {
    for (const auto audience : kReaders) {
      try_plan(theme, plan, {.audience = audience, .today = sample_day(), .purpose = plan::min_plan::Purpose::preview},
               found);
    }
  }
}

void try_guide(const theme::Theme& theme, base::Problems& found) {
  const auto guide = sample_guide(theme);
  theme::guide_site(theme, guide, {.root = "", .front_page = "x", .book = "x"}, found);
  theme::guide_book(theme, guide, "", found);
  theme::guide_page(theme, guide, {}, found);
  const std::vector<theme::SiteEntry> entries{{"Titel", "Note", "x", "x"}};
  theme::site_index_page(theme, {"", "Titel", "Om webstedet", entries, entries}, found);
}

}  // namespace

void check_templates(const theme::Theme& theme, const std::filesystem::path& folder, base::Problems& problems) {
  base::Problems found;
  try_plans(theme, found);
  try_guide(theme, found);
  const base::DiskFileStore files(folder);
  std::set<std::string> own;
  for (const auto& path : files.files_under("")) own.insert(files.display_name(path));
  std::set<std::tuple<std::string, std::uint32_t, std::string>> told;
  for (const auto& problem : found) {
    if (!problem.where || !own.contains(problem.where->source->name)) continue;
    if (told.insert({problem.where->source->name, problem.where->begin, problem.code}).second) problems.add(problem);
  }
}

}  // namespace line
