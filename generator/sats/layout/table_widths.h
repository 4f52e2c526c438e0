#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Least and greatest width of a table's border box.
Widths measure_table(Layouter& layouter, Document& document, BoxIndex table);

/// What a table has around its columns, and between them.
float around_columns(Layouter& layouter, BoxIndex table, const TableGrid& grid);

/// Shares a width out among the columns (CSS 2.1 §17.5.2) and places them.
void share_width(Layouter& layouter, Document& document, BoxIndex table, float border_width);

}  // namespace sats::layout
