#include "sats/layout/table_widths.h"

#include <algorithm>
#include <numeric>

#include "sats/layout/pressed_widths.h"
#include "sats/layout/table_demands.h"

namespace sats::layout {

namespace {

/// Tries at finding the width above which columns give way; each halves what may be left unused.
constexpr int kLevelTries = 20;

/// Less than the columns ask for: the widest of them give way, down to what they can be pressed to.
void fill_pressed(Layouter& layouter, TableGrid& grid, const ColumnDemands& d, float room) {
  const auto least = pressed_columns(layouter, grid);
  if (std::accumulate(least.begin(), least.end(), -room) > kSlack) return;
  const auto width_at = [&](std::size_t i, float level) { return std::min(d.min[i], std::max(least[i], level)); };
  float low = 0;
  float high = room;
  for (int i = 0; i < kLevelTries; ++i) {
    const float level = (low + high) / 2;
    float sum = 0;
    for (std::size_t column = 0; column < least.size(); ++column) sum += width_at(column, level);
    (sum > room ? high : low) = level;
  }
  for (std::size_t i = 0; i < least.size(); ++i) grid.widths[i] = width_at(i, low);
  for (const auto& cell : grid.cells) break_words_in(layouter.document(), cell.box);
}

void share_auto(Layouter& layouter, Document& document, TableGrid& grid, float room) {
  const auto asked = column_demands(layouter, document, grid);
  grid.widths = shared_widths(asked, 0, grid.column_count, room);
  if (std::accumulate(asked.min.begin(), asked.min.end(), -room) > kSlack) fill_pressed(layouter, grid, asked, room);
}

/// `table-layout: fixed`: the columns and the first row say, the rest share equally.
void fill_fixed(Layouter& layouter, Document& document, TableGrid& grid, float room) {
  grid.widths.assign(grid.column_count, -1);
  const auto set = [&](std::uint32_t column, std::uint32_t span, const ComputedStyle& style, float edges) {
    if (!style.width.is_fixed()) return;
    float width = style.width.resolve(room);
    if (style.box_sizing == style::BoxSizing::content_box && !style.width.has_percent()) width += edges;
    for (std::uint32_t i = column; i < column + span; ++i) {
      if (grid.widths[i] < 0) grid.widths[i] = width / static_cast<float>(span);
    }
  };
  for (std::uint32_t i = 0; i < grid.column_count; ++i) {
    if (grid.columns[i] != kNoBox) set(i, 1, *document.box(grid.columns[i]).style, 0);
  }
  for (const auto& cell : grid.cells) {
    if (cell.row == 0 && !document.box(cell.box).anonymous)
      set(cell.column, cell.column_span, *document.box(cell.box).style, layouter.edges(cell.box, 0).across());
  }
  float used = 0;
  float open = 0;
  for (const float width : grid.widths) (width >= 0 ? used : open) += width >= 0 ? width : 1;
  for (auto& width : grid.widths) {
    if (width < 0)
      width = std::max(0.0F, (room - used) / open);
    else if (open == 0 && used > 0 && used < room)
      width *= room / used;
  }
}

}  // namespace

float around_columns(Layouter& layouter, BoxIndex table, const TableGrid& grid) {
  const auto& document = layouter.document();
  const auto edge = grid.collapsed || document.box(table).anonymous ? Edges{} : layouter.edges(table, 0);
  return edge.across() + (grid.column_count == 0 ? 0 : grid.spacing_x * static_cast<float>(grid.column_count + 1));
}

Widths measure_table(Layouter& layouter, Document& document, BoxIndex table) {
  const auto& grid = layouter.grid(table);
  const auto d = column_demands(layouter, document, grid);
  const float extra = around_columns(layouter, table, grid);
  Widths widths{std::accumulate(d.min.begin(), d.min.end(), extra), std::accumulate(d.max.begin(), d.max.end(), extra)};
  widths.max = std::max(widths.max, width_for_percentages(d) + extra);
  for (const auto caption : grid.captions) widths.min = std::max(widths.min, layouter.widths(caption).min);
  widths.max = std::max(widths.max, widths.min);
  return widths;
}

void share_width(Layouter& layouter, Document& document, BoxIndex table, float border_width) {
  auto& grid = layouter.grid(table);
  if (grid.laid_width == border_width) return;
  grid.laid_width = border_width;
  const auto& style = *document.box(table).style;
  const auto edge = grid.collapsed || document.box(table).anonymous ? Edges{} : layouter.edges(table, 0);
  const float room = border_width - around_columns(layouter, table, grid);
  const bool is_fixed = style.table_layout == style::TableLayout::fixed && style.width.is_fixed();
  if (is_fixed)
    fill_fixed(layouter, document, grid, room);
  else
    share_auto(layouter, document, grid, room);
  grid.positions.resize(grid.column_count + 1);
  float x = edge.left + grid.spacing_x;
  grid.collapsed_width = 0;
  for (std::uint32_t i = 0; i < grid.column_count; ++i) {
    grid.positions[i] = x;
    if (grid.columns[i] != kNoBox && is_collapsed(document.box(grid.columns[i]))) {
      grid.collapsed_width += grid.widths[i] + grid.spacing_x;
      grid.widths[i] = 0;
      continue;
    }
    x += grid.widths[i] + grid.spacing_x;
  }
  grid.positions[grid.column_count] = x;
}

}  // namespace sats::layout
