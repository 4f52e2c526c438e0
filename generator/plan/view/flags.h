#pragma once

#include <nlohmann/json.hpp>

#include "plan/min_plan/min_plan.h"
#include "plan/view/labels.h"

namespace plan {

/// What else the plan is: rehabiliteringsplanens indsatsdel, or a plan that several administrations share.
nlohmann::json variants_piece(const min_plan::Flag& flag, const Labels& labels);

/// How the citizen hears of changes and gets letters, as sentences for the guide texts.
nlohmann::json notice_piece(const min_plan::Flag& flag, const Labels& labels);

}  // namespace plan
