#include "sats/layout/table_borders.h"

#include <algorithm>

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

/// The strongest of the borders that meet in one line, in the order of CSS 2.1 §17.6.2.1: cells before rows, groups, columns
/// and the table, what stands above or to the left before what stands below or to the right.
class MeetingBorders {
 public:
  void add(const Box* box, GridLine (*side)(const ComputedStyle&)) {
    if (box != nullptr && !box->anonymous) line_ = stronger(line_, side(*box->style));
  }
  [[nodiscard]] const GridLine& line() const { return line_; }

 private:
  GridLine line_;
};

class BorderCollapser {
 public:
  BorderCollapser(const BoxTree& boxes, BoxIndex table, TableGrid& grid)
      : boxes_(boxes), table_(boxes.boxes[table]), grid_(grid) {}

  void run() {
    find_owners();
    const auto rows = static_cast<std::uint32_t>(grid_.rows.size());
    for (std::uint32_t row = 0; row <= rows; ++row) {
      for (std::uint32_t column = 0; column < grid_.column_count; ++column)
        grid_.lines.across.push_back(above_row(row, column));
    }
    for (std::uint32_t row = 0; row < rows; ++row) {
      for (std::uint32_t column = 0; column <= grid_.column_count; ++column)
        grid_.lines.down.push_back(before_column(row, column));
    }
    for (auto& cell : grid_.cells) cell.collapsed = halves_around(cell);
  }

 private:
  void find_owners() {
    grid_.lines.owners.assign(grid_.rows.size() * grid_.column_count, kNone);
    for (std::uint32_t i = 0; i < grid_.cells.size(); ++i) {
      const auto& cell = grid_.cells[i];
      for (std::uint32_t r = 0; r < cell.row_span; ++r) {
        for (std::uint32_t c = 0; c < cell.column_span; ++c) grid_.lines.owners[slot(cell.row + r, cell.column + c)] = i;
      }
    }
  }

  [[nodiscard]] Edges halves_around(const GridCell& cell) const {
    Edges halves;
    const auto widen = [](float& half, const GridLine& line) { half = std::max(half, line.width / 2); };
    for (std::uint32_t c = cell.column; c < cell.column + cell.column_span; ++c) {
      widen(halves.top, grid_.lines.across[slot(cell.row, c)]);
      widen(halves.bottom, grid_.lines.across[slot(cell.row + cell.row_span, c)]);
    }
    for (std::uint32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
      const auto* row = &grid_.lines.down[std::size_t{r} * (grid_.column_count + 1)];
      widen(halves.left, row[cell.column]);
      widen(halves.right, row[cell.column + cell.column_span]);
    }
    return halves;
  }

  [[nodiscard]] const Box* box(BoxIndex index) const { return index == kNoBox ? nullptr : &boxes_.boxes[index]; }
  [[nodiscard]] std::size_t slot(std::uint32_t row, std::uint32_t column) const {
    return std::size_t{row} * grid_.column_count + column;
  }
  [[nodiscard]] const Box* cell_at(std::uint32_t row, std::uint32_t column) const {
    const auto cell = grid_.lines.owners[slot(row, column)];
    return cell == kNone ? nullptr : box(grid_.cells[cell].box);
  }

  /// The line between a row and the one above it; one of the two may be missing.
  [[nodiscard]] GridLine above_row(std::uint32_t row, std::uint32_t column) const {
    const bool is_first = row == 0;
    const bool is_end = row == grid_.rows.size();
    const auto* above = is_first ? nullptr : &grid_.rows[row - 1];
    const auto* below = is_end ? nullptr : &grid_.rows[row];
    MeetingBorders met;
    if (above != nullptr) met.add(cell_at(row - 1, column), bottom_of);
    if (below != nullptr) met.add(cell_at(row, column), top_of);
    if (above != nullptr) met.add(box(above->box), bottom_of);
    if (below != nullptr) met.add(box(below->box), top_of);
    const bool parts_groups = is_first || is_end || above->group != below->group;
    if (above != nullptr && parts_groups) met.add(box(above->group), bottom_of);
    if (below != nullptr && parts_groups) met.add(box(below->group), top_of);
    for (const auto* columns : {&grid_.columns, &grid_.column_groups}) {
      if (is_end) met.add(box((*columns)[column]), bottom_of);
      if (is_first) met.add(box((*columns)[column]), top_of);
    }
    if (is_end) met.add(&table_, bottom_of);
    if (is_first) met.add(&table_, top_of);
    return met.line();
  }

  /// The line between a column and the one to its left; one of the two may be missing.
  [[nodiscard]] GridLine before_column(std::uint32_t row, std::uint32_t column) const {
    const bool is_first = column == 0;
    const bool is_end = column == grid_.column_count;
    MeetingBorders met;
    if (!is_first) met.add(cell_at(row, column - 1), right_of);
    if (!is_end) met.add(cell_at(row, column), left_of);
    for (const auto whole : {grid_.rows[row].box, grid_.rows[row].group}) {
      if (is_end) met.add(box(whole), right_of);
      if (is_first) met.add(box(whole), left_of);
    }
    for (const auto* columns : {&grid_.columns, &grid_.column_groups}) {
      const auto left = is_first ? kNoBox : (*columns)[column - 1];
      const auto right = is_end ? kNoBox : (*columns)[column];
      // A `col` over several columns, and a group, have no lines within them.
      if (left == right) continue;
      met.add(box(left), right_of);
      met.add(box(right), left_of);
    }
    if (is_end) met.add(&table_, right_of);
    if (is_first) met.add(&table_, left_of);
    return met.line();
  }

  const BoxTree& boxes_;
  const Box& table_;
  TableGrid& grid_;
};

}  // namespace

void collapse_borders(const BoxTree& boxes, BoxIndex table, TableGrid& grid) { BorderCollapser(boxes, table, grid).run(); }

}  // namespace sats::layout
