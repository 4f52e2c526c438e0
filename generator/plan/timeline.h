#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"

namespace plan {

/// Something with a place on the timeline: a bar (effort, Krav) or a marker (agreement).
struct TimelineItem {
  std::string id;
  std::string title;
  base::Date start{};
  std::optional<base::Date> end;  ///< Last day, included; a bar without one goes on.
  bool is_marker = false;
};

/// The days that the timeline shows, both included.
struct Window {
  int months = 6;
  int step = 0;  ///< 0 begins today, 1 begins where 0 ends, -1 ends today.
  base::Date from{};
  base::Date to{};
};

/// Where a label stands: inside its bar, or beside its bar or marker.
enum class LabelSide { inside, right, left };

/// A bar in percent of the window's width; lanes count from 0.
struct Bar {
  std::size_t item = 0;  ///< Index into the items.
  double left = 0;
  double width = 0;
  int lane = 0;
  bool clipped_left = false;
  bool clipped_right = false;
  LabelSide label = LabelSide::inside;
};

/// A marker in percent of the window's width; the lane is its label's.
struct Marker {
  std::size_t item = 0;
  double at = 0;
  int lane = 0;
  LabelSide label = LabelSide::right;
};

/// A month's first day inside the window; the year stands under the first tick and each January.
struct Tick {
  double at = 0;
  std::string month;
  std::string year;
};

/// What one window shows, ready to draw.
struct TimelineWindow {
  Window window;
  std::optional<double> today;
  std::vector<Tick> ticks;
  std::vector<Bar> bars;
  int bar_lanes = 0;
  std::vector<Marker> markers;
  int marker_lanes = 0;
};

/// The window of 3, 6 or 12 calendar months that lies `step` lengths from today.
Window window_at(base::Date today, int months, int step);

/// Whether an item touches the window.
bool is_in_window(const TimelineItem& item, const Window& window);

/// Sorts by start, then end (an open end last), then id: the one order of timeline and list.
void sort_items(std::vector<TimelineItem>& items);

/// Draws one window of sorted items.
TimelineWindow lay_out(std::span<const TimelineItem> items, const Window& window, base::Date today);

/// Every window of one length, from the one that holds the first item to the one that holds the last, and always the one of
/// today.
std::vector<Window> all_windows(std::span<const TimelineItem> items, base::Date today, int months);

/// Half the width of a marker's sign, in percent of the width (about 18 px at 900 px).
inline constexpr double kMarkerHalfPercent = 2;

/// The room that a label with its icon needs, in percent of the width, as lanes are shared out by it (about 9.4 px a letter
/// at 900 px).
double label_width(std::string_view text);

}  // namespace plan
