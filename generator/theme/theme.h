#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/print_document.h"
#include "base/source_text.h"
#include "theme/templates.h"
#include "theme/theme_settings.h"

namespace theme {

/// A file to be written beside the pages: `assets/screen.css` and its bytes.
struct AssetFile {
  std::string path;
  std::string bytes;
};

/// A theme ready for use: its own files over those of the themes it extends, everything checked. Only read after loading,
/// so threads may share it.
struct Theme {
  std::vector<std::string> chain;  ///< Names from this theme to `standard`.
  ThemeSettings settings;
  Templates templates;
  std::shared_ptr<const nlohmann::json> words;  ///< What every template can name: `labels`, `icon`, `logo`, `theme`.
  std::string screen_css;                       ///< With the tokens as custom properties on `:root`.
  base::Stylesheet print_css;                   ///< In the print profile, every `var()` replaced by its token's value.
  std::vector<base::Source> print_sources;      ///< The files that `print_css` is made of, as they are written.
  std::vector<AssetFile> assets;                ///< Sorted by path, `assets/screen.css` among them.

  [[nodiscard]] const std::string& name() const { return chain.front(); }
};

}  // namespace theme
