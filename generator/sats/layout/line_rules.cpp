#include "sats/layout/line_rules.h"

#include <algorithm>
#include <span>

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

  void paint(float x, float y) {
    for (auto row = fragments_[table_].first_child; row != kNoIndex; row = fragments_[row].next) {
      if (is_row(row) && fragments_[row].height > 0) last_row_ = row;
    }
    for (auto row = fragments_[table_].first_child; row != kNoIndex; row = fragments_[row].next) {
      if (is_row(row)) paint_row(row, x + fragments_[row].x, y + fragments_[row].y);
    }
  }

 private:
  [[nodiscard]] bool is_row(FragmentIndex fragment) const {
    return document_.box(fragments_[fragment].box).kind == BoxKind::row;
  }

  void paint_row(FragmentIndex row, float x, float y) {
    const auto& grid_row = grid_.rows[fragments_[row].first_line];
    const auto cells = std::span(grid_.cells).subspan(grid_row.first_cell, grid_row.cell_count);
    for (auto cell = fragments_[row].first_child; cell != kNoIndex; cell = fragments_[cell].next) {
      const auto found = std::ranges::find(cells, fragments_[cell].box, &GridCell::box);
      if (found == cells.end()) continue;
      const auto& piece = fragments_[cell];
      const bool last = row == last_row_ || found->row + found->row_span == grid_.rows.size();
      paint_cell(*found, {x + piece.x, y + piece.y, piece.width, piece.height}, last);
    }
  }

  /// A line between two cells is drawn once, by the one to the right and the one below.
  void paint_cell(const GridCell& cell, const Rect& box, bool last) {
    const float right = box.x + box.width;
    const float bottom = box.y + box.height;
    line(cell.top, {box.x - cell.left.width / 2, box.y, right + cell.right.width / 2, box.y});
    line(cell.left, {box.x, box.y, box.x, bottom});
    if (cell.column + cell.column_span == grid_.column_count) line(cell.right, {right, box.y, right, bottom});
    if (last) line(cell.bottom, {box.x - cell.left.width / 2, bottom, right + cell.right.width / 2, bottom});
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
  FragmentIndex last_row_ = kNoIndex;
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
