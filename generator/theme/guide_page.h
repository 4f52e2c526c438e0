#pragma once

#include <optional>
#include <vector>

#include "base/html.h"
#include "base/problem.h"
#include "guide/guide.h"
#include "theme/theme.h"

namespace theme {

/// The whole guide as one page for the screen that can be sent as one file: contents that lead to its places, every page,
/// and its pictures and downloads inside. `files` are those of the guide. Template: `guide-samlet`.
std::optional<base::Html> guide_page(const Theme& theme, const guide::Guide& guide, const std::vector<AssetFile>& files,
                                     base::Problems& problems);

}  // namespace theme
