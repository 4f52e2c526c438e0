#include "sats/layout/table_grid.h"

#include <algorithm>

#include "sats/layout/document.h"

namespace sats::layout {

namespace {

using style::BorderStyle;
using style::Display;

/// More columns than this are not a table for people; further cells are left out.
constexpr std::uint32_t kMostColumns = 1000;

GridLine line_of(const ComputedStyle& s, const css::Length& width, BorderStyle kind, css::Colour colour) {
  return {kind == BorderStyle::none ? 0 : width.points, kind, resolved_color(colour, s)};
}
GridLine top_of(const ComputedStyle& s) { return line_of(s, s.border_top_width, s.border_top_style, s.border_top_color); }
GridLine right_of(const ComputedStyle& s) {
  return line_of(s, s.border_right_width, s.border_right_style, s.border_right_color);
}
GridLine bottom_of(const ComputedStyle& s) {
  return line_of(s, s.border_bottom_width, s.border_bottom_style, s.border_bottom_color);
}
GridLine left_of(const ComputedStyle& s) {
  return line_of(s, s.border_left_width, s.border_left_style, s.border_left_color);
}

int rank(BorderStyle style) {
  switch (style) {
    case BorderStyle::double_: return 4;
    case BorderStyle::solid: return 3;
    case BorderStyle::dashed: return 2;
    case BorderStyle::dotted: return 1;
    default: return 0;
  }
}

/// The winner of two borders that meet (CSS 2.1 §17.6.2.1); the first wins a draw.
GridLine stronger(const GridLine& a, const GridLine& b) {
  if (a.style == BorderStyle::hidden || b.style == BorderStyle::hidden) return {0, BorderStyle::hidden, {}};
  if (a.width != b.width) return a.width > b.width ? a : b;
  return rank(a.style) >= rank(b.style) ? a : b;
}

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
    collect(Display::table_footer_group);
    read_columns();
    place_cells();
    grid_.columns.resize(grid_.column_count, kNoBox);
    if (grid_.collapsed) collapse();
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
      for (std::uint32_t i = 0; i < inner.column_span && grid_.columns.size() < kMostColumns; ++i)
        grid_.columns.push_back(child);
    }
    grid_.column_count = static_cast<std::uint32_t>(grid_.columns.size());
  }

  void place_cells() {
    std::vector<std::uint32_t> taken;  // By column: the first row that is free again.
    for (std::uint32_t row = 0; row < grid_.rows.size(); ++row) {
      std::uint32_t column = 0;
      grid_.rows[row].first_cell = static_cast<std::uint32_t>(grid_.cells.size());
      for (auto cell = box(grid_.rows[row].box).first_child; cell != kNoBox; cell = box(cell).next) {
        if (box(cell).kind != BoxKind::cell) continue;
        while (column < taken.size() && taken[column] > row) ++column;
        if (column >= kMostColumns) break;
        GridCell placed{cell, row, column, rows_spanned(row, box(cell).row_span), box(cell).column_span, {}, {}, {}, {}};
        placed.column_span = std::min<std::uint32_t>(placed.column_span, kMostColumns - column);
        if (taken.size() < column + placed.column_span) taken.resize(column + placed.column_span);
        for (std::uint32_t i = 0; i < placed.column_span; ++i) taken[column + i] = row + placed.row_span;
        column += placed.column_span;
        grid_.cells.push_back(placed);
        ++grid_.rows[row].cell_count;
      }
      grid_.column_count = std::max(grid_.column_count, column);
    }
  }

  /// A span ends with its group at the latest.
  std::uint32_t rows_spanned(std::uint32_t row, std::uint32_t wanted) const {
    std::uint32_t count = 1;
    while (count < wanted && row + count < grid_.rows.size() && grid_.rows[row + count].group == grid_.rows[row].group)
      ++count;
    return count;
  }

  void collapse() {
    std::vector<std::uint32_t> owner(grid_.rows.size() * grid_.column_count, kNone);
    const auto at = [&](std::uint32_t row, std::uint32_t column) -> std::uint32_t& {
      return owner[std::size_t{row} * grid_.column_count + column];
    };
    for (std::uint32_t i = 0; i < grid_.cells.size(); ++i) {
      const auto& cell = grid_.cells[i];
      for (std::uint32_t r = 0; r < cell.row_span; ++r) {
        for (std::uint32_t c = 0; c < cell.column_span; ++c) at(cell.row + r, cell.column + c) = i;
      }
    }
    const auto& table = *box(table_).style;
    const auto style_at = [&](std::uint32_t row, std::uint32_t column) -> const ComputedStyle* {
      const auto index = at(row, column);
      return index == kNone ? nullptr : box(grid_.cells[index].box).style;
    };
    for (auto& cell : grid_.cells) {
      const auto& own = *box(cell.box).style;
      const auto& row = *box(grid_.rows[cell.row].box).style;
      const auto last_row = cell.row + cell.row_span - 1;
      const auto last_column = cell.column + cell.column_span - 1;
      const bool anonymous_row = box(grid_.rows[cell.row].box).anonymous;
      cell.top = anonymous_row ? top_of(own) : stronger(top_of(own), top_of(row));
      cell.bottom =
          anonymous_row ? bottom_of(own) : stronger(bottom_of(own), bottom_of(*box(grid_.rows[last_row].box).style));
      cell.left = left_of(own);
      cell.right = right_of(own);
      if (cell.row == 0)
        cell.top = stronger(cell.top, top_of(table));
      else if (const auto* above = style_at(cell.row - 1, cell.column)) {
        cell.top = stronger(cell.top, bottom_of(*above));
        if (!box(grid_.rows[cell.row - 1].box).anonymous)
          cell.top = stronger(cell.top, bottom_of(*box(grid_.rows[cell.row - 1].box).style));
      }
      if (last_row + 1 == grid_.rows.size())
        cell.bottom = stronger(cell.bottom, bottom_of(table));
      else if (const auto* below = style_at(last_row + 1, cell.column)) {
        cell.bottom = stronger(cell.bottom, top_of(*below));
        if (!box(grid_.rows[last_row + 1].box).anonymous)
          cell.bottom = stronger(cell.bottom, top_of(*box(grid_.rows[last_row + 1].box).style));
      }
      if (cell.column == 0)
        cell.left = stronger(cell.left, left_of(table));
      else if (const auto* before = style_at(cell.row, cell.column - 1))
        cell.left = stronger(cell.left, right_of(*before));
      if (last_column + 1 == grid_.column_count)
        cell.right = stronger(cell.right, right_of(table));
      else if (const auto* after = style_at(cell.row, last_column + 1))
        cell.right = stronger(cell.right, left_of(*after));
      add_group_lines(cell, last_row);
    }
  }

  void add_group_lines(GridCell& cell, std::uint32_t last_row) {
    const auto group = grid_.rows[cell.row].group;
    if (group == kNoBox) return;
    const auto& style = *box(group).style;
    if (cell.row == 0 || grid_.rows[cell.row - 1].group != group) cell.top = stronger(cell.top, top_of(style));
    if (last_row + 1 == grid_.rows.size() || grid_.rows[last_row + 1].group != group)
      cell.bottom = stronger(cell.bottom, bottom_of(style));
  }

  const BoxTree& boxes_;
  BoxIndex table_;
  TableGrid grid_;
};

}  // namespace

TableGrid read_grid(const BoxTree& boxes, BoxIndex table) { return GridReader(boxes, table).read(); }

}  // namespace sats::layout
