#include "plan/timeline.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/danish_dates.h"
#include "base/lanes.h"
#include "base/utf8.h"

namespace plan {
namespace {

// Of a drawing 900 px wide, the narrowest that the standard theme makes: bold letters of 17 px are 9.4 px wide on average.
constexpr double kLetterPercent = 1.05;
constexpr double kLabelMarginPercent = 4.5;  // an icon and the gaps around it
constexpr double kBarPaddingPercent = 2;     // what a label inside a bar needs besides
constexpr double kClippedEndPercent = 2;     // the arrow of an end that lies outside the window
constexpr double kLabelLimitPercent = 60;    // a longer label is cut by the theme, not given more room
constexpr int kStepLimitYears = 60;          // a plan that claims more than a life is not stepped through to its end

int days(base::Date from, base::Date to) { return static_cast<int>((to - from).count()); }

/// Three decimals are a tenth of a pixel on the widest screen.
double rounded(double percent) { return std::round(percent * 1000) / 1000; }

/// Turns days into percent of a window whose last day is included.
class Scale {
 public:
  explicit Scale(const Window& window) : from_(window.from), length_(days(window.from, window.to) + 1) {}
  [[nodiscard]] double at(base::Date date) const {
    return rounded(std::clamp(100.0 * days(from_, date) / length_, 0.0, 100.0));
  }

 private:
  base::Date from_;
  int length_;
};

struct Extent {
  double from;
  double to;
};

/// A label stands in its bar where it fits, else to the right, else to the left where the window ends.
LabelSide side_of(const Bar& bar, double label) {
  const int clipped_ends = (bar.clipped_left ? 1 : 0) + (bar.clipped_right ? 1 : 0);
  if (label + kBarPaddingPercent + clipped_ends * kClippedEndPercent <= bar.width) return LabelSide::inside;
  return bar.left + bar.width + label <= 100 || bar.left < label ? LabelSide::right : LabelSide::left;
}

Extent extent_of(const Bar& bar, double label) {
  const double right = bar.left + bar.width;
  if (bar.label == LabelSide::right) return {bar.left, right + label};
  if (bar.label == LabelSide::left) return {bar.left - label, right};
  return {bar.left, right};
}

Bar place_bar(const TimelineItem& item, const Window& window, const Scale& scale) {
  Bar bar;
  bar.left = scale.at(item.start);
  bar.clipped_left = item.start < window.from;
  bar.clipped_right = !item.end || *item.end > window.to;
  const double right = item.end ? scale.at(*item.end + std::chrono::days{1}) : 100.0;
  bar.width = rounded(right - bar.left);
  bar.label = side_of(bar, label_width(item.title));
  return bar;
}

Marker place_marker(const TimelineItem& item, const Scale& scale) {
  Marker marker;
  marker.at = scale.at(item.start);
  if (marker.at + label_width(item.title) > 100) marker.label = LabelSide::left;
  return marker;
}

/// A marker's own sign stands in the middle of its day; the label begins after it.
Extent extent_of(const Marker& marker, double label) {
  const double left = marker.at - kMarkerHalfPercent;
  const double right = marker.at + kMarkerHalfPercent;
  return marker.label == LabelSide::right ? Extent{left, marker.at + label} : Extent{marker.at - label, right};
}

std::vector<Tick> ticks_of(const Window& window, const Scale& scale) {
  std::vector<Tick> ticks;
  const base::CalendarDay first = base::calendar_day(window.from);
  base::Date month = window.from - std::chrono::days{first.day - 1};
  if (month < window.from) month = base::add_months(month, 1);
  for (; month <= window.to; month = base::add_months(month, 1)) {
    const base::CalendarDay day = base::calendar_day(month);
    const bool names_year = ticks.empty() || day.month == 1;
    ticks.push_back({scale.at(month), base::axis_month(month), names_year ? std::to_string(day.year) : ""});
  }
  return ticks;
}

/// Shares out lanes by where bar and label begin, which is not always the order of the dates; gives how many it took.
template <typename Drawn>
int share_lanes(std::vector<Drawn>& drawn, std::span<const TimelineItem> items) {
  struct Place {
    Extent extent;
    Drawn* drawn;
  };
  std::vector<Place> places;
  for (Drawn& one : drawn) places.push_back({extent_of(one, label_width(items[one.item].title)), &one});
  std::ranges::stable_sort(places, {}, [](const Place& place) { return place.extent.from; });
  base::Lanes lanes;
  for (const Place& place : places) place.drawn->lane = static_cast<int>(lanes.place(place.extent.from, place.extent.to));
  return static_cast<int>(lanes.count());
}

}  // namespace

double label_width(std::string_view text) {
  return std::min(static_cast<double>(base::code_point_count(text)) * kLetterPercent + kLabelMarginPercent,
                  kLabelLimitPercent);
}

Window window_at(base::Date today, int months, int step) {
  return {months, step, base::add_months(today, months * step), base::add_months(today, months * (step + 1))};
}

bool is_in_window(const TimelineItem& item, const Window& window) {
  if (item.is_marker) return window.from <= item.start && item.start <= window.to;
  return item.start <= window.to && (!item.end || *item.end >= window.from);
}

void sort_items(std::vector<TimelineItem>& items) {
  const auto key = [](const TimelineItem& item) {
    return std::tuple(item.start, !item.end.has_value(), item.end.value_or(item.start), std::string_view(item.id));
  };
  std::ranges::stable_sort(items, [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

TimelineWindow lay_out(std::span<const TimelineItem> items, const Window& window, base::Date today) {
  const Scale scale(window);
  TimelineWindow drawn;
  drawn.window = window;
  drawn.ticks = ticks_of(window, scale);
  if (window.from <= today && today <= window.to) drawn.today = scale.at(today);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_in_window(items[i], window)) continue;
    if (items[i].is_marker) {
      drawn.markers.push_back(place_marker(items[i], scale));
      drawn.markers.back().item = i;
    } else {
      drawn.bars.push_back(place_bar(items[i], window, scale));
      drawn.bars.back().item = i;
    }
  }
  drawn.bar_lanes = share_lanes(drawn.bars, items);
  drawn.marker_lanes = share_lanes(drawn.markers, items);
  return drawn;
}

std::vector<Window> all_windows(std::span<const TimelineItem> items, base::Date today, int months) {
  base::Date first = today;
  base::Date last = today;
  for (const TimelineItem& item : items) {
    first = std::min(first, item.start);
    last = std::max(last, item.end.value_or(item.start));
  }
  const int limit = kStepLimitYears * 12 / months;
  int back = 0;
  while (-back < limit && window_at(today, months, back).from > first) --back;
  int forward = 0;
  while (forward < limit && window_at(today, months, forward).to < last) ++forward;
  std::vector<Window> windows;
  for (int step = back; step <= forward; ++step) windows.push_back(window_at(today, months, step));
  return windows;
}

}  // namespace plan
