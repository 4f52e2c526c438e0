#pragma once

#include <optional>
#include <string_view>

#include "theme/theme.h"
#include "theme/theme_folders.h"

namespace theme {

/// Loads a theme by name, with the themes it extends. What is misspelt in any of them is a problem: files, keys, tokens,
/// labels and template tags.
std::optional<Theme> load_theme(std::string_view name, const ThemeFolders& folders, base::Problems& problems);

}  // namespace theme
