#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/date.h"
#include "plan/audience.h"
#include "plan/check.h"

namespace plan {

/// What the view is for: a page with an interactive timeline, the same page on paper, or the unfolded document.
enum class Output { screen, print, pdf };

/// Whom and what a view is made for. "Today" is an input, so that a page can be made again.
struct ViewRequest {
  Audience audience = Audience::borger;
  Output output = Output::screen;
  base::Date today{};
  int window_months = 6;                                   ///< 3, 6 or 12 (D1 §6.1).
  min_plan::Purpose purpose = min_plan::Purpose::publish;  ///< `preview` shows a draft to anyone, marked as a draft.
};

/// A checked plan as templates get it: finished texts in page order; VIEW.md is the contract.
/// JSON null when the audience may not see the plan (a draft that is not only previewed). A kind without code gives its data
/// and labels as they are. A word that the kind's labels lack is a problem, and stands empty.
nlohmann::json view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems);

}  // namespace plan
