#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "theme/theme.h"

namespace theme {

/// The files of a new theme that extends `standard` and already works: a `theme.json` with remarks, a logo, and a style
/// sheet to add to. A name that cannot be a theme's is a problem.
std::optional<std::vector<AssetFile>> skeleton(std::string_view name, base::Problems& problems);

}  // namespace theme
