#pragma once

#include <vector>

#include "sats/layout/layouter.h"

namespace sats::layout {

/// What the columns of one table ask for, in the order of columns.
struct ColumnDemands {
  std::vector<float> min;      ///< What stands in it needs.
  std::vector<float> max;      ///< What it would like: a set width, or what stands in it without breaking lines.
  std::vector<float> percent;  ///< Of the table's columns together; 0: none.
  std::vector<bool> is_set;    ///< Whether a length was set.
};

/// What the cells and `col` elements of a table ask for.
ColumnDemands column_demands(Layouter& layouter, const Document& document, const TableGrid& grid);

/// How wide columns must be together for each to have both its percentage and what it would like; 0 without percentages.
float width_for_percentages(const ColumnDemands& d);

/// Shares room among `count` columns from `first` on (css-tables-3 §3.9.3.2); never less than they need.
std::vector<float> shared_widths(const ColumnDemands& d, std::size_t first, std::size_t count, float room);

}  // namespace sats::layout
