#pragma once

#include <span>

#include "plan/min_plan/rules.h"

namespace plan::min_plan {

std::span<const Rule> element_rules();
std::span<const Rule> goal_rules();
std::span<const Rule> trial_rules();
std::span<const Rule> education_rules();
std::span<const Rule> krav_rules();
std::span<const Rule> agreement_rules();
std::span<const Rule> effort_rules();
std::span<const Rule> effort_place_rules();
std::span<const Rule> status_rules();
std::span<const Rule> text_rules();
std::span<const Rule> publishing_rules();
std::span<const Rule> quality_rules();

}  // namespace plan::min_plan
