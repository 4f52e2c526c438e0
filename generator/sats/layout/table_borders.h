#pragma once

#include "sats/layout/table_grid.h"

namespace sats::layout {

/// Chooses the border between any two cells of a table with `border-collapse: collapse` (CSS 2.1 §17.6.2).
void collapse_borders(const BoxTree& boxes, BoxIndex table, TableGrid& grid);

}  // namespace sats::layout
