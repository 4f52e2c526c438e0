#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "plan/schema/patterns.h"
#include "plan/schema/violation.h"

namespace plan {

/// What is wrong with a text under a schema's `minLength`, `maxLength`, `pattern` and `format` (`date` is the one it knows).
std::vector<Violation> violations_of_text(const nlohmann::json& schema, const Patterns& patterns, const std::string& text);

/// What is wrong with a number under a schema's limits and `multipleOf`.
std::vector<Violation> violations_of_number(const nlohmann::json& schema, double number);

/// A number as people write it: no decimals when it has none.
std::string number_text(double number);

}  // namespace plan
