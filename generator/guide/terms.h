#pragma once

#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Turns each bullet list whose items begin `**Term**:` into a TermList, in files that hold terms (the glossary, the
/// colophon). An item of such a list that begins otherwise, and a term that was there before, are errors.
void make_term_lists(std::vector<Node>& nodes, base::Problems& problems);

}  // namespace guide
