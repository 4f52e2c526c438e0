#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "line/site_build.h"
#include "plan/audience.h"

namespace line {

/// An audience of a site: its word in the settings, and the folder of its plans.
struct AudienceRow {
  std::string_view word;
  plan::Audience audience;
  std::string_view folder;
};

/// Every audience, in the order in which the first that a site names gets the front page.
std::span<const AudienceRow> audience_rows();

/// The first audience that a site names, or null: its plans are on the front page, which the other audiences may not see.
const AudienceRow* first_audience(const Site& site);

/// Whether a list of the settings names a word.
bool names(const std::vector<std::string>& words, std::string_view word);

/// What an output's bytes owe to the engine and its settings; a page for the screen owes nothing.
std::string engine_mark(const SiteBuild& build, Form form);

/// What the manifest counts.
int warning_count(const base::Problems& problems);

}  // namespace line
