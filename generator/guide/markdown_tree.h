#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Markdown as nodes, before anything in it is looked up: a Link says `external` and an Image names a file as it was
/// written, a box is still a Quote, a figure a CodeBlock. Line ends in a paragraph are "\n" in Texts.
/// FootnoteReference::number counts from 1 in `footnotes`.
struct MarkdownTree {
  std::vector<Node> nodes;
  std::vector<std::vector<Node>> footnotes;
};

/// Reads GFM (tables, task lists, strikethrough, autolinks, footnotes) from a byte of a source on. Raw HTML is reported and
/// stays as text, except for comments (left out) and `<br>` in a table cell (a LineBreak). Text that is nested too deep or
/// would take too long leaves nothing.
std::optional<MarkdownTree> parse_markdown(const base::Source& source, std::uint32_t begin, base::Problems& problems);

}  // namespace guide
