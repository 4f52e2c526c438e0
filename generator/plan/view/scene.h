#pragma once

#include "plan/min_plan/min_plan.h"
#include "plan/view.h"
#include "plan/view/labels.h"

namespace plan {

/// All that a part of the view is made from: the plan as its audience may know it, the words, and what is asked for.
struct Scene {
  const min_plan::MinPlan& plan;
  const Labels& labels;
  const ViewRequest& request;
  char column = 'D';  ///< The target group's column of the element matrix, A-G or X.

  [[nodiscard]] bool is_pdf() const { return request.output == Output::pdf; }
  [[nodiscard]] bool has_education_order() const { return column == 'C' || column == 'F' || column == 'G'; }
};

}  // namespace plan
