#pragma once

#include <nlohmann/json_fwd.hpp>

namespace plan {

/// Whether a schema leads back to itself without going down into the value (`{"$ref": "#"}`), so that no check would end.
bool leads_to_itself(const nlohmann::json& schema);

}  // namespace plan
