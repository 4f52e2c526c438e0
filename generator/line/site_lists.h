#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/problem.h"
#include "line/build_rows.h"
#include "line/site.h"
#include "line/workshop.h"
#include "publish/output_folder.h"
#include "theme/guide_site.h"

namespace line {

/// A plan's line in the list of an audience that got it, and what is new in it (null: nothing).
struct ListedPlan {
  const AudienceRow* audience;
  theme::SiteEntry entry;
  nlohmann::ordered_json notice;
};

/// The pages that list what a site has: the front page for its first audience, and `index.html` in the folder of each
/// other audience, which lists that audience's plans alone. Beside the plans of each audience `aendringer.json` lists what
/// is new in them, for the program that sends notices.
class SiteLists {
 public:
  explicit SiteLists(const Site& site);

  /// Says that the audience has plans, also when none of them could be written: then the news of the build before stay, too.
  void begin_news(const AudienceRow& audience);

  /// Adds a plan of an audience whose news have begun.
  void add(ListedPlan plan);
  void add_guide(theme::SiteEntry guide) { front_page_.guides.push_back(std::move(guide)); }

  /// Puts the pages and the news into the folder. An audience without plans has no page.
  void put(const Workshop& workshop, publish::OutputFolder& folder, base::Problems& problems) const;

 private:
  const AudienceRow* first_;
  theme::SiteIndex front_page_;
  std::map<std::string_view, theme::SiteIndex> others_;      ///< By the folder of the audience's plans.
  std::map<std::string_view, nlohmann::ordered_json> news_;  ///< By the same, for every audience that has plans.
};

}  // namespace line
