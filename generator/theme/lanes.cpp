#include "theme/lanes.h"

#include <nlohmann/json.hpp>

namespace theme {

namespace {

using nlohmann::json;

json by_lane(const json& elements, const json& count, const char* name) {
  auto rows = json::array();
  for (int i = 0; count.is_number_integer() && i < count.get<int>(); ++i) rows.push_back({{name, json::array()}});
  for (const auto& element : elements) {
    const auto lane = element.value("bane", std::size_t{0});
    if (lane < rows.size()) rows[lane][name].push_back(element);
  }
  return rows;
}

}  // namespace

void add_lanes(json& timeline) {
  for (auto& bar : timeline["bjaelker"]) {
    bar["slut"] = bar.value("venstre", 0.0) + bar.value("bredde", 0.0);
    bar["rest"] = 100 - bar.value("venstre", 0.0);
  }
  for (auto& marker : timeline["maerker"]) marker["rest"] = 100 - marker.value("procent", 0.0);
  timeline["banerne"] = by_lane(timeline["bjaelker"], timeline["baner"], "bjaelker");
  timeline["maerkebanerne"] = by_lane(timeline["maerker"], timeline["maerkebaner"], "maerker");
}

}  // namespace theme
