#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "load/yaml_value.h"

namespace guide {

/// A figure's data for the template, and its caption.
struct FigureContent {
  nlohmann::json data;
  std::string caption;
};

/// Checks and works out a `tidslinje`.
std::optional<FigureContent> read_tidslinje(const load::YamlValue& body, base::Problems& problems);

/// Checks and works out a `skema`.
std::optional<FigureContent> read_skema(const load::YamlValue& body, base::Problems& problems);

}  // namespace guide
