#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/problem.h"
#include "line/plan_files.h"
#include "plan/check.h"

namespace line {

/// The published versions of plans that were there before, by the plans' own ids; there may be several of one plan.
class EarlierPlans {
 public:
  /// Takes the plans of a file that have an id and are published.
  void add(const std::filesystem::path& file, base::Problems& problems);

  /// The newest version of a plan before the one that a document holds, or null when none is known or it has errors.
  [[nodiscard]] std::shared_ptr<const plan::CheckedPlan> before(const nlohmann::json& document,
                                                                const plan::CheckContext& context,
                                                                base::Problems& problems) const;

 private:
  std::map<std::string, std::map<int, PlanText>> versions_;  ///< By id and version.
};

}  // namespace line
