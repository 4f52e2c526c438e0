#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guide/snippets.h"
#include "theme/theme.h"

namespace theme {

/// The names of the guide texts that stand around a plan, such as `min-plan/indsats/loentilskud`, each once. Callers merge
/// those that exist and hand them to the pages.
std::vector<std::string> snippet_names(const nlohmann::json& view);

/// A plan's view with what only the theme knows: icons and colour groups of items, lanes as lists, guide texts as markup,
/// and links made harmless. Templates read this.
nlohmann::json dress_view(const Theme& theme, const nlohmann::json& view, const guide::Snippets& merged_snippets,
                          base::Problems& problems);

}  // namespace theme
