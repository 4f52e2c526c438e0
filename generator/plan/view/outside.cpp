#include "plan/view/outside.h"

#include <string>
#include <vector>

namespace plan {

using nlohmann::json;

namespace {

/// How many of each sort lie on one side of the window.
struct Count {
  int agreements = 0;
  int efforts = 0;
  int demands = 0;

  void add(const Item& item) {
    if (item.content.at("erAftale")) ++agreements;
    if (item.content.at("erIndsats")) ++efforts;
    if (item.content.at("erKrav")) ++demands;
  }
  [[nodiscard]] bool empty() const { return agreements + efforts + demands == 0; }
};

/// `31 aftaler, 24 indsatser og 1 krav til jobsøgning`
std::string words_of(const Count& count, const Labels& labels) {
  std::vector<std::string> parts;
  const auto add = [&](int number, const char* one, const char* many) {
    if (number == 1) parts.push_back(labels.text("udenfor", one));
    if (number > 1) parts.push_back(labels.fill("udenfor", many, {{"antal", std::to_string(number)}}));
  };
  add(count.agreements, "aftale", "aftaler");
  add(count.efforts, "indsats", "indsatser");
  add(count.demands, "krav", "kravene");
  if (parts.size() == 2) return labels.fill("udenfor", "to", {{"foerste", parts[0]}, {"sidste", parts[1]}});
  if (parts.size() == 3) {
    return labels.fill("udenfor", "tre", {{"foerste", parts[0]}, {"anden", parts[1]}, {"sidste", parts[2]}});
  }
  return parts.empty() ? "" : parts.front();
}

}  // namespace

json outside_piece(std::span<const Item> items, const Window& window, const Scene& scene) {
  Count before;
  Count after;
  for (const Item& item : items) {
    if (scene.request.output != Output::print || is_in_window(item.place, window)) continue;
    (item.place.start > window.to ? after : before).add(item);
  }
  if (before.empty() && after.empty()) return {{"harPoster", false}, {"tekst", ""}, {"hvor", ""}};
  const Labels& labels = scene.labels;
  const std::string_view sides = after.empty() ? "foer" : before.empty() ? "efter" : "foerOgEfter";
  return {{"harPoster", true},
          {"tekst", labels.fill("udenfor", sides, {{"foer", words_of(before, labels)}, {"efter", words_of(after, labels)}})},
          {"hvor", labels.text("udenfor", "hvor")}};
}

}  // namespace plan
