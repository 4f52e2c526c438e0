#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "plan/timeline.h"
#include "plan/view/scene.h"

namespace plan {

/// An effort, a Krav or an agreement: its place on the timeline, and all that its popup says.
struct Item {
  TimelineItem place;
  nlohmann::json content;
};

Item effort_item(const min_plan::Indsats& effort, const Scene& scene);
Item demand_item(const min_plan::Krav& demand, const Scene& scene);
Item agreement_item(const min_plan::Aftale& agreement, const Scene& scene);

/// Everything that the plan has for the timeline, in its one order and with ids that are unique in the page.
std::vector<Item> all_items(const Scene& scene);

}  // namespace plan
