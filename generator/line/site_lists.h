#pragma once

#include <map>
#include <string_view>

#include "base/problem.h"
#include "line/build_rows.h"
#include "line/site.h"
#include "line/workshop.h"
#include "publish/output_folder.h"
#include "theme/guide_site.h"

namespace line {

/// A plan's line in the list of an audience that got it.
struct ListedPlan {
  const AudienceRow* audience;
  theme::SiteEntry entry;
};

/// The pages that list what a site has: the front page for its first audience, and `index.html` in the folder of each
/// other audience, which lists that audience's plans alone.
class SiteLists {
 public:
  explicit SiteLists(const Site& site);

  void add(ListedPlan plan);
  void add_guide(theme::SiteEntry guide) { front_page_.guides.push_back(std::move(guide)); }

  /// Puts the pages into the folder. An audience without plans has no page.
  void put(const Workshop& workshop, publish::OutputFolder& folder, base::Problems& problems) const;

 private:
  const AudienceRow* first_;
  theme::SiteIndex front_page_;
  std::map<std::string_view, theme::SiteIndex> others_;  ///< By the folder of the audience's plans.
};

}  // namespace line
