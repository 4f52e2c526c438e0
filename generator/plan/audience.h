#pragma once

#include "plan/min_plan/min_plan.h"

namespace plan {

/// Who a page or PDF is made for.
enum class Audience { borger, jobcenter, akasse };

/// Whether the audience may see the plan at all: a draft is for the job centre only.
bool may_see(const min_plan::MinPlan& plan, Audience audience);

/// The plan as the audience may know it. Everything else is made from what this gives, so that nothing removed here can
/// come back in contents, data, search index, calendar or PDF.
///
/// Citizen and a-kasse see no unpublished agreement. The a-kasse sees no effort of another administration, no aid and no
/// personal assistance (D1 §6.1), no paragraph that speaks of one (of its name, content, provider or contact), and no
/// agreement with its people. The plan description of groups without a duty to seek is about such efforts by its nature
/// (D1 §4.2) and is left out whole.
min_plan::MinPlan for_audience(min_plan::MinPlan plan, Audience audience);

}  // namespace plan
