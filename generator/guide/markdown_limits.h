#pragma once

#include <cstdint>

#include "base/problem.h"

namespace guide {

/// Nodes may stand this deep inside one another; a list of lists in a quote in a box needs about 12.
inline constexpr int kMaxNesting = 40;

enum class Limits { kept, broken };

/// Looks at the text before cmark does. Some texts take cmark a time that grows with the square of their size: very long
/// paragraphs full of brackets, and wide tables with many short rows. They are problems, and so are they in any real text.
Limits check_limits(const base::Source& source, std::uint32_t begin, base::Problems& problems);

}  // namespace guide
