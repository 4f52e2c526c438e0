#include "theme/plan_pages.h"

#include <array>
#include <nlohmann/json.hpp>

#include "theme/plan_view.h"

namespace theme {

namespace {

using nlohmann::json;

constexpr std::string_view kPlanScript = "assets/plan.js";

std::string text_at(const json& view, const char* object, const char* key) {
  const auto found = view.find(object);
  return found == view.end() || !found->is_object() ? std::string() : found->value(key, "");
}

/// A kind that a site brings need not be about a citizen.
std::string plan_title(const json& view) {
  const auto citizen = text_at(view, "borger", "navn");
  return view.value("titel", "") + (citizen.empty() ? "" : " - " + citizen);
}

std::optional<base::Html> fill(const Theme& theme, std::string_view output, const json& page, const json& view,
                               base::Problems& problems) {
  const std::array<const json*, 3> scopes{theme.words.get(), &page, &view};
  return theme.templates.render(view.value("type", "") + "." + std::string(output), scopes, problems);
}

std::optional<base::PrintDocument> print_document(const Theme& theme, const PlanPage& plan, std::string_view output,
                                                  base::Problems& problems) {
  const auto view = dress_view(theme, plan.view, plan.snippets, problems);
  const json page{{"side", {{"titel", plan_title(view)}, {"sprog", view.value("sprog", "da")}}}};
  const auto html = fill(theme, output, page, view, problems);
  if (!html) return std::nullopt;
  return base::PrintDocument{.html = html->markup(),
                             .stylesheets = {theme.print_css},
                             .page = theme.settings.plan_page,
                             .title = plan_title(view),
                             .language = view.value("sprog", "da"),
                             .author = theme.settings.logo_text,
                             .subject = view.value("titel", "")};
}

}  // namespace

std::optional<base::Html> plan_screen_page(const Theme& theme, const PlanPage& plan, const PageFrame& frame,
                                           base::Problems& problems) {
  const auto view = dress_view(theme, plan.view, plan.snippets, problems);
  const PageTitle title{.title = plan_title(view), .description = "", .place = view.value("titel", "")};
  return fill(theme, "screen", page_scope(theme, frame, title, std::string(kPlanScript)), view, problems);
}

std::optional<base::Html> plan_changes_page(const Theme& theme, const json& changes, const PageFrame& frame,
                                            base::Problems& problems) {
  const PageTitle title{.title = plan_title(changes), .description = "", .place = changes.value("titel", "")};
  return fill(theme, "changes", page_scope(theme, frame, title, ""), changes, problems);
}

std::optional<base::PrintDocument> plan_print_document(const Theme& theme, const PlanPage& plan, base::Problems& problems) {
  return print_document(theme, plan, "print", problems);
}

std::optional<base::PrintDocument> plan_pdf_document(const Theme& theme, const PlanPage& plan, base::Problems& problems) {
  return print_document(theme, plan, "pdf", problems);
}

}  // namespace theme
