#pragma once

#include <nlohmann/json.hpp>

#include "plan/view/scene.h"

namespace plan {

/// The sections that the group, the audience and the output have, in the page's order (D1 appendix 1).
nlohmann::json all_sections(const Scene& scene);

}  // namespace plan
