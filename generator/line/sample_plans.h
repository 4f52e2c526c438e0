#pragma once

#include <vector>

#include "base/date.h"
#include "plan/check.h"

namespace line {

/// The day that the plans in samples/ are written for.
base::Date sample_day();

/// The plans that come with the program (samples/), with the versions before them, and variants of some: a draft, and every
/// step of education. Between them they have nearly everything that a page can show.
std::vector<plan::CheckedPlan> sample_plans(const plan::Kinds& kinds);

}  // namespace line
