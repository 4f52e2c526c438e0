#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/html.h"
#include "base/problem.h"
#include "guide/guide.h"
#include "theme/page_frame.h"

namespace theme {

/// A page to be written at a path below its folder.
struct SitePage {
  std::string path;
  base::Html html;
};

/// Where a guide stands in the site.
struct GuidePlace {
  std::string root;        ///< From the guide's folder to the one that holds `assets/`: `../`.
  std::string front_page;  ///< From the guide's folder to the site's front page: `../index.html`; empty when there is none.
  std::string book;        ///< From the guide's folder to the PDF of the book; empty when there is none.
};

/// Every page of a guide's website: front page, parts, chapters, colophon and the legend of boxes. Links are relative, so
/// the site works from a disk.
std::optional<std::vector<SitePage>> guide_site(const Theme& theme, const guide::Guide& guide, const GuidePlace& place,
                                                base::Problems& problems);

/// A line of the site's front page: a plan or a guide.
struct SiteEntry {
  std::string title;
  std::string note;  ///< Such as the target group, or a guide's subtitle.
  std::string path;
  std::string pdf;  ///< Path of the PDF; empty when there is none.
};

/// What a list of a site's plans and guides shows.
struct SiteIndex {
  std::string root;  ///< From the page to the folder that holds `assets/`: `""` or `../`.
  std::string title;
  std::string description;
  std::vector<SiteEntry> guides;
  std::vector<SiteEntry> plans;
};

/// The front page of a site, or of a folder of it: an `index.html`.
std::optional<base::Html> site_index_page(const Theme& theme, const SiteIndex& index, base::Problems& problems);

}  // namespace theme
