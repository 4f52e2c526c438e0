#pragma once

#include <nlohmann/json_fwd.hpp>

namespace plan {

/// A plan of a kind without code as its templates get it: each member that the schema names is there, null when the plan
/// lacks it, so that a template can ask for what need not be.
nlohmann::json with_every_member(nlohmann::json document, const nlohmann::json& schema);

}  // namespace plan
