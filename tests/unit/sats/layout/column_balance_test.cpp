#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "sats/typeset.h"

namespace {

/// Lines of a sheet.
constexpr std::size_t kSheet = 16;

/// Points from line to line.
constexpr float kLine = 10;

/// One line in columns: whether what it stands in may be divided below it, and how many lines stand above and below there.
struct Line {
  enum class Break : std::uint8_t { allowed, within_paragraph, forbidden } below = Break::allowed;
  std::size_t above = 0;
  std::size_t left = 0;
};

/// Columns of paragraphs, boxes that stay whole, and headings, made by chance.
struct Columns {
  std::size_t count = 2;
  std::size_t lines_above = 0;
  std::vector<Line> lines;
  std::string html;
};

Columns made_by_chance(std::mt19937& random) {
  const auto number = [&random](std::size_t least, std::size_t most) { return least + random() % (most - least + 1); };
  Columns made;
  made.count = number(2, 4);
  made.lines_above = number(0, 1);
  made.html = std::string(made.lines_above == 0 ? "" : "<p>x</p>") +
              "<div style='column-count:" + std::to_string(made.count) +
              (number(0, 1) == 0 ? ";break-inside:avoid'>" : "'>");
  for (auto boxes = number(1, 6); boxes > 0; --boxes) {
    const auto kind = number(0, boxes == 1 ? 4 : 5);
    const auto count = kind == 5 ? 1 : number(1, 9);
    const bool whole = kind == 4;
    made.html += kind == 5 ? "<h2>" : whole ? "<p class=whole>" : "<p>";
    for (std::size_t i = 1; i <= count; ++i) {
      made.html += i == 1 ? "o" : "<br>o";
      auto below = whole ? Line::Break::forbidden : Line::Break::within_paragraph;
      if (i == count) below = kind == 5 ? Line::Break::forbidden : Line::Break::allowed;
      made.lines.push_back({below, i, count - i});
    }
    made.html += kind == 5 ? "</h2>" : "</p>";
  }
  made.html += "</div>";
  return made;
}

/// Whether a column of the lines from `begin` may end before `end`, with orphans and widows of two.
bool may_end(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  if (end == lines.size()) return true;
  const auto& last = lines[end - 1];
  if (last.below != Line::Break::within_paragraph) return last.below == Line::Break::allowed;
  const bool begins_here = end - begin >= last.above;
  return last.left >= 2 && (!begins_here || last.above >= 2);
}

/// The least height in lines, found by trying every way.
std::size_t least_height(const Columns& columns) {
  const auto all = columns.lines.size();
  for (std::size_t height = 1; height < all; ++height) {
    std::set<std::size_t> reached = {0};
    for (std::size_t column = 0; column < columns.count; ++column) {
      for (const auto begin : std::set<std::size_t>(reached)) {
        for (auto end = begin + 1; end <= std::min(all, begin + height); ++end) {
          if (may_end(columns.lines, begin, end)) reached.insert(end);
        }
      }
    }
    if (reached.contains(all)) return height;
  }
  return all;
}

/// The height in lines that the columns are set in; 0 when they are not on the first page.
std::size_t set_height(const Columns& columns, sats::Resources& resources) {
  const std::string style =
      "<style>@page{size:400pt 180pt;margin:10pt} body{font:8pt/10pt 'DejaVu Sans'} "
      "p,h2{margin:0;font-size:8pt} .whole{break-inside:avoid}</style>";
  const auto laid = sats::lay_out(style + columns.html, {}, {}, resources, {});
  if (!laid.document || laid.document->pages.size() != 1) return 0;
  float last = 0;
  for (const auto& run : laid.document->runs) last = std::max(last, run.baseline);
  const auto lines = static_cast<std::size_t>(std::lround((last - laid.document->runs.front().baseline) / kLine)) + 1;
  return lines - columns.lines_above;
}

}  // namespace

TEST_CASE("columns are as low as orphans, widows and boxes that stay whole let them be, on the page where they have room") {
  constexpr int kDocuments = 300;
  sats::Resources resources;
  std::mt19937 random(7);
  for (int i = 0; i < kDocuments; ++i) {
    const auto columns = made_by_chance(random);
    const auto least = least_height(columns);
    CAPTURE(columns.html);
    if (least + columns.lines_above <= kSheet) CHECK(set_height(columns, resources) == least);
  }
}
