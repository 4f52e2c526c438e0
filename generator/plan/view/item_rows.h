#pragma once

#include <nlohmann/json.hpp>

#include "plan/view/scene.h"

namespace plan {

/// The rows of an effort's popup: status, what, (who,) when, where, why (D1 appendix 2).
nlohmann::json effort_rows(const min_plan::Indsats& effort, const Scene& scene);

/// The rows of "Krav til jobsøgning" (D1 picture 4).
nlohmann::json demand_rows(const min_plan::Krav& demand, const Scene& scene);

/// `1. jan. 2020 - 31. marts 2020`, or `fra 1. jan. 2020` without an end.
std::string demand_period(const min_plan::Krav& demand, const Labels& labels);

/// The lines of an agreement, in the form of one behind us or one to come (D1 appendix 3).
nlohmann::json agreement_blocks(const min_plan::Aftale& agreement, const Scene& scene);

}  // namespace plan
