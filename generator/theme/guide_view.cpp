#include "theme/guide_view.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/danish_dates.h"

namespace theme {

namespace {

using nlohmann::json;

constexpr int kPartColours = 6;

void collect_box_kinds(const std::vector<guide::Node>& nodes, std::set<std::string>& kinds) {
  for (const auto& node : nodes) {
    if (const auto* box = std::get_if<guide::Box>(&node.content)) kinds.insert(box->kind);
    collect_box_kinds(node.children, kinds);
  }
}

}  // namespace

std::string part_colour(int part_number) {
  return part_number <= 0 ? "del-uden" : fmt::format("del-{}", (part_number - 1) % kPartColours + 1);
}

json legend(const Theme& theme, const guide::Guide& guide) {
  std::set<std::string> used;
  for (const auto* page : guide::pages_in_order(guide)) collect_box_kinds(page->nodes, used);
  auto rows = json::array();
  const auto& icons = (*theme.words)["icon"];
  for (const auto& [kind, box] : theme.settings.boxes) {
    if (!used.contains(kind)) continue;
    rows.push_back({{"navn", box.label},
                    {"beskrivelse", box.description},
                    {"farve", box.colour},
                    {"ikonHtml", icons.contains(box.icon) ? icons[box.icon]["html"] : json("")}});
  }
  return rows;
}

const std::string& subtitle(const guide::Guide& guide) {
  return guide.subtitle.empty() ? guide.front.summary : guide.subtitle;
}

std::string updated_text(const Theme& theme, const guide::Page& page) {
  return page.updated ? label(theme, "opdateret") + " " + base::long_date(*page.updated) : "";
}

std::string label(const Theme& theme, const char* key) { return (*theme.words)["labels"].value(key, std::string(key)); }

}  // namespace theme
