#include "line/site_lists.h"

#include <string>
#include <utility>

namespace line {

SiteLists::SiteLists(const Site& site) : first_(first_audience(site)) { front_page_.title = site.settings.title; }

void SiteLists::add(ListedPlan plan) {
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
}

}  // namespace line
