#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/problem.h"
#include "load/json_document.h"
#include "theme/theme_layers.h"
#include "theme/theme_settings.h"

namespace theme {

/// What the templates and style sheets of a theme make use of.
struct UsedNames {
  std::set<std::string> templates;    ///< Included by another template.
  std::set<std::string> names;        ///< Asked for by a tag.
  std::set<std::string> stylesheets;  ///< Imported by a style sheet.
};

/// Reports each file of a layer that no earlier layer has and nothing uses: most likely a misspelt name.
void check_files(const Layers& layers, const UsedNames& used, base::Problems& problems);

/// Reports tokens that nothing knows, style sheets that ask for unknown tokens, box kinds without icon or colour, and a
/// missing logo.
void check_settings(const Layers& layers, const ThemeSettings& settings, const std::vector<base::Source>& stylesheets,
                    base::Problems& problems);

/// Reports the keys of a labels file that the labels so far lack and no template asks for, and values that are no text.
void check_labels(const load::JsonDocument& document, const nlohmann::json& known, const std::set<std::string>& used,
                  base::Problems& problems);

}  // namespace theme
