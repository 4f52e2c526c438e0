#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "line/plan_files.h"
#include "line/typeset.h"
#include "line/workshop.h"
#include "pdf/engine.h"
#include "plan/audience.h"
#include "plan/check.h"
#include "theme/page_frame.h"

namespace line {

/// The forms a plan comes in: a page for the screen, what the screen shows on paper, the PDF to keep and share, and a page
/// for the screen that tells what is new in it.
enum class Form { html, print, pdf, changes };

/// Whether a form is a page for the screen, which needs no engine.
constexpr bool is_for_screen(Form form) { return form == Form::html || form == Form::changes; }

/// What to make of a plan, and for whom.
struct PlanOrder {
  Form form = Form::pdf;
  plan::Audience audience = plan::Audience::borger;
  theme::PageFrame frame;                                              ///< For `html` and `changes`.
  const pdf::PdfEngine* engine = nullptr;                              ///< For `print` and `pdf`.
  plan::min_plan::Purpose purpose = plan::min_plan::Purpose::publish;  ///< `preview` shows anyone a draft, marked as one.
};

/// load -> check: a plan's text as a checked plan.
std::optional<plan::CheckedPlan> check_plan_text(const Workshop& workshop, const PlanText& text, base::Problems& problems);

/// view -> theme -> typeset: a checked plan as a finished output. A plan that the audience may not see (a draft, or the
/// a-kasse where the citizen has none) is a problem, and so is one without anything new when that is asked for.
std::optional<Made> make_plan(const Workshop& workshop, const plan::CheckedPlan& plan, const PlanOrder& order,
                              base::Problems& problems);

}  // namespace line
