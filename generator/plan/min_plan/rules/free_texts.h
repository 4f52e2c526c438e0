#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/min_plan/min_plan.h"

namespace plan::min_plan {

/// A text that staff write freely, and where it stands. The citizen's own words are not among them.
struct FreeText {
  std::string at;
  std::string_view text;
};

/// Every text that staff write freely, but the reasons of efforts, which have a rule of their own.
std::vector<FreeText> free_texts(const MinPlan& plan);

}  // namespace plan::min_plan
