#include "sats/layout/table_demands.h"

#include <algorithm>
#include <numeric>

namespace sats::layout {

namespace {

/// No table of percentages asks for more than this; in points.
constexpr float kWidest = 2000;

/// Columns grow towards what they would like one kind after the other: first those with a percentage, then those with a
/// set length, then the rest. Until `grown` is theirs, columns are as wide as they must be.
enum class Grown : std::uint8_t { percent, lengths, all };

enum class ColumnKind : std::uint8_t { percent, length, open };

ColumnKind column_kind(const ColumnDemands& d, std::size_t column) {
  if (d.percent[column] > 0) return ColumnKind::percent;
  return d.is_set[column] ? ColumnKind::length : ColumnKind::open;
}

float sum_of(const std::vector<float>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0F); }

float grown_width(const ColumnDemands& d, std::size_t column, float room, Grown grown) {
  const auto kind = column_kind(d, column);
  if (kind == ColumnKind::percent) return std::max(d.min[column], d.percent[column] * room);
  const bool is_grown = grown == Grown::all || (grown == Grown::lengths && kind == ColumnKind::length);
  return is_grown ? d.max[column] : d.min[column];
}

/// Shares room that no column asked for among those of one kind, in proportion to their weights. False when there are none.
template <class Weight>
bool add_left_over(std::vector<float>& widths, float left, const Weight& weight) {
  float sum = 0;
  float count = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float own = weight(i);
    if (own >= 0) ++count;
    sum += std::max(own, 0.0F);
  }
  if (count == 0) return false;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float own = weight(i);
    if (own >= 0) widths[i] += left * (sum > 0 ? own / sum : 1 / count);
  }
  return true;
}

/// What a cell over several columns asks for in percent goes to those of them that have no percentage themselves.
void ask_percent_over_columns(ColumnDemands& d, const GridCell& cell, float percent) {
  const auto end = cell.column + cell.column_span;
  float max = 0;
  float open = 0;
  for (auto i = cell.column; i < end; ++i) {
    percent -= d.percent[i];
    if (d.percent[i] > 0) continue;
    max += d.max[i];
    ++open;
  }
  if (percent <= 0) return;
  for (auto i = cell.column; i < end; ++i) {
    if (d.percent[i] <= 0) d.percent[i] = percent * (max > 0 ? d.max[i] / max : 1 / open);
  }
}

bool all_have_lengths(const ColumnDemands& d, const GridCell& cell) {
  for (auto i = cell.column; i < cell.column + cell.column_span; ++i) {
    if (column_kind(d, i) != ColumnKind::length) return false;
  }
  return true;
}

/// The next cell over several columns asks for what those it reaches over do not have yet.
void ask_over_columns(ColumnDemands& d, const GridCell& cell, Widths asked) {
  const auto raise = [&](std::vector<float>& widths, float needed) {
    const auto shared = shared_widths(d, cell.column, cell.column_span, needed);
    for (std::size_t i = 0; i < shared.size(); ++i) {
      auto& width = widths[cell.column + i];
      width = std::max(width, shared[i]);
    }
  };
  raise(d.min, asked.min);
  for (auto i = cell.column; i < cell.column + cell.column_span; ++i) d.max[i] = std::max(d.max[i], d.min[i]);
  raise(d.max, asked.max);
}

void ask_for_column(ColumnDemands& d, std::uint32_t column, const ComputedStyle& style, float width) {
  if (!style.width.is_fixed()) return;
  if (style.width.has_percent()) {
    d.percent[column] = std::max(d.percent[column], style.width.percent);
    return;
  }
  d.max[column] = std::max(d.is_set[column] ? d.max[column] : 0, width);
  d.is_set[column] = true;
}

/// All percentages together are 100 % at most: the last ones get less.
void limit_percentages(std::vector<float>& percentages) {
  float left = 1;
  for (auto& percent : percentages) {
    percent = std::min(percent, left);
    left -= percent;
  }
}

}  // namespace

std::vector<float> shared_widths(const ColumnDemands& d, std::size_t first, std::size_t count, float room) {
  std::vector<float> widths(d.min.begin() + static_cast<std::ptrdiff_t>(first),
                            d.min.begin() + static_cast<std::ptrdiff_t>(first + count));
  float left = room - sum_of(widths);
  for (const auto grown : {Grown::percent, Grown::lengths, Grown::all}) {
    if (left <= 0) return widths;
    auto wider = widths;
    for (std::size_t i = 0; i < count; ++i) wider[i] = grown_width(d, first + i, room, grown);
    const float growth = sum_of(wider) - sum_of(widths);
    const float part = growth > left ? left / growth : 1;
    for (std::size_t i = 0; i < count; ++i) widths[i] += (wider[i] - widths[i]) * part;
    left -= std::min(growth, left);
  }
  if (left <= 0) return widths;
  for (const auto kind : {ColumnKind::open, ColumnKind::length, ColumnKind::percent}) {
    const auto weight = [&](std::size_t i) {
      if (column_kind(d, first + i) != kind) return -1.0F;
      return kind == ColumnKind::percent ? d.percent[first + i] : d.max[first + i];
    };
    if (add_left_over(widths, left, weight)) break;
  }
  return widths;
}

float width_for_percentages(const ColumnDemands& d) {
  float width = 0;
  float others = 0;
  float left = 1;
  for (std::size_t i = 0; i < d.percent.size(); ++i) {
    if (d.percent[i] <= 0) {
      others += d.max[i];
      continue;
    }
    left -= d.percent[i];
    width = std::max(width, d.max[i] / d.percent[i]);
  }
  if (left < 1 && others > 0) width = std::max(width, others / std::max(left, 0.0001F));
  return std::min(width, kWidest);
}

ColumnDemands column_demands(Layouter& layouter, const Document& document, const TableGrid& grid) {
  const std::size_t count = grid.column_count;
  ColumnDemands d{std::vector<float>(count), std::vector<float>(count), std::vector<float>(count), std::vector<bool>(count)};
  std::vector<const GridCell*> wide_cells;
  for (const auto& cell : grid.cells) {
    if (cell.column_span > 1) {
      wide_cells.push_back(&cell);
      continue;
    }
    const auto asked = layouter.widths(cell.box);
    d.min[cell.column] = std::max(d.min[cell.column], asked.min);
    if (!d.is_set[cell.column]) d.max[cell.column] = std::max(d.max[cell.column], asked.max);
    const auto& box = document.box(cell.box);
    if (!box.anonymous) ask_for_column(d, cell.column, *box.style, asked.max);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (grid.columns[i] != kNoBox) {
      const auto& style = *document.box(grid.columns[i]).style;
      ask_for_column(d, i, style, style.width.points);
    }
    d.max[i] = std::max(d.max[i], d.min[i]);
  }
  // The fewer columns a cell reaches over, the more is known of what each of them must have.
  std::ranges::stable_sort(wide_cells, {}, [](const GridCell* cell) { return cell->column_span; });
  for (const auto* cell : wide_cells) {
    const auto& box = document.box(cell->box);
    if (!box.anonymous && box.style->width.is_fixed() && box.style->width.has_percent())
      ask_percent_over_columns(d, *cell, box.style->width.percent);
  }
  limit_percentages(d.percent);
  for (const auto* cell : wide_cells) {
    const float gaps = grid.spacing_x * static_cast<float>(cell->column_span - 1);
    const auto& box = document.box(cell->box);
    auto asked = layouter.widths(cell->box);
    // Columns that all have a length do not grow for the sake of a line that can be broken.
    if ((box.anonymous || !is_definite(box.style->width)) && all_have_lengths(d, *cell)) asked.max = asked.min;
    ask_over_columns(d, *cell, {asked.min - gaps, asked.max - gaps});
  }
  return d;
}

}  // namespace sats::layout
