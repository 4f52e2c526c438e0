#pragma once

#include <cstdint>
#include <vector>

#include "base/problem.h"
#include "guide/markdown_tree.h"

namespace guide {

/// Reports footnotes that are defined and never referred to (cmark drops them) and marks `[^x]` that no footnote answers
/// (cmark leaves them as text). `defined` is where the definitions stand that cmark kept.
void check_footnote_labels(const base::Source& source, std::uint32_t begin, const MarkdownTree& tree,
                           const std::vector<base::Span>& defined, base::Problems& problems);

}  // namespace guide
