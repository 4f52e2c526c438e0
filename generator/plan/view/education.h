#pragma once

#include <nlohmann/json.hpp>

#include "plan/view/scene.h"

namespace plan {

/// The step that the citizen is at in the education order, as a form that is read (D1 §5 and appendix 1).
nlohmann::json education_step_piece(const min_plan::Uddannelsespaalaeg& order, const Scene& scene);

/// Goals in the order of their priority.
std::vector<min_plan::Uddannelsesmaal> by_priority(std::vector<min_plan::Uddannelsesmaal> goals);

}  // namespace plan
