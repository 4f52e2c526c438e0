#pragma once

#include <optional>

#include "base/problem.h"
#include "line/guide_line.h"
#include "line/site_build.h"
#include "publish/output_folder.h"
#include "theme/guide_site.h"

namespace line {

/// What became of a guide: its line on the front page, when the front page's readers have one.
struct GuideResult {
  bool is_made = false;
  std::optional<theme::SiteEntry> entry;
};

/// Makes a guide for the site's first audience and, when it is not the same for all, for each of the others in a folder of
/// its own (`haandbog-akasse/`). Audiences that the whole guide is not for are passed over.
GuideResult make_guide(const SiteBuild& build, const GuideFolder& guide_folder, publish::OutputFolder& folder,
                       base::Problems& problems);

}  // namespace line
