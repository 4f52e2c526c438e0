#pragma once

#include "base/date.h"
#include "plan/min_plan/aftale.h"
#include "plan/min_plan/indsats.h"
#include "plan/min_plan/krav.h"

namespace plan::min_plan {

/// Where an effort, a Krav or an agreement stands in time: the one answer for what is shown and for what is checked.
enum class Phase { coming, running, ended };

Phase phase_of(const Indsats& effort, base::Date today);
Phase phase_of(const Krav& demand, base::Date today);
Phase phase_of(const Aftale& agreement, base::Date today);

}  // namespace plan::min_plan
