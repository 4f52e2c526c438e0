#pragma once

#include <filesystem>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "line/inputs.h"
#include "line/site.h"

namespace line {

/// Inputs that belong to one site, and are judged with its kinds, themes, texts and settings.
struct CheckPart {
  Site site;
  Inputs inputs;
};

/// Sorts what the paths name by the sites that it lies in; what lies in none belongs to the site of `here`. A settings file,
/// and the folder that it lies in, mean its whole site.
std::vector<CheckPart> parts_to_check(const std::vector<std::filesystem::path>& paths, const Site& here,
                                      base::Problems& problems);

/// What the paths name, all of it judged by one site that the user named.
std::vector<CheckPart> part_of_site(const std::vector<std::filesystem::path>& paths, const Site& site,
                                    base::Problems& problems);

/// How many things were looked at.
struct CheckCounts {
  int plans = 0;
  int guides = 0;
  int themes = 0;
  int kinds = 0;

  [[nodiscard]] bool empty() const { return plans + guides + themes + kinds == 0; }
};

/// Whom a check is for: as the site's audiences say, or the one who writes the plans.
enum class CheckFor { audiences, preview };

/// Checks everything of a part and adds it to the counts. Nothing is written, and no program is run.
void check_part(const CheckPart& part, CheckFor whom, base::Date today, CheckCounts& counts, base::Problems& problems);

}  // namespace line
