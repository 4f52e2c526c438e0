#include "line/site_lists.h"

#include <string>
#include <utility>

namespace line {

SiteLists::SiteLists(const Site& site) : first_(first_audience(site)) { front_page_.title = site.settings.title; }

void SiteLists::begin_news(const AudienceRow& audience) {
  news_.try_emplace(audience.folder, nlohmann::ordered_json::array());
}

void SiteLists::add(ListedPlan plan) {
  if (!plan.notice.is_null()) news_.at(plan.audience->folder).push_back(std::move(plan.notice));
  if (plan.audience == first_) {
    front_page_.plans.push_back(std::move(plan.entry));
    return;
  }
  auto& list = others_[plan.audience->folder];
  list.title = front_page_.title;
  list.root = "../";
  list.plans.push_back(std::move(plan.entry));
}

void SiteLists::put(const Workshop& workshop, publish::OutputFolder& folder, base::Problems& problems) const {
  const auto put_page = [&](const std::string& path, const theme::SiteIndex& index) {
    if (const auto html = theme::site_index_page(workshop.theme, index, problems))
      folder.put({.path = path, .bytes = html->markup(), .source_hash = workshop.fingerprint}, problems);
  };
  put_page("index.html", front_page_);
  for (const auto& [place, index] : others_) put_page(std::string(place) + "/index.html", index);
  for (const auto& [place, news] : news_) {
    folder.put(
        {.path = std::string(place) + "/aendringer.json", .bytes = news.dump(2) + "\n", .source_hash = workshop.fingerprint},
        problems);
  }
}

}  // namespace line
