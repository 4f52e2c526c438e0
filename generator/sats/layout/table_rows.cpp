#include <algorithm>

#include "sats/layout/table_flow.h"

namespace sats::layout {

using style::VerticalAlign;

void TableFlow::place_across(Fragment& row) const {
  row.x = grid_.positions.front();
  row.width = std::max(0.0F, grid_.positions.back() - grid_.spacing_x - row.x);
}

float TableFlow::cell_left(const GridCell& cell) const { return grid_.positions[cell.column] - grid_.positions.front(); }

float TableFlow::cell_width(const GridCell& cell) const {
  const auto last = cell.column + cell.column_span - 1;
  return grid_.positions[last] + grid_.widths[last] - grid_.positions[cell.column];
}

FragmentIndex TableFlow::lay_cell(const GridCell& cell, TokenIndex token, Above above, Result& result) {
  Space space;
  space.width = cell_width(cell);
  space.containing_width = space_.width;
  space.top = space_.top + y_;
  space.at_top = above == Above::nothing;
  space.region = space_.region;
  // `height` of a cell is a least height; the row sees to it.
  result = layouter_.layout(cell.box, space, token);
  if (!result.nothing()) layouter_.fragments[result.fragment].x = cell_left(cell);
  return result.fragment;
}

bool TableFlow::is_shown(const GridCell& cell) const {
  for (auto column = cell.column; column < cell.column + cell.column_span; ++column) {
    if (grid_.columns[column] == kNoBox || !is_collapsed(document_.box(grid_.columns[column]))) return true;
  }
  return false;
}

FragmentIndex TableFlow::rest_of(const GridCell& cell) {
  const auto laid = layouter_.fragments.add(cell.box);
  auto& rest = layouter_.fragments[laid];
  rest.x = cell_left(cell);
  rest.width = cell_width(cell);
  rest.starts_box = false;
  return laid;
}

bool TableFlow::place_cell(RowInWork& work, std::uint32_t index, std::span<const TokenIndex> parts, std::uint32_t first) {
  const auto& cell = grid_.cells[index];
  if (!is_shown(cell)) return true;
  const auto part = index - first;
  const bool is_done = !parts.empty() && parts[part] == kNoIndex;
  Result result;
  const auto laid = is_done ? rest_of(cell)
                            : lay_cell(cell, parts.empty() ? kNoIndex : parts[part],
                                       work.at_top ? Above::nothing : Above::something, result);
  if (laid == kNoIndex) return false;
  layouter_.fragments.append(work.fragment, laid);
  const float height = layouter_.fragments[laid].height;
  if (cell.row_span > 1 && parts.empty()) {
    work.spans.push_back({index, laid, work.fragment, y_, height, result.token});
    return true;
  }
  row_parts_[part] = result.token;
  work.broken = work.broken || result.token != kNoIndex;
  work.height = std::max(work.height, height);
  return true;
}

TableFlow::RowOutcome TableFlow::place_row(std::uint32_t index, std::span<const TokenIndex> parts, RowUse use) {
  const auto& row = grid_.rows[index];
  const auto& box = document_.box(row.box);
  const bool whole = !box.anonymous && box.style->break_inside == style::Break::avoid;
  RowInWork work;
  work.fragment = layouter_.fragments.add(row.box);
  work.at_top = space_.at_top && !body_placed_;
  work.height = !box.anonymous && box.style->height.is_fixed() ? box.style->height.points : 0;
  row_parts_.assign(row.cell_count, kNoIndex);
  for (auto cell = row.first_cell; cell < row.first_cell + row.cell_count; ++cell) {
    if (!place_cell(work, cell, parts, row.first_cell)) return RowOutcome::nothing;
  }
  if (work.broken && layouter_.keeps_whole(box) && !work.at_top) return RowOutcome::nothing;
  auto& placed = layouter_.fragments[work.fragment];
  placed.y = y_;
  place_across(placed);
  placed.first_line = index;
  placed.starts_box = parts.empty();
  placed.repeated = use == RowUse::repeated;
  placed.strained = work.broken && whole;
  placed.tied = !spans_.empty() || (index > 0 && index <= head_rows_ && use == RowUse::own);
  work.height = std::max(work.height, height_for_spans(index));
  if (!fits(y_ + work.height) && !work.at_top && !work.broken) return RowOutcome::nothing;
  // From here on the row stands; until then the cells that reach into it are left as they were.
  spans_.insert(spans_.end(), work.spans.begin(), work.spans.end());
  work.broken = end_spans(index, work.height) || work.broken;
  placed.height = work.height;
  layouter_.fragments.append(fragment_, work.fragment);
  align_row(work.fragment, index);
  y_ += work.height + grid_.spacing_y;
  placed_ = placed_ || use == RowUse::own;
  body_placed_ = body_placed_ || (use == RowUse::own && index >= head_rows_);
  return work.broken ? RowOutcome::broken : RowOutcome::placed;
}

void TableFlow::align_row(FragmentIndex row, std::uint32_t index) {
  float baseline = 0;
  const auto& fragments = layouter_.fragments;
  for (auto cell = fragments[row].first_child; cell != kNoIndex; cell = fragments[cell].next) {
    if (document_.box(fragments[cell].box).style->vertical_align == VerticalAlign::baseline)
      baseline = std::max(baseline, layouter_.first_baseline(cell));
  }
  auto grid_cell = grid_.rows[index].first_cell;
  for (auto cell = fragments[row].first_child; cell != kNoIndex; cell = fragments[cell].next) {
    while (grid_.cells[grid_cell].box != fragments[cell].box) ++grid_cell;
    if (grid_.cells[grid_cell].row_span == 1) align_cell(cell, fragments[row].height, baseline);
  }
}

void TableFlow::align_cell(FragmentIndex index, float height, float baseline) {
  auto& cell = layouter_.fragments[index];
  const float rest = height - cell.inner_height;
  cell.height = height;
  if (!cell.starts_box || !cell.ends_box) return;
  float shift = 0;
  switch (document_.box(cell.box).style->vertical_align) {
    case VerticalAlign::middle: shift = rest / 2; break;
    case VerticalAlign::bottom: shift = rest; break;
    case VerticalAlign::baseline: {
      const float own = layouter_.first_baseline(index);
      shift = baseline > 0 && own >= 0 ? std::clamp(baseline - own, 0.0F, std::max(rest, 0.0F)) : 0;
      break;
    }
    default: break;
  }
  if (shift <= 0) return;
  for (auto child = cell.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    layouter_.fragments[child].y += shift;
}

}  // namespace sats::layout
