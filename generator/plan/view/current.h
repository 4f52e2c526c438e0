#pragma once

#include <string_view>
#include <vector>

#include "base/date.h"
#include "plan/min_plan/min_plan.h"
#include "plan/min_plan/phase.h"

namespace plan {

using min_plan::Phase;

/// Whether the effort's kind has a status at all (indsatser.json): aids have none.
bool has_status(const min_plan::Indsats& effort);

/// An effort that is over but still lacks the final status it ought to have (D1 §6.3).
bool lacks_final_status(const min_plan::Indsats& effort, base::Date today);

/// What the PDF holds: current and valid goals, efforts and Krav (D1 §7).
bool is_current(const min_plan::Jobmaal& goal, base::Date today);
bool is_current(const min_plan::Indsats& effort, base::Date today);
bool is_current(const min_plan::Krav& demand, base::Date today);

/// The newest agreement behind us of a type (`jobcenter`, `akasse`), or null.
const min_plan::Aftale* latest_agreement(const std::vector<min_plan::Aftale>& agreements, std::string_view type,
                                         base::Date today);

}  // namespace plan
