#include "plan/timeline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>

namespace {

using plan::LabelSide;
using plan::TimelineItem;

base::Date day(const char* iso) { return base::parse_date(iso).value(); }

TimelineItem bar(const std::string& title, const char* start, const char* end) {
  return {title, title, day(start), end ? base::parse_date(end) : std::nullopt, false};
}

TimelineItem marker(const std::string& title, const char* date) { return {title, title, day(date), day(date), true}; }

TEST_CASE("a window begins today and ends the same day some calendar months later") {
  const auto until = [](const char* today, int months) { return base::to_iso(plan::window_at(day(today), months, 0).to); };
  CHECK(until("2019-11-21", 6) == "2020-05-21");
  CHECK(until("2019-11-29", 12) == "2020-11-29");
  CHECK(until("2018-06-01", 6) == "2018-12-01");
  CHECK(until("2019-08-31", 6) == "2020-02-29");
}

TEST_CASE("windows stand end to end, whichever way one steps") {
  const base::Date today = day("2019-08-31");
  for (const int months : {3, 6, 12}) {
    for (int step = -9; step < 9; ++step) {
      CHECK(plan::window_at(today, months, step).to == plan::window_at(today, months, step + 1).from);
    }
  }
}

TEST_CASE("the axis names the year under its first month and under January") {
  const auto drawn = plan::lay_out({}, plan::window_at(day("2019-11-21"), 6, 0), day("2019-11-21"));
  std::string axis;
  for (const auto& tick : drawn.ticks) axis += tick.month + tick.year + " ";
  CHECK(axis == "dec.2019 jan.2020 feb. mar. apr. maj ");
  CHECK(drawn.ticks.front().at == doctest::Approx(100.0 * 10 / 183).epsilon(0.001));
  CHECK(drawn.today == 0.0);
}

TEST_CASE("a window that begins on the first of a month has a tick at its edge") {
  const auto drawn = plan::lay_out({}, plan::window_at(day("2018-06-01"), 6, 0), day("2018-06-01"));
  CHECK(drawn.ticks.front().at == 0);
  CHECK(drawn.ticks.front().month == "jun.");
}

TEST_CASE("bars that reach past the window are clipped and say so") {
  const std::vector items{bar("Krav", "2018-05-20", nullptr), bar("Kursus", "2018-05-20", "2018-09-05"),
                          bar("Mentorstøtte", "2018-06-05", "2018-12-01")};
  const auto drawn = plan::lay_out(items, plan::window_at(day("2018-06-01"), 6, 0), day("2018-06-01"));
  REQUIRE(drawn.bars.size() == 3);
  CHECK(drawn.bars[0].clipped_left);
  CHECK(drawn.bars[0].clipped_right);
  CHECK(drawn.bars[0].width == 100);
  CHECK(drawn.bars[1].clipped_left);
  CHECK_FALSE(drawn.bars[1].clipped_right);
  CHECK_FALSE(drawn.bars[2].clipped_right);
  CHECK(drawn.bars[2].left + drawn.bars[2].width == doctest::Approx(100));
}

TEST_CASE("bars share a lane when one ends before the other begins") {
  const std::vector items{bar("A", "2020-01-01", "2020-01-31"), bar("B", "2020-01-15", "2020-03-01"),
                          bar("C", "2020-02-01", "2020-03-01")};
  const auto drawn = plan::lay_out(items, plan::window_at(day("2020-01-01"), 3, 0), day("2020-01-01"));
  CHECK(drawn.bars[0].lane == 0);
  CHECK(drawn.bars[1].lane == 1);
  CHECK(drawn.bars[2].lane == 0);
  CHECK(drawn.bar_lanes == 2);
}

TEST_CASE("a short bar's label stands beside it and keeps its lane to itself") {
  const std::vector items{bar("Et kursus med langt navn", "2020-01-01", "2020-01-03"), bar("B", "2020-01-05", "2020-03-01")};
  const auto drawn = plan::lay_out(items, plan::window_at(day("2020-01-01"), 12, 0), day("2020-01-01"));
  CHECK(drawn.bars[0].label == LabelSide::right);
  CHECK(drawn.bars[1].lane == 1);
}

TEST_CASE("a label that only just fits between its letters, icon and arrows stands beside the bar, so that it is not cut") {
  const std::vector items{bar("Virksomhedspraktik", "2019-10-01", "2020-01-09"), bar("Kursus", "2019-12-01", "2020-01-09")};
  const auto drawn = plan::lay_out(items, plan::window_at(day("2019-11-21"), 6, 0), day("2019-11-21"));
  CHECK(drawn.bars[0].width == 27.322);
  CHECK(drawn.bars[0].label == LabelSide::right);
  CHECK(drawn.bars[1].label == LabelSide::inside);
}

TEST_CASE("labels near the window's end turn to the left, and crowded ones take lanes") {
  const std::vector items{marker("Aftale med jobcenter", "2020-01-10"), marker("Aftale med a-kasse", "2020-01-12"),
                          marker("Aftale med jobcenter", "2020-03-28")};
  const auto drawn = plan::lay_out(items, plan::window_at(day("2020-01-01"), 3, 0), day("2020-01-01"));
  CHECK(drawn.markers[0].label == LabelSide::right);
  CHECK(drawn.markers[2].label == LabelSide::left);
  CHECK(drawn.markers[0].lane != drawn.markers[1].lane);
  CHECK(drawn.marker_lanes == 2);
}

TEST_CASE("windows reach from the first item to the last and always hold today") {
  const std::vector items{marker("A", "2018-10-01"), bar("B", "2019-11-01", "2020-06-01")};
  const auto windows = plan::all_windows(items, day("2019-11-21"), 6);
  CHECK(windows.front().from <= day("2018-10-01"));
  CHECK(windows.front().step == -3);
  CHECK(windows.back().to >= day("2020-06-01"));
  CHECK(windows.back().step == 1);
  CHECK(plan::all_windows({}, day("2019-11-21"), 6).size() == 1);
}

TEST_CASE("an absurd date does not make endless windows") {
  const std::vector items{bar("A", "0001-01-01", "9999-12-31")};
  CHECK(plan::all_windows(items, day("2019-11-21"), 3).size() <= 481);
}

// ---- whatever the plan: a few hundred plans from a fixed seed

std::vector<TimelineItem> random_items(std::mt19937& random) {
  const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  std::vector<TimelineItem> items;
  for (int i = below(60); i > 0; --i) {
    TimelineItem item{std::to_string(i), std::string(static_cast<std::size_t>(below(40)), 'x'), {}, {}, below(3) == 0};
    item.start = day("2019-11-21") + std::chrono::days{below(1400) - 700};
    if (item.is_marker) item.end = item.start;
    if (!item.is_marker && below(5) != 0) item.end = item.start + std::chrono::days{below(400)};
    items.push_back(item);
  }
  plan::sort_items(items);
  return items;
}

struct Span {
  int lane;
  double from;
  double to;
};

template <typename Drawn>
Span span_of(const Drawn& drawn, double from, double to, double label) {
  if (drawn.label == LabelSide::right) to += label;
  if (drawn.label == LabelSide::left) from -= label;
  return {drawn.lane, from, to};
}

void check_lanes(const std::vector<Span>& spans, int lanes) {
  for (std::size_t a = 0; a < spans.size(); ++a) {
    REQUIRE(spans[a].lane >= 0);
    REQUIRE(spans[a].lane < lanes);
    for (std::size_t b = a + 1; b < spans.size(); ++b) {
      if (spans[a].lane != spans[b].lane) continue;
      const bool apart = spans[a].to <= spans[b].from + 1e-9 || spans[b].to <= spans[a].from + 1e-9;
      REQUIRE(apart);
    }
  }
}

void check_window(const std::vector<TimelineItem>& items, const plan::Window& window, base::Date today) {
  const auto drawn = plan::lay_out(items, window, today);
  std::vector<Span> bars;
  std::vector<Span> markers;
  std::set<std::size_t> shown;
  for (const auto& one : drawn.bars) {
    REQUIRE(one.left >= 0);
    REQUIRE(one.width > 0);
    REQUIRE(one.left + one.width <= 100.0005);
    REQUIRE(shown.insert(one.item).second);
    bars.push_back(span_of(one, one.left, one.left + one.width, plan::label_width(items[one.item].title)));
  }
  for (const auto& one : drawn.markers) {
    REQUIRE(one.at >= 0);
    REQUIRE(one.at <= 100);
    REQUIRE(shown.insert(one.item).second);
    const double label = plan::label_width(items[one.item].title) - plan::kMarkerHalfPercent;
    markers.push_back(span_of(one, one.at - plan::kMarkerHalfPercent, one.at + plan::kMarkerHalfPercent, label));
  }
  check_lanes(bars, drawn.bar_lanes);
  check_lanes(markers, drawn.marker_lanes);
  for (std::size_t i = 0; i < items.size(); ++i) REQUIRE(shown.contains(i) == plan::is_in_window(items[i], window));
}

TEST_CASE("in any plan lanes never overlap, percents stay inside, and what touches a window is drawn once") {
  std::mt19937 random(20191121);
  const base::Date today = day("2019-11-21");
  for (int round = 0; round < 200; ++round) {
    const auto items = random_items(random);
    const int months = std::array{3, 6, 12}.at(static_cast<std::size_t>(round % 3));
    for (const auto& window : plan::all_windows(items, today, months)) check_window(items, window, today);
  }
}

TEST_CASE("in any plan every item is in some window") {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const auto items = random_items(random);
    const auto windows = plan::all_windows(items, day("2019-11-21"), 6);
    for (const auto& item : items) {
      REQUIRE(std::ranges::any_of(windows, [&](const auto& window) { return plan::is_in_window(item, window); }));
    }
  }
}

TEST_CASE("the order is by start, then end, then id, whatever the order given") {
  std::mt19937 random(3);
  auto items = random_items(random);
  const auto sorted = items;
  std::ranges::shuffle(items, random);
  plan::sort_items(items);
  for (std::size_t i = 0; i < items.size(); ++i) CHECK(items[i].id == sorted[i].id);
}

}  // namespace
