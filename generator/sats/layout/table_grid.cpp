#include "sats/layout/table_grid.h"

#include <algorithm>

#include "sats/layout/cell_places.h"
#include "sats/layout/table_borders.h"

namespace sats::layout {

namespace {

using style::Display;

/// More columns than this are not a table for people; further cells are left out.
constexpr std::uint32_t kMostTableColumns = 1000;

/// Columns before those are joined in which no cell begins.
constexpr std::uint32_t kMostSpannedColumns = 65536;

class GridReader {
 public:
  GridReader(const BoxTree& boxes, BoxIndex table) : boxes_(boxes), table_(table) {}

  TableGrid read() {
    const auto& style = *boxes_.boxes[table_].style;
    grid_.collapsed = style.border_collapse == style::BorderCollapse::collapse;
    if (!grid_.collapsed) {
      grid_.spacing_x = style.border_spacing_x.points;
      grid_.spacing_y = style.border_spacing_y.points;
    }
    collect(Display::table_header_group);
    grid_.header_rows = static_cast<std::uint32_t>(grid_.rows.size());
    collect(Display::table_row_group);
    const auto before_footer = grid_.rows.size();
    collect(Display::table_footer_group);
    grid_.footer_rows = static_cast<std::uint32_t>(grid_.rows.size() - before_footer);
    read_columns();
    place_cells();
    grid_.columns.resize(grid_.column_count, kNoBox);
    grid_.column_groups.resize(grid_.column_count, kNoBox);
    if (style.direction == style::Direction::rtl) mirror();
    if (grid_.collapsed) collapse_borders(boxes_, table_, grid_);
    return std::move(grid_);
  }

 private:
  const Box& box(BoxIndex index) const { return boxes_.boxes[index]; }

  /// Rows of the groups of one kind; rows without a group go with the bodies.
  void collect(Display which) {
    for (auto child = box(table_).first_child; child != kNoBox; child = box(child).next) {
      const auto& inner = box(child);
      if (inner.kind == BoxKind::row && which == Display::table_row_group) grid_.rows.push_back({child, kNoBox, 0, 0});
      if (inner.kind != BoxKind::row_group) continue;
      const auto display = inner.anonymous ? Display::table_row_group : inner.style->display;
      if (display != which) continue;
      for (auto row = inner.first_child; row != kNoBox; row = box(row).next) {
        if (box(row).kind == BoxKind::row) grid_.rows.push_back({row, child, 0, 0});
      }
    }
  }

  void read_columns() {
    for (auto child = box(table_).first_child; child != kNoBox; child = box(child).next) {
      const auto& inner = box(child);
      if (inner.kind == BoxKind::row || inner.kind == BoxKind::row_group || inner.anonymous) continue;
      const auto display = inner.style->display;
      if (display == Display::table_caption) grid_.captions.push_back(child);
      if (display != Display::table_column && display != Display::table_column_group) continue;
      if (inner.first_child == kNoBox) add_columns(child, kNoBox);
      for (auto column = inner.first_child; column != kNoBox; column = box(column).next) add_columns(column, child);
    }
    grid_.column_count = static_cast<std::uint32_t>(grid_.columns.size());
  }

  void add_columns(BoxIndex column, BoxIndex group) {
    for (std::uint32_t i = 0; i < box(column).column_span && grid_.columns.size() < kMostTableColumns; ++i) {
      grid_.columns.push_back(column);
      grid_.column_groups.push_back(group);
    }
  }

  void place_cells() {
    const auto& style = *box(table_).style;
    // Columns that share a set width equally are all there, also when no cell begins in them.
    const bool is_fixed = style.table_layout == style::TableLayout::fixed && style.width.is_fixed();
    CellPlacer placer(is_fixed ? kMostTableColumns : kMostSpannedColumns);
    std::vector<BoxIndex> cells;
    std::vector<CellPlace> places;
    for (std::uint32_t row = 0; row < grid_.rows.size(); ++row) {
      placer.begin_row(row);
      for (auto cell = box(grid_.rows[row].box).first_child; cell != kNoBox; cell = box(cell).next) {
        if (box(cell).kind != BoxKind::cell) continue;
        const auto placed = placer.place(rows_spanned(row, box(cell).row_span), box(cell).column_span);
        if (!placed) break;
        cells.push_back(cell);
        places.push_back(*placed);
      }
    }
    auto count = std::max(placer.column_count(), grid_.column_count);
    if (!is_fixed) count = join_columns(places, count, grid_.column_count);
    grid_.column_count = std::min(count, kMostTableColumns);
    keep_cells(cells, places);
  }

  void keep_cells(const std::vector<BoxIndex>& cells, const std::vector<CellPlace>& places) {
    grid_.cells.reserve(cells.size());
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < grid_.rows.size(); ++row) {
      grid_.rows[row].first_cell = static_cast<std::uint32_t>(grid_.cells.size());
      for (; next < cells.size() && places[next].row == row; ++next) {
        const auto& place = places[next];
        if (place.column >= grid_.column_count) continue;
        const auto column_span = std::min(place.column_span, grid_.column_count - place.column);
        grid_.cells.push_back({cells[next], row, place.column, place.row_span, column_span, {}});
        ++grid_.rows[row].cell_count;
      }
    }
  }

  /// The first column is the right one where tables run from right to left; from here on columns count from the left.
  void mirror() {
    std::ranges::reverse(grid_.columns);
    std::ranges::reverse(grid_.column_groups);
    for (auto& cell : grid_.cells) cell.column = grid_.column_count - cell.column - cell.column_span;
  }

  /// A span ends with its group at the latest.
  std::uint32_t rows_spanned(std::uint32_t row, std::uint32_t wanted) const {
    std::uint32_t count = 1;
    while (count < wanted && row + count < grid_.rows.size() && grid_.rows[row + count].group == grid_.rows[row].group)
      ++count;
    return count;
  }

  const BoxTree& boxes_;
  BoxIndex table_;
  TableGrid grid_;
};

}  // namespace

TableGrid read_grid(const BoxTree& boxes, BoxIndex table) { return GridReader(boxes, table).read(); }

}  // namespace sats::layout
