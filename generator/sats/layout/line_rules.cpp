#include "sats/layout/line_rules.h"

#include <algorithm>
#include <vector>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"

namespace sats::layout {

namespace {

/// The lines of one table while they are drawn.
class TableLines {
 public:
  TableLines(Document& document, Layouter& layouter, FragmentIndex table)
      : document_(document),
        fragments_(layouter.fragments),
        grid_(layouter.grid(fragments_[table].box)),
        table_(table),
        ink_(document.out) {}

  /// Lines across are drawn over those down, so that a strong line below a header is whole.
  void paint(float x, float y) {
    read_rows(x, y);
    for (std::uint32_t column = 0; column <= grid_.column_count; ++column) paint_down(column);
    for (const auto& row : rows_) paint_across(row.number, row.left, row.top, row.above);
    if (!rows_.empty()) paint_across(rows_.back().number + 1, rows_.back().left, rows_.back().bottom, Joins::nothing);
  }

 private:
  /// Over what a line across is not drawn: a cell that both rows have, or nothing where the rows do not follow one another.
  enum class Joins : std::uint8_t { nothing, spanning_cells };

  /// A row of the table's grid on this page.
  struct PaintedRow {
    std::uint32_t number = 0;
    float left = 0;
    float top = 0;
    float bottom = 0;
    Joins above = Joins::nothing;
  };

  void read_rows(float x, float y) {
    auto expected = kNone;
    for (auto index = fragments_[table_].first_child; index != kNoIndex; index = fragments_[index].next) {
      const auto& row = fragments_[index];
      if (document_.box(row.box).kind != BoxKind::row) continue;
      const auto above = row.first_line == expected ? Joins::spanning_cells : Joins::nothing;
      expected = row.first_line + 1;
      if (row.height > 0) rows_.push_back({row.first_line, x + row.x, y + row.y, y + row.y + row.height, above});
    }
  }

  [[nodiscard]] float place(std::uint32_t column) const { return grid_.positions[column] - grid_.positions.front(); }
  [[nodiscard]] std::uint32_t owner(std::uint32_t row, std::uint32_t column) const {
    return grid_.lines.owners[std::size_t{row} * grid_.column_count + column];
  }
  [[nodiscard]] const GridLine& across(std::uint32_t row, std::uint32_t column) const {
    return grid_.lines.across[std::size_t{row} * grid_.column_count + column];
  }
  [[nodiscard]] const GridLine& down(std::uint32_t row, std::uint32_t column) const {
    return grid_.lines.down[std::size_t{row} * (grid_.column_count + 1) + column];
  }

  [[nodiscard]] bool is_in_cell(std::uint32_t a, std::uint32_t b) const { return a == b && a != kNone; }

  /// Pieces of a line down that are alike are drawn as one.
  void paint_down(std::uint32_t column) {
    const bool is_inner = column > 0 && column < grid_.column_count;
    const auto is_drawn = [&](const PaintedRow& row) {
      return !is_inner || !is_in_cell(owner(row.number, column - 1), owner(row.number, column));
    };
    for (std::size_t row = 0; row < rows_.size();) {
      const auto& first = rows_[row++];
      if (!is_drawn(first)) continue;
      const auto& piece = down(first.number, column);
      float bottom = first.bottom;
      for (; row < rows_.size() && is_drawn(rows_[row]) && down(rows_[row].number, column) == piece; ++row)
        bottom = rows_[row].bottom;
      const float x = first.left + place(column);
      line(piece, {x, first.top, x, bottom});
    }
  }

  /// The same for a line across; its ends reach to the outer edges of the lines that it meets.
  void paint_across(std::uint32_t row, float left, float y, Joins joins) {
    const auto is_drawn = [&](std::uint32_t column) {
      return joins == Joins::nothing || !is_in_cell(owner(row - 1, column), owner(row, column));
    };
    for (std::uint32_t column = 0; column < grid_.column_count;) {
      const auto begin = column++;
      if (!is_drawn(begin)) continue;
      const auto& piece = across(row, begin);
      while (column < grid_.column_count && is_drawn(column) && across(row, column) == piece) ++column;
      line(piece, {left + place(begin) - half_down(row, begin), y, left + place(column) + half_down(row, column), y});
    }
  }

  /// Half the width of the line down that a line above a row meets.
  [[nodiscard]] float half_down(std::uint32_t row, std::uint32_t column) const {
    const float above = row == 0 ? 0 : down(row - 1, column).width;
    const float below = row == grid_.rows.size() ? 0 : down(row, column).width;
    return std::max(above, below) / 2;
  }

  /// Draws a stroke whose ends are given with a side's width, style and colour.
  void line(const GridLine& side, Stroke stroke) {
    stroke.width = side.width;
    stroke.style = line_style(side.style);
    stroke.color = side.color;
    if (stroke.width > 0 && stroke.style != LineStyle::none) ink_.stroke(stroke, kLayoutTag);
  }

  Document& document_;
  const Fragments& fragments_;
  const TableGrid& grid_;
  FragmentIndex table_;
  std::vector<PaintedRow> rows_;
  Ink ink_;
};

}  // namespace

void paint_table_lines(Document& document, Layouter& layouter, const PlacedFragment& table) {
  TableLines(document, layouter, table.fragment).paint(table.x, table.y);
}

void paint_column_rules(Document& document, const Layouter& layouter, const PlacedFragment& columns) {
  const auto& fragments = layouter.fragments;
  const auto& s = *document.box(fragments[columns.fragment].box).style;
  if (s.column_rule_width.points <= 0) return;
  const auto first = fragments[columns.fragment].first_child;
  // Boxes that stand across the columns part them into rows; a rule goes no further than its row.
  const auto in_one_row = [&](FragmentIndex a, FragmentIndex b) {
    return fragments[a].box == fragments[b].box && fragments[a].y == fragments[b].y;
  };
  Ink ink(document.out);
  for (auto column = first; column != kNoIndex; column = fragments[column].next) {
    const auto next = fragments[column].next;
    if (next == kNoIndex || !in_one_row(column, next)) continue;
    float height = 0;
    for (auto other = first; other != kNoIndex; other = fragments[other].next)
      height = in_one_row(column, other) ? std::max(height, fragments[other].height) : height;
    const float middle = columns.x + (fragments[column].x + fragments[column].width + fragments[next].x) / 2;
    const float top = columns.y + fragments[column].y;
    ink.stroke({middle, top, middle, top + height, s.column_rule_width.points, line_style(s.column_rule_style),
                resolved_color(s.column_rule_color, s)},
               kLayoutTag);
  }
}

}  // namespace sats::layout
