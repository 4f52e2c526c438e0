#pragma once

#include <span>

#include "plan/min_plan/rules.h"

namespace plan::min_plan {

std::span<const Rule> element_rules();
std::span<const Rule> goal_rules();
std::span<const Rule> education_rules();

}  // namespace plan::min_plan
