#include "sats/layout/table_borders.h"

#include "sats/layout/document.h"

namespace sats::layout {

namespace {

using style::BorderStyle;

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

class BorderCollapser {
 public:
  BorderCollapser(const BoxTree& boxes, BoxIndex table, TableGrid& grid)
      : boxes_(boxes), table_(*boxes.boxes[table].style), grid_(grid) {
    owner_.assign(grid.rows.size() * grid.column_count, kNone);
    for (std::uint32_t i = 0; i < grid.cells.size(); ++i) {
      const auto& cell = grid.cells[i];
      for (std::uint32_t r = 0; r < cell.row_span; ++r) {
        for (std::uint32_t c = 0; c < cell.column_span; ++c) owner_[slot(cell.row + r, cell.column + c)] = i;
      }
    }
  }

  void run() {
    for (auto& cell : grid_.cells) {
      const auto& own = box(cell.box);
      cell.top = top_side(cell, *own.style);
      cell.bottom = bottom_side(cell, *own.style);
      cell.left = left_side(cell, *own.style);
      cell.right = right_side(cell, *own.style);
      add_group(cell);
    }
  }

 private:
  [[nodiscard]] const Box& box(BoxIndex index) const { return boxes_.boxes[index]; }
  [[nodiscard]] const Box& row_box(std::uint32_t row) const { return box(grid_.rows[row].box); }
  [[nodiscard]] std::size_t slot(std::uint32_t row, std::uint32_t column) const {
    return std::size_t{row} * grid_.column_count + column;
  }
  [[nodiscard]] const ComputedStyle* style_at(std::uint32_t row, std::uint32_t column) const {
    const auto cell = owner_[slot(row, column)];
    return cell == kNone ? nullptr : box(grid_.cells[cell].box).style;
  }
  static std::uint32_t last_row(const GridCell& cell) { return cell.row + cell.row_span - 1; }
  static std::uint32_t last_column(const GridCell& cell) { return cell.column + cell.column_span - 1; }

  [[nodiscard]] GridLine top_side(const GridCell& cell, const ComputedStyle& own) const {
    const auto& row = row_box(cell.row);
    auto line = row.anonymous ? top_of(own) : stronger(top_of(own), top_of(*row.style));
    if (cell.row == 0) return stronger(line, top_of(table_));
    const auto* above = style_at(cell.row - 1, cell.column);
    if (above == nullptr) return line;
    line = stronger(line, bottom_of(*above));
    const auto& row_above = row_box(cell.row - 1);
    return row_above.anonymous ? line : stronger(line, bottom_of(*row_above.style));
  }

  [[nodiscard]] GridLine bottom_side(const GridCell& cell, const ComputedStyle& own) const {
    auto line =
        row_box(cell.row).anonymous ? bottom_of(own) : stronger(bottom_of(own), bottom_of(*row_box(last_row(cell)).style));
    const auto next = last_row(cell) + 1;
    if (next == grid_.rows.size()) return stronger(line, bottom_of(table_));
    const auto* below = style_at(next, cell.column);
    if (below == nullptr) return line;
    line = stronger(line, top_of(*below));
    return row_box(next).anonymous ? line : stronger(line, top_of(*row_box(next).style));
  }

  [[nodiscard]] GridLine left_side(const GridCell& cell, const ComputedStyle& own) const {
    if (cell.column == 0) return stronger(left_of(own), left_of(table_));
    const auto* before = style_at(cell.row, cell.column - 1);
    return before == nullptr ? left_of(own) : stronger(left_of(own), right_of(*before));
  }

  [[nodiscard]] GridLine right_side(const GridCell& cell, const ComputedStyle& own) const {
    const auto next = last_column(cell) + 1;
    if (next == grid_.column_count) return stronger(right_of(own), right_of(table_));
    const auto* after = style_at(cell.row, next);
    return after == nullptr ? right_of(own) : stronger(right_of(own), left_of(*after));
  }

  void add_group(GridCell& cell) const {
    const auto group = grid_.rows[cell.row].group;
    if (group == kNoBox) return;
    const auto& style = *box(group).style;
    const auto next = last_row(cell) + 1;
    if (cell.row == 0 || grid_.rows[cell.row - 1].group != group) cell.top = stronger(cell.top, top_of(style));
    if (next == grid_.rows.size() || grid_.rows[next].group != group) cell.bottom = stronger(cell.bottom, bottom_of(style));
  }

  const BoxTree& boxes_;
  const ComputedStyle& table_;
  TableGrid& grid_;
  std::vector<std::uint32_t> owner_;  ///< The cell at each place of the grid, row by row.
};

}  // namespace

void collapse_borders(const BoxTree& boxes, BoxIndex table, TableGrid& grid) { BorderCollapser(boxes, table, grid).run(); }

}  // namespace sats::layout
