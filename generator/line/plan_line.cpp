#include "line/plan_line.h"

#include <nlohmann/json.hpp>

#include "base/whole_source.h"
#include "load/json_document.h"
#include "load/json_places.h"
#include "plan/changes/changes_view.h"
#include "plan/merge_fields.h"
#include "plan/view.h"
#include "theme/plan_pages.h"
#include "theme/plan_view.h"

namespace line {

namespace {

plan::Output output_of(Form form) {
  switch (form) {
    case Form::html:
    case Form::changes: return plan::Output::screen;
    case Form::print: return plan::Output::print;
    case Form::pdf: return plan::Output::pdf;
  }
  return plan::Output::screen;
}

/// The guide texts that this plan wants, with its values in their fields. Nothing when one cannot be had: it lacks a value,
/// which is a problem, or is broken, which was said when it was read.
std::optional<guide::Snippets> merge_snippets(const Workshop& workshop, const nlohmann::json& view, plan::Audience audience,
                                              base::Problems& problems) {
  guide::Snippets merged;
  bool complete = true;
  const auto fields = plan::merge_fields(view);
  for (const auto& name : theme::snippet_names(view)) {
    const auto found = workshop.snippets.find(name);
    if (found == workshop.snippets.end()) continue;
    if (!guide::is_for(found->second.audiences, plan::audience_word(audience))) continue;
    auto nodes = guide::merge(found->second, fields, problems);
    complete &= nodes.has_value();
    if (nodes) merged.emplace(name, guide::Snippet{name, found->second.title, {}, *std::move(nodes)});
  }
  return complete ? std::optional(std::move(merged)) : std::nullopt;
}

base::Problem problem_with(const char* code, const plan::CheckedPlan& plan) {
  return {.code = code,
          .arguments = {{"type", plan.kind->type}},
          .where = base::whole_source(plan.document.source->name),
          .hints = {}};
}

/// The group that has no a-kasse, at its place.
base::Problem no_akasse(const plan::CheckedPlan& plan) {
  return {.code = "line.uden-akasse",
          .arguments = {{"maalgruppe", plan.min_plan->maalgruppe}},
          .where = load::JsonPlaces(plan.document).locate("/maalgruppe").value,
          .hints = {}};
}

struct ChangesOrder {
  const plan::ViewRequest& request;
  const theme::PageFrame& frame;
};

std::optional<Made> make_changes(const Workshop& workshop, const plan::CheckedPlan& plan, const ChangesOrder& order,
                                 base::Problems& problems) {
  const auto errors_before = problems.error_count();
  const auto view = plan::changes_view(plan, order.request, problems);
  if (view.is_null()) problems.add(problem_with("line.intet-nyt", plan));
  if (problems.error_count() > errors_before) return std::nullopt;
  const auto html = theme::plan_changes_page(workshop.theme, view, order.frame, problems);
  return html ? std::optional(Made{.bytes = html->markup()}) : std::nullopt;
}

}  // namespace

std::optional<plan::CheckedPlan> check_plan_text(const Workshop& workshop, const PlanText& text, base::Problems& problems) {
  auto document = load::load_json(text.source, text.range, problems);
  if (!document) return std::nullopt;
  plan::CheckContext context{.kinds = workshop.kinds, .today = workshop.today, .min_plan = workshop.min_plan};
  context.earlier = workshop.earlier_plans.before(document->value, context, problems);
  return plan::check_plan(*std::move(document), context, problems);
}

std::optional<Made> make_plan(const Workshop& workshop, const plan::CheckedPlan& plan, const PlanOrder& order,
                              base::Problems& problems) {
  const auto errors_before = problems.error_count();
  if (order.audience == plan::Audience::akasse && !plan::has_akasse(plan)) {
    problems.add(no_akasse(plan));
    return std::nullopt;
  }
  const plan::ViewRequest request{
      .audience = order.audience, .output = output_of(order.form), .today = workshop.today, .purpose = order.purpose};
  if (order.form == Form::changes) return make_changes(workshop, plan, {request, order.frame}, problems);
  const auto view = plan::view(plan, request, problems);
  if (view.is_null()) {
    problems.add(problem_with("line.ikke-for-modtageren", plan));
    return std::nullopt;
  }
  const auto snippets = merge_snippets(workshop, view, order.audience, problems);
  if (!snippets || problems.error_count() > errors_before) return std::nullopt;
  const theme::PlanPage page{view, *snippets};
  if (order.form == Form::html) {
    const auto html = theme::plan_screen_page(workshop.theme, page, order.frame, problems);
    return html ? std::optional(Made{.bytes = html->markup()}) : std::nullopt;
  }
  auto document = order.form == Form::print ? theme::plan_print_document(workshop.theme, page, problems)
                                            : theme::plan_pdf_document(workshop.theme, page, problems);
  if (!document) return std::nullopt;
  if (!workshop.author.empty()) document->author = workshop.author;
  document->source = plan.document.source->name;
  return typeset(*document, *order.engine, *workshop.theme_files, problems);
}

}  // namespace line
