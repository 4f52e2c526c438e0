#pragma once

#include <filesystem>

#include "base/problem.h"
#include "theme/theme.h"

namespace line {

/// Makes every page of the program's own sample plans and of a small guide with a theme, and reports what is wrong in the
/// templates that lie in the theme's own folder, each thing once. Nothing of the pages is kept.
void check_templates(const theme::Theme& theme, const std::filesystem::path& folder, base::Problems& problems);

}  // namespace line
