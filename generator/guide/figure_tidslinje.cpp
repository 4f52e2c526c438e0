#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/danish_dates.h"
#include "base/date.h"
#include "base/lanes.h"
#include "base/utf8.h"
#include "guide/figure_components.h"
#include "guide/figure_fields.h"

namespace guide {

namespace {

using nlohmann::json;

/// Labels are set in 8 pt on a line of 170 mm: a character is close to 1 % of the width, and so is the space around a label.
constexpr double kCharacterPercent = 1.0;
constexpr double kLabelMargin = 2.0;

/// Five years: month marks would run into each other beyond that.
constexpr int kMaxDays = 5 * 366;

/// Month marks on a line of the page's width.
constexpr int kMaxMarks = 13;

double rounded(double percent) { return std::round(percent * 1000) / 1000; }

/// The days that the figure shows, both included.
struct Window {
  base::Date from;
  base::Date to;

  [[nodiscard]] int days() const { return static_cast<int>((to - from).count()) + 1; }

  /// Where the morning of a day is, in percent.
  [[nodiscard]] double percent(base::Date day) const {
    return 100.0 * static_cast<double>((day - from).count()) / static_cast<double>(days());
  }
};

struct Bar {
  std::string title;
  base::Date from;
  base::Date to;
};

struct Marker {
  std::string title;
  base::Date day;
};

enum class Label { inside, right, left };

struct Extent {
  double begin;
  double end;
  Label label;
};

double label_width(const std::string& title) {
  return kLabelMargin + kCharacterPercent * static_cast<double>(base::code_point_count(title));
}

/// A label stands inside its bar, else to the right of it, else to the left.
Extent with_label(double begin, double end, const std::string& title) {
  const auto width = label_width(title);
  if (width <= end - begin) return {begin, end, Label::inside};
  if (end + width <= 100 || begin < width) return {begin, end + width, Label::right};
  return {begin - width, end, Label::left};
}

json bar_json(const Bar& bar, const Window& window, base::Lanes& lanes) {
  const auto begin = std::max(0.0, window.percent(bar.from));
  const auto end = std::min(100.0, window.percent(bar.to + std::chrono::days{1}));
  const auto extent = with_label(begin, end, bar.title);
  return {{"titel", bar.title},
          {"periode", base::short_period(bar.from, bar.to)},
          {"venstre", rounded(begin)},
          {"bredde", rounded(end - begin)},
          {"bane", lanes.place(extent.begin, extent.end)},
          {"klippetVenstre", bar.from < window.from},
          {"klippetHoejre", bar.to > window.to},
          {"etiketInde", extent.label == Label::inside},
          {"etiketHoejre", extent.label == Label::right},
          {"etiketVenstre", extent.label == Label::left}};
}

json marker_json(const Marker& marker, const Window& window, base::Lanes& lanes) {
  const auto at = window.percent(marker.day) + 50.0 / window.days();
  const auto extent = with_label(at, at, marker.title);
  return {{"titel", marker.title},
          {"dato", base::short_date(marker.day)},
          {"procent", rounded(at)},
          {"bane", lanes.place(extent.begin, extent.end)},
          {"etiketHoejre", extent.label == Label::right},
          {"etiketVenstre", extent.label == Label::left}};
}

/// Month starts; in long windows every second, third, sixth or twelfth, counted from January.
json month_marks(const Window& window) {
  const auto months = window.days() / 30 + 1;
  unsigned step = 1;
  for (const unsigned candidate : {2U, 3U, 6U, 12U}) {
    if (months / static_cast<int>(step) >= kMaxMarks) step = candidate;
  }
  json marks = json::array();
  const auto first = base::calendar_day(window.from);
  for (auto month = window.from - std::chrono::days{first.day - 1}; month <= window.to; month = base::add_months(month, 1)) {
    const auto day = base::calendar_day(month);
    if (month < window.from || (day.month - 1) % step != 0) continue;
    const bool shows_year = marks.empty() || day.month == 1;
    marks.push_back({{"procent", rounded(window.percent(month))},
                     {"tekst", base::axis_month(month)},
                     {"aar", shows_year ? std::to_string(day.year) : ""}});
  }
  return marks;
}

/// Bars and markers as one list by their first day, for readers who do not see the picture.
json list_items(const std::vector<Bar>& bars, const std::vector<Marker>& markers) {
  std::vector<std::pair<base::Date, json>> items;
  for (const auto& bar : bars) {
    items.push_back(
        {bar.from,
         {{"titel", bar.title}, {"tid", base::short_period(bar.from, bar.to)}, {"erBjaelke", true}, {"erMaerke", false}}});
  }
  for (const auto& marker : markers) {
    items.push_back(
        {marker.day,
         {{"titel", marker.title}, {"tid", base::short_date(marker.day)}, {"erBjaelke", false}, {"erMaerke", true}}});
  }
  std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  json list = json::array();
  for (auto& item : items) list.push_back(std::move(item.second));
  return list;
}

std::vector<Bar> read_bars(FigureFields& figure, const Window& window, base::Problems& problems) {
  std::vector<Bar> bars;
  for (const auto& item : figure.optional_list("bjaelker")) {
    FigureFields fields(item, {"titel", "start", "slut"}, problems);
    auto title = fields.text("titel");
    const auto from = fields.date("start");
    const auto to = fields.date("slut");
    if (!from || !to) continue;
    if (*to < *from) {
      fields.report("guide.figur.slut-foer-start", fields.place("slut"),
                    {{"start", base::to_iso(*from)}, {"slut", base::to_iso(*to)}});
    } else if (*to < window.from || *from > window.to) {
      fields.report("guide.figur.uden-for-vindue", fields.place(*from > window.to ? "start" : "slut"), {{"titel", title}});
    } else {
      bars.push_back({std::move(title), *from, *to});
    }
  }
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.from < b.from; });
  return bars;
}

std::vector<Marker> read_markers(FigureFields& figure, const Window& window, base::Problems& problems) {
  std::vector<Marker> markers;
  for (const auto& item : figure.optional_list("maerker")) {
    FigureFields fields(item, {"titel", "dato"}, problems);
    auto title = fields.text("titel");
    const auto day = fields.date("dato");
    if (!day) continue;
    if (*day < window.from || *day > window.to) {
      fields.report("guide.figur.uden-for-vindue", fields.place("dato"), {{"titel", title}});
    } else {
      markers.push_back({std::move(title), *day});
    }
  }
  std::stable_sort(markers.begin(), markers.end(), [](const Marker& a, const Marker& b) { return a.day < b.day; });
  return markers;
}

std::optional<Window> read_window(FigureFields& figure) {
  const auto from = figure.date("fra");
  const auto to = figure.date("til");
  if (!from || !to) return std::nullopt;
  const Window window{*from, *to};
  if (*to <= *from) {
    figure.report("guide.figur.slut-foer-start", figure.place("til"),
                  {{"start", base::to_iso(*from)}, {"slut", base::to_iso(*to)}});
  } else if (*to - *from > std::chrono::days{kMaxDays}) {
    figure.report("guide.figur.for-langt-vindue", figure.place("til"), {{"aar", "5"}});
  } else {
    return window;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FigureContent> read_tidslinje(const load::YamlValue& body, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  FigureFields figure(body, {"titel", "fra", "til", "bjaelker", "maerker", "billedtekst"}, problems);
  const auto title = figure.text("titel");
  auto caption = figure.optional_text("billedtekst");
  const auto window = read_window(figure);
  if (!window) return std::nullopt;
  const auto bars = read_bars(figure, *window, problems);
  const auto markers = read_markers(figure, *window, problems);
  if (problems.error_count() > errors_before) return std::nullopt;
  if (bars.empty() && markers.empty()) {
    figure.report("guide.figur.tom-tidslinje", body.where, {});
    return std::nullopt;
  }
  json data{{"titel", title},
            {"fra", base::to_iso(window->from)},
            {"til", base::to_iso(window->to)},
            {"periode", base::short_period(window->from, window->to)},
            {"streger", month_marks(*window)},
            {"bjaelker", json::array()},
            {"maerker", json::array()},
            {"poster", list_items(bars, markers)}};
  base::Lanes bar_lanes;
  base::Lanes marker_lanes;
  for (const auto& bar : bars) data["bjaelker"].push_back(bar_json(bar, *window, bar_lanes));
  for (const auto& marker : markers) data["maerker"].push_back(marker_json(marker, *window, marker_lanes));
  data["baner"] = bar_lanes.count();
  data["maerkebaner"] = marker_lanes.count();
  return FigureContent{std::move(data), std::move(caption)};
}

}  // namespace guide
