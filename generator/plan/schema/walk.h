#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "plan/schema/patterns.h"
#include "plan/schema/violation.h"

namespace plan {

/// A document shows at most this many violations; the first ones tell the story.
inline constexpr std::size_t kViolationLimit = 100;

/// Walks a value and its schema (JSON Schema draft 7) side by side and lists what does not fit, at most kViolationLimit.
std::vector<Violation> walk_schema(const nlohmann::json& schema, const Patterns& patterns, const nlohmann::json& value);

}  // namespace plan
