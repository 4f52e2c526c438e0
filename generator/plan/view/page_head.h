#pragma once

#include <nlohmann/json_fwd.hpp>

#include "plan/view/scene.h"

namespace plan {

/// The audience of a page: its code and name, and the note that it sees.
nlohmann::json audience_piece(const ViewRequest& request, const Labels& labels);

/// What a page is: for the screen, for print or as a PDF.
nlohmann::json output_piece(const ViewRequest& request);

/// What every page of a plan says beside its sections (VIEW.md, "The whole").
nlohmann::json page_head(const Scene& scene);

/// The target group's column of the element matrix.
char column_of(const min_plan::MinPlan& plan);

}  // namespace plan
