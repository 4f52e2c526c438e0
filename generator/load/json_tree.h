#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace load {

/// Why reading a tree stopped, or what is wrong with one that was read to its end.
enum class JsonFault { none, syntax, too_deep, too_many_values, repeated_key };

/// Reads JSON text (valid UTF-8) into `tree` through nlohmann's SAX interface, within the limits of json_document.h.
JsonFault read_json_tree(std::string_view text, nlohmann::json& tree);

}  // namespace load
