#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "line/guide_line.h"
#include "line/plan_line.h"
#include "line/site.h"
#include "line/workshop.h"
#include "publish/output_folder.h"

namespace line {

/// What a whole site is built with.
struct SiteBuild {
  const Site& site;
  const Workshop& workshop;
  const pdf::PdfEngine* engine = nullptr;               ///< Null when the site makes no PDF.
  std::size_t jobs = 1;                                 ///< Plans made at a time.
  std::function<void(std::string_view name)> made_one;  ///< Called for each plan and guide, from any thread.
};

/// How many plans and guides were made, and how many are incomplete or left out because of errors.
struct BuildCounts {
  int plans = 0;
  int guides = 0;
  int broken_plans = 0;
  int broken_guides = 0;
};

/// Everything a build is made of, found before the work begins.
struct SiteParts {
  std::vector<PlanText> plans;
  std::vector<PlanText> twins;  ///< Plans that share a name: nobody knows whose the outputs would be, so none is made.
  std::vector<GuideFolder> guides;
};

/// Finds the site's plans and guides. That plans would get the same name is a problem.
SiteParts find_parts(const Site& site, base::Problems& problems);

/// Sends every plan and guide down the line and puts what comes out into a folder, with the front page and the theme's
/// files. A broken plan or guide is reported and left out. Problems come in the order of the parts, whatever thread found
/// them.
BuildCounts build_site(const SiteBuild& build, const SiteParts& parts, publish::OutputFolder& folder,
                       base::Problems& problems);

}  // namespace line
