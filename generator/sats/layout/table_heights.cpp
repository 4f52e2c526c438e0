// A table that is set higher than its rows: they share what is left over (css-tables-3 §3.10).

#include <algorithm>
#include <numeric>
#include <span>

#include "sats/layout/table_flow.h"

namespace sats::layout {

using style::VerticalAlign;

float TableFlow::set_height() const {
  if (self().anonymous) return 0;
  const auto border_box = [this](const css::Length& length) { return border_box_length(style_, length, 0, edges_.down()); };
  float height = is_definite(style_.height) ? border_box(style_.height) : 0;
  if (is_definite(style_.max_height)) height = std::min(height, border_box(style_.max_height));
  return is_definite(style_.min_height) ? std::max(height, border_box(style_.min_height)) : height;
}

bool TableFlow::reach_set_height() {
  float left = set_height() - (y_ - grid_top_);
  if (left <= 0) return true;
  // The region ends above the table's bottom edge while rows are placed.
  const float bottom = y_ - edges_.bottom;
  if (!fits(bottom + left)) {
    if (!space_.at_top) return false;
    left = std::max(0.0F, space_.region->end - space_.top - bottom);
  }
  grow_rows(left);
  y_ += left;
  return true;
}

bool TableFlow::has_set_height(std::uint32_t index) const {
  const auto is_set = [this](BoxIndex box) {
    return !document_.box(box).anonymous && is_definite(document_.box(box).style->height);
  };
  const auto& row = grid_.rows[index];
  const auto cells = std::span(grid_.cells).subspan(row.first_cell, row.cell_count);
  return is_set(row.box) ||
         std::ranges::any_of(cells, [&](const GridCell& cell) { return cell.row_span == 1 && is_set(cell.box); });
}

std::vector<float> TableFlow::row_shares(std::span<const FragmentIndex> rows, float left) const {
  const auto index_of = [this](FragmentIndex row) { return layouter_.fragments[row].first_line; };
  const auto is_body = [&](FragmentIndex row) {
    return index_of(row) >= grid_.header_rows && index_of(row) < first_footer_row();
  };
  const bool has_body = std::ranges::any_of(rows, is_body);
  std::vector<float> shares(rows.size());
  // In proportion to their heights, those without a height of their own first; when all are empty, equally.
  for (const int attempt : {0, 1, 2}) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool takes = (!has_body || is_body(rows[i])) && (attempt > 0 || !has_set_height(index_of(rows[i])));
      shares[i] = !takes ? 0 : attempt < 2 ? layouter_.fragments[rows[i]].height : 1;
    }
    const float sum = std::accumulate(shares.begin(), shares.end(), 0.0F);
    if (sum <= 0) continue;
    for (auto& share : shares) share *= left / sum;
    break;
  }
  return shares;
}

void TableFlow::grow_rows(float left) {
  auto& fragments = layouter_.fragments;
  std::vector<FragmentIndex> rows;
  for (auto child = fragment().first_child; child != kNoIndex; child = fragments[child].next) {
    if (document_.box(fragments[child].box).kind == BoxKind::row) rows.push_back(child);
  }
  const auto shares = row_shares(rows, left);
  std::vector<float> above(grid_.rows.size() + 1, 0);  // By row of the grid: what those above it have got.
  for (std::size_t i = 0; i < rows.size(); ++i) above[fragments[rows[i]].first_line + 1] = shares[i];
  std::partial_sum(above.begin(), above.end(), above.begin());
  for (const auto row : rows) {
    const auto index = fragments[row].first_line;
    fragments[row].y += above[index];
    fragments[row].height += above[index + 1] - above[index];
    auto cell = grid_.rows[index].first_cell;
    for (auto child = fragments[row].first_child; child != kNoIndex; child = fragments[child].next) {
      while (grid_.cells[cell].box != fragments[child].box) ++cell;
      grow_cell(child, above[index + grid_.cells[cell].row_span] - above[index]);
    }
  }
}

void TableFlow::grow_cell(FragmentIndex index, float growth) {
  auto& cell = layouter_.fragments[index];
  const float rest = std::max(0.0F, cell.height - cell.inner_height);
  const float grown_rest = std::max(0.0F, cell.height + growth - cell.inner_height);
  cell.height += growth;
  const auto align = document_.box(cell.box).style->vertical_align;
  const float part = align == VerticalAlign::middle ? 0.5F : align == VerticalAlign::bottom ? 1.0F : 0.0F;
  for (auto child = cell.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    layouter_.fragments[child].y += (grown_rest - rest) * part;
}

}  // namespace sats::layout
