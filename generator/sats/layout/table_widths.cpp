#include "sats/layout/table_widths.h"

#include <algorithm>
#include <numeric>

#include "sats/layout/pressed_widths.h"

namespace sats::layout {

namespace {

/// Tries at finding the width above which columns give way; each halves what may be left unused.
constexpr int kLevelTries = 20;

/// What the columns of one table ask for.
struct Demands {
  std::vector<float> min;
  std::vector<float> max;
  std::vector<float> percent;  ///< 0: none.
  std::vector<bool> fixed;
};

/// Adds what a cell over several columns needs beyond what they have, in proportion to what they have.
void spread(std::vector<float>& widths, std::uint32_t first, std::uint32_t count, float needed) {
  const float have = std::accumulate(widths.begin() + first, widths.begin() + first + count, 0.0F);
  if (needed <= have) return;
  for (auto i = first; i < first + count; ++i) {
    const float share = have > 0 ? widths[i] / have : 1.0F / static_cast<float>(count);
    widths[i] += (needed - have) * share;
  }
}

Demands demands(Layouter& layouter, Document& document, const TableGrid& grid) {
  Demands d;
  d.min.assign(grid.column_count, 0);
  d.max.assign(grid.column_count, 0);
  d.percent.assign(grid.column_count, 0);
  d.fixed.assign(grid.column_count, false);
  const auto ask = [&d](std::uint32_t column, const ComputedStyle& style, float edges, float least) {
    if (!style.width.is_fixed()) return;
    if (style.width.has_percent()) {
      d.percent[column] = std::max(d.percent[column], style.width.percent);
      return;
    }
    const float width = style.box_sizing == style::BoxSizing::border_box ? style.width.points : style.width.points + edges;
    d.max[column] = std::max({d.fixed[column] ? d.max[column] : 0, width, least});
    d.fixed[column] = true;
  };
  for (const auto& cell : grid.cells) {
    if (cell.column_span > 1) continue;
    const auto asked = layouter.widths(cell.box);
    d.min[cell.column] = std::max(d.min[cell.column], asked.min);
    if (!d.fixed[cell.column]) d.max[cell.column] = std::max(d.max[cell.column], asked.max);
    const auto& box = document.box(cell.box);
    if (!box.anonymous) ask(cell.column, *box.style, layouter.edges(cell.box, 0).across(), asked.min);
  }
  for (std::uint32_t i = 0; i < grid.column_count; ++i) {
    if (grid.columns[i] != kNoBox) ask(i, *document.box(grid.columns[i]).style, 0, d.min[i]);
    d.max[i] = std::max(d.max[i], d.min[i]);
  }
  for (const auto& cell : grid.cells) {
    if (cell.column_span == 1) continue;
    const auto asked = layouter.widths(cell.box);
    const float gaps = grid.spacing_x * static_cast<float>(cell.column_span - 1);
    spread(d.min, cell.column, cell.column_span, asked.min - gaps);
    spread(d.max, cell.column, cell.column_span, asked.max - gaps);
  }
  for (std::uint32_t i = 0; i < grid.column_count; ++i) d.max[i] = std::max(d.max[i], d.min[i]);
  return d;
}

/// Less than the columns ask for: the widest of them give way, down to what they can be pressed to.
void fill_pressed(Layouter& layouter, TableGrid& grid, const Demands& d, float room) {
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

/// Widths between least and greatest; room left over goes to the columns that did not say.
void fill_auto(TableGrid& grid, const Demands& d, float room) {
  auto& widths = grid.widths;
  widths = d.min;
  float left = room - std::accumulate(widths.begin(), widths.end(), 0.0F);
  if (left <= 0) return;
  // First the columns with a percentage get it, then all others grow towards what they would like, then the rest is shared.
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (d.percent[i] <= 0) continue;
    const float grow = std::clamp(d.percent[i] * room - widths[i], 0.0F, left);
    widths[i] += grow;
    left -= grow;
  }
  float wish = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) wish += d.percent[i] > 0 ? 0 : d.max[i] - d.min[i];
  if (wish > 0) {
    const float part = std::min(1.0F, left / wish);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (d.percent[i] > 0) continue;
      const float grow = (d.max[i] - d.min[i]) * part;
      widths[i] += grow;
      left -= grow;
    }
  }
  if (left <= 0.01F) return;
  float flexible = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) flexible += d.fixed[i] || d.percent[i] > 0 ? 0 : std::max(d.max[i], 1.0F);
  const bool all_fixed = flexible == 0;
  if (all_fixed) flexible = std::max(1.0F, std::accumulate(widths.begin(), widths.end(), 0.0F));
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (all_fixed)
      widths[i] += left * widths[i] / flexible;
    else if (!d.fixed[i] && d.percent[i] <= 0)
      widths[i] += left * std::max(d.max[i], 1.0F) / flexible;
  }
}

void share_auto(Layouter& layouter, Document& document, TableGrid& grid, float room) {
  const auto asked = demands(layouter, document, grid);
  fill_auto(grid, asked, room);
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
  const auto d = demands(layouter, document, grid);
  const float extra = around_columns(layouter, table, grid);
  Widths widths{std::accumulate(d.min.begin(), d.min.end(), extra), std::accumulate(d.max.begin(), d.max.end(), extra)};
  for (std::size_t i = 0; i < d.percent.size(); ++i) {
    if (d.percent[i] > 0) widths.max = std::max(widths.max, std::min(d.max[i] / d.percent[i], 2000.0F));
  }
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
