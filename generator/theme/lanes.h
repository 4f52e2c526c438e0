#pragma once

#include <nlohmann/json_fwd.hpp>

namespace theme {

/// Makes a timeline's data ready for templates: bars and markers as lists by lane (`banerne`, `maerkebanerne`), and for each
/// where it ends (`slut`) and how far it is from the right edge (`rest`), in percent.
void add_lanes(nlohmann::json& timeline);

}  // namespace theme
