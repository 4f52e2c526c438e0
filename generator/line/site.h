#pragma once

#include <filesystem>
#include <optional>

#include "base/date.h"
#include "base/problem.h"
#include "line/inputs.h"
#include "line/workshop.h"
#include "load/site_settings.h"
#include "pdf/engine_table.h"

namespace line {

/// A site as its settings file describes it: the settings, and the folder that their paths are relative to.
struct Site {
  load::SiteSettings settings;
  std::filesystem::path folder;

  /// A path of the settings from where the program stands; empty stays empty.
  [[nodiscard]] std::filesystem::path resolve(const std::string& path) const;
};

/// Reads a site's settings file.
std::optional<Site> open_site(const std::filesystem::path& file, base::Problems& problems);

/// The site in the folder that the program stands in, or a site with every default when there is no `vejviser.json`.
std::optional<Site> open_site_here(base::Problems& problems);

/// What the site's workshop needs; `theme` replaces the site's own when it is not empty.
WorkshopOrder workshop_order(const Site& site, const std::string& theme, base::Date today);

/// The site's plans and guides.
Inputs site_inputs(const Site& site, base::Problems& problems);

/// How the site sets up PDF engines.
pdf::EngineOptions engine_options(const Site& site);

/// The name of a site's settings file.
inline constexpr const char* kSiteFile = "vejviser.json";

}  // namespace line
