#include "plan/view/timeline_pieces.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/danish_dates.h"

namespace plan {

using nlohmann::json;

namespace {

constexpr std::array kWindowMonths{3, 6, 12};

/// Bars and markers in all windows of one length; a plan with 40 years of events has about 3,000.
constexpr std::size_t kShownLimit = 10'000;

json tick_piece(const Tick& tick) { return {{"procent", tick.at}, {"tekst", tick.month}, {"aar", tick.year}}; }

json bar_piece(const Bar& bar, const Item& item) {
  return {{"id", item.place.id},
          {"titel", item.place.title},
          {"art", item.content.at("art")},
          {"erIndsats", item.content.at("erIndsats")},
          {"erKrav", item.content.at("erKrav")},
          {"venstre", bar.left},
          {"bredde", bar.width},
          {"bane", bar.lane},
          {"klippetVenstre", bar.clipped_left},
          {"klippetHoejre", bar.clipped_right},
          {"etiketInde", bar.label == LabelSide::inside},
          {"etiketHoejre", bar.label == LabelSide::right},
          {"etiketVenstre", bar.label == LabelSide::left},
          {"periode", item.content.at("undertitel")}};
}

json marker_piece(const Marker& marker, const Item& item) {
  return {{"id", item.place.id},
          {"titel", item.place.title},
          {"art", item.content.at("art")},
          {"procent", marker.at},
          {"bane", marker.lane},
          {"etiketHoejre", marker.label != LabelSide::left},
          {"etiketVenstre", marker.label == LabelSide::left},
          {"dato", item.content.at("undertitel")}};
}

json window_piece(const TimelineWindow& drawn, std::span<const Item> items) {
  json piece{{"maaneder", drawn.window.months},
             {"trin", drawn.window.step},
             {"fra", base::to_iso(drawn.window.from)},
             {"til", base::to_iso(drawn.window.to)},
             {"titel", base::long_period(drawn.window.from, drawn.window.to)},
             {"harIdag", drawn.today.has_value()},
             {"idag", drawn.today.value_or(0)},
             {"streger", json::array()},
             {"baner", drawn.bar_lanes},
             {"bjaelker", json::array()},
             {"maerkebaner", drawn.marker_lanes},
             {"maerker", json::array()}};
  for (const Tick& tick : drawn.ticks) piece["streger"].push_back(tick_piece(tick));
  for (const Bar& bar : drawn.bars) piece["bjaelker"].push_back(bar_piece(bar, items[bar.item]));
  for (const Marker& marker : drawn.markers) piece["maerker"].push_back(marker_piece(marker, items[marker.item]));
  return piece;
}

json period_choices(const Scene& scene) {
  json choices = json::array();
  for (const int months : kWindowMonths) {
    choices.push_back({{"maaneder", months},
                       {"tekst", scene.labels.fill("tidslinje", "maaneder", {{"antal", std::to_string(months)}})},
                       {"erValgt", months == scene.request.window_months}});
  }
  return choices;
}

json words(const Labels& labels, std::initializer_list<const char*> codes) {
  json piece = json::object();
  for (const char* code : codes) piece[code] = labels.text("tidslinje", code);
  return piece;
}

struct Steps {
  base::Date today;
  int months;
};

/// Windows from today outwards, until there is no more to show or the page would grow too heavy.
void add_windows(json& windows, std::span<const Item> items, std::span<const TimelineItem> places, Steps steps) {
  std::vector<Window> wanted = all_windows(places, steps.today, steps.months);
  std::ranges::stable_sort(wanted, {}, [](const Window& window) { return std::abs(window.step); });
  std::size_t shown = 0;
  for (const Window& window : wanted) {
    const TimelineWindow drawn = lay_out(places, window, steps.today);
    shown += drawn.bars.size() + drawn.markers.size();
    if (shown > kShownLimit && window.step != 0) return;
    windows.push_back(window_piece(drawn, items));
  }
}

}  // namespace

Window default_window(const Scene& scene) { return window_at(scene.request.today, scene.request.window_months, 0); }

json timeline_piece(std::span<const Item> items, const Scene& scene) {
  std::vector<TimelineItem> places;
  for (const Item& item : items) places.push_back(item.place);
  const base::Date today = scene.request.today;
  json piece{{"hint", scene.labels.text("tidslinje", "hint")},
             {"perioder", period_choices(scene)},
             {"faner", words(scene.labels, {"tidslinje", "liste"})},
             {"knapper", words(scene.labels, {"tilbage", "frem", "idag"})},
             {"vindue", window_piece(lay_out(places, default_window(scene), today), items)},
             {"vinduer", json::array()}};
  if (scene.request.output != Output::screen) return piece;
  for (const int months : kWindowMonths) add_windows(piece["vinduer"], items, places, {today, months});
  return piece;
}

}  // namespace plan
