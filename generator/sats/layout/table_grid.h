#pragma once

#include <vector>

#include "sats/layout/box.h"
#include "sats/layout/edges.h"

namespace sats::layout {

/// A piece of a line between cells with collapsed borders, as long as one column is wide or one row high.
struct GridLine {
  float width = 0;
  style::BorderStyle style = style::BorderStyle::none;
  Color color;

  bool operator==(const GridLine&) const = default;
};

/// The lines of a table with collapsed borders. A cell that spans others has as many pieces on a side as it has neighbours.
struct GridLines {
  std::vector<std::uint32_t> owners;  ///< The cell at each place, row by row, or kNone.
  std::vector<GridLine> across;       ///< Above each column of each row, then below the last row.
  std::vector<GridLine> down;         ///< Before each column of each row, and behind the row's last.
};

struct GridCell {
  BoxIndex box = kNoBox;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  Edges collapsed;  ///< What collapsed borders take of the cell: half of the widest piece of each side.
};

struct GridRow {
  BoxIndex box = kNoBox;
  BoxIndex group = kNoBox;
  std::uint32_t first_cell = 0;  ///< The cells that begin in it, in the order of columns.
  std::uint32_t cell_count = 0;
};

/// A table's rows and columns, and the widths last worked out for it.
struct TableGrid {
  std::vector<GridRow> rows;
  std::vector<GridCell> cells;
  std::vector<BoxIndex> columns;        ///< The `col` of each column, or kNoBox.
  std::vector<BoxIndex> column_groups;  ///< The `colgroup` around the `col` of each column, or kNoBox.
  std::vector<BoxIndex> captions;
  std::uint32_t header_rows = 0;
  std::uint32_t footer_rows = 0;
  std::uint32_t column_count = 0;
  bool collapsed = false;
  GridLines lines;  ///< Empty unless borders are collapsed.
  float spacing_x = 0;
  float spacing_y = 0;
  std::vector<float> min_widths;
  std::vector<float> max_widths;
  std::vector<float> widths;     ///< For `laid_width`.
  std::vector<float> positions;  ///< Left edge of each column in the table's border box.
  float laid_width = -1;
  float collapsed_width = 0;  ///< What columns with `visibility: collapse` take off the table's width.
};

/// Whether a row or column is left out of its table; what stands in it is measured, and not shown.
inline bool is_collapsed(const Box& box) { return !box.anonymous && box.style->visibility == style::Visibility::collapse; }

/// Reads the structure of a table from its boxes.
TableGrid read_grid(const BoxTree& boxes, BoxIndex table);

}  // namespace sats::layout
