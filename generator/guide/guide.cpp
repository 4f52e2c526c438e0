#include "guide/guide.h"

#include <algorithm>

namespace guide {

std::vector<const Page*> pages_in_order(const Guide& guide) {
  std::vector<const Page*> pages{&guide.front};
  for (const auto& part : guide.parts) {
    if (part.page) pages.push_back(&*part.page);
    for (const auto& chapter : part.chapters) pages.push_back(&chapter);
  }
  return pages;
}

bool is_guide_for(const Guide& guide, std::string_view audience) { return is_for(guide.front.audiences, audience); }

bool differs_by_audience(const Guide& guide) {
  const auto pages = pages_in_order(guide);
  return guide.has_restricted_pieces ||
         std::any_of(pages.begin(), pages.end(), [](const Page* page) { return !page->audiences.empty(); });
}

const Page* find_page(const Guide& guide, std::string_view id) {
  const auto pages = pages_in_order(guide);
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const Page* page) { return page->id == id; });
  return found == pages.end() ? nullptr : *found;
}

std::vector<std::string> standard_box_kinds() {
  return {"fakta",         "lovgivning", "redskab", "mere-viden", "tjekliste", "borgercase", "case",     "citat",
          "opmaerksomhed", "eksempel",   "obs",     "note",       "tip",       "vigtigt",    "advarsel", "laes-mere"};
}

}  // namespace guide
