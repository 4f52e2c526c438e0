#pragma once

#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Gives each table the caption that stands right before it as a paragraph "Tabel: ..." (or "Table: ..."). Such a paragraph
/// with no table after it, and a row with more cells than the header, are warnings.
void caption_tables(std::vector<Node>& nodes, base::Problems& problems);

}  // namespace guide
