#include "theme/guide_view.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <set>

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
  constexpr std::array kMonths{"januar", "februar", "marts",     "april",   "maj",      "juni",
                               "juli",   "august",  "september", "oktober", "november", "december"};
  if (!page.updated) return "";
  const auto day = base::calendar_day(*page.updated);
  return fmt::format("{} {}. {} {}", label(theme, "opdateret"), day.day, kMonths.at(day.month - 1), day.year);
}

std::string label(const Theme& theme, const char* key) { return (*theme.words)["labels"].value(key, std::string(key)); }

}  // namespace theme
