#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace plan {

/// The JSON pointer of a member below a pointer, with `~` and `/` escaped.
std::string pointer_to(std::string_view object, std::string_view key);

/// The part of a schema that a `$ref` such as `#/definitions/person` names, or null when it names none in this document.
const nlohmann::json* find_by_fragment(const nlohmann::json& root, std::string_view reference);

}  // namespace plan
