#include <algorithm>

#include "sats/layout/pages.h"

namespace sats::layout {

void Pages::finish() {
  auto& out = document_.out;
  const auto content = std::exchange(out.items, {});
  out.items.reserve(content.size() + records_.size() * 4);
  for (std::uint32_t page = 0; page < records_.size() && !costs_too_much(); ++page) {
    out.pages[page].first_item = static_cast<std::uint32_t>(out.items.size());
    out.items.insert(out.items.end(), content.begin() + records_[page].first_item,
                     content.begin() + records_[page].end_item);
    paint_margins(page);
    out.pages[page].item_count = static_cast<std::uint32_t>(out.items.size()) - out.pages[page].first_item;
    layouter_.fragments.all.clear();
    layouter_.fragments.lines.clear();
    for (const auto row : layouter_.take_prepared()) document_.boxes.paragraphs[row].prepared.reset();
  }
  add_destinations();
  add_page_labels();
}

void Pages::add_destinations() {
  auto& out = document_.out;
  auto& anchors = document_.boxes.anchors;
  std::vector<std::uint32_t> rows(anchors.size(), kNone);
  for (std::uint32_t i = 0; i < anchors.size(); ++i) {
    const auto& anchor = anchors[i];
    if (anchor.page == kNone || (anchor.id.empty() && anchor.bookmark_level == 0)) continue;
    rows[i] = static_cast<std::uint32_t>(out.destinations.size());
    const auto name = anchor.id.empty() ? "sats-" + std::to_string(i) : std::string(anchor.id);
    out.destinations.push_back({name, anchor.page, anchor.x, anchor.y, anchor.tag});
  }
  for (auto& link : out.links) {
    if (link.destination != kNone) link.destination = rows[link.destination];
  }
  std::vector<std::uint32_t> bookmarks;
  for (std::uint32_t i = 0; i < anchors.size(); ++i) {
    if (anchors[i].bookmark_level > 0 && rows[i] != kNone && !anchors[i].bookmark.empty()) bookmarks.push_back(i);
  }
  std::ranges::sort(bookmarks, {}, [&](std::uint32_t i) { return anchors[i].node; });
  for (const auto i : bookmarks) {
    out.outline.push_back({anchors[i].bookmark, anchors[i].bookmark_level, rows[i], true});
  }
}

}  // namespace sats::layout
