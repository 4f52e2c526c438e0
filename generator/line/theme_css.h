#pragma once

#include <filesystem>

#include "base/problem.h"
#include "theme/theme.h"

namespace line {

/// Reports what steps outside the print profile in the style sheets for paper that lie in a theme's own folder, each at its
/// own place; what the theme inherits is not its mistake.
void check_print_css(const theme::Theme& theme, const std::filesystem::path& folder, base::Problems& problems);

}  // namespace line
