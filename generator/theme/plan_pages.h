#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "base/html.h"
#include "base/print_document.h"
#include "guide/snippets.h"
#include "theme/page_frame.h"

namespace theme {

/// A plan ready for its page: its view (generator/plan/VIEW.md) and the guide texts around it with their fields filled in
/// (`snippet_names` says which are wanted; those that are missing are left out).
struct PlanPage {
  const nlohmann::json& view;
  const guide::Snippets& snippets;
};

/// The plan as a page for the screen, with the timeline. Template: `<type>.screen`. Printed from a browser it looks as it
/// does on the screen, without buttons.
std::optional<base::Html> plan_screen_page(const Theme& theme, const PlanPage& plan, const PageFrame& frame,
                                           base::Problems& problems);

/// What is new in a plan, from its changes view (VIEW.md, "What is new"). Template: `<type>.changes`.
std::optional<base::Html> plan_changes_page(const Theme& theme, const nlohmann::json& changes, const PageFrame& frame,
                                            base::Problems& problems);

/// What the screen shows, on paper: the timeline of the default window and every item unfolded. Template: `<type>.print`.
std::optional<base::PrintDocument> plan_print_document(const Theme& theme, const PlanPage& plan, base::Problems& problems);

/// The plan to keep and share: contents with page numbers first, then what is current, unfolded. Template: `<type>.pdf`.
std::optional<base::PrintDocument> plan_pdf_document(const Theme& theme, const PlanPage& plan, base::Problems& problems);

}  // namespace theme
