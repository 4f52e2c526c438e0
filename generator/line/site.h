#pragma once

#include <filesystem>
#include <optional>

#include "base/date.h"
#include "base/problem.h"
#include "line/inputs.h"
#include "line/workshop.h"
#include "load/json_document.h"
#include "load/site_settings.h"
#include "pdf/engine_table.h"

namespace line {

/// A site as its settings file describes it: the settings, and the folder that their paths are relative to.
struct Site {
  load::SiteSettings settings;
  std::filesystem::path folder;
  std::filesystem::path file;                                 ///< Empty for a site without a settings file.
  std::optional<load::JsonDocument> document = std::nullopt;  ///< The settings as they are written, to point at in problems.

  /// A path of the settings from where the program stands; empty stays empty.
  [[nodiscard]] std::filesystem::path resolve(const std::string& path) const;
};

/// Reads a site's settings file.
std::optional<Site> open_site(const std::filesystem::path& file, base::Problems& problems);

/// The site in the folder that the program stands in, or a site with every default when there is no `vejviser.json`.
std::optional<Site> open_site_here(base::Problems& problems);

/// The site of a settings file that the user named, or the one here when the name is empty.
std::optional<Site> open_site_meant(const std::string& file, base::Problems& problems);

/// The settings file of the site that a path belongs to: the nearest `vejviser.json` in its folder or above. Nothing when
/// there is none. Such a site was found and not named, so nothing that it would run may be run.
std::optional<std::filesystem::path> site_file_of(const std::filesystem::path& path);

/// What the site's workshop needs; `theme` replaces the site's own when it is not empty.
WorkshopOrder workshop_order(const Site& site, const std::string& theme, base::Date today);

/// What the site's plans are checked for: a site that makes something for the job centre may have drafts.
plan::min_plan::Purpose purpose_of(const Site& site);

/// The site's plans and guides.
Inputs site_inputs(const Site& site, base::Problems& problems);

/// The files with the versions of plans that were there before.
std::vector<std::filesystem::path> earlier_plan_files(const Site& site, base::Problems& problems);

/// How the site sets up PDF engines.
pdf::EngineOptions engine_options(const Site& site);

}  // namespace line
