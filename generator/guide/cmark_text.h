#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "base/problem.h"

namespace guide {

/// A parsed text as cmark's tree, freed with its owner.
struct CmarkFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, CmarkFree>;

/// Parses a source from a byte on, with the extensions of GFM and footnotes.
CmarkTree parse_with_cmark(const base::Source& source, std::uint32_t begin);

/// Turns cmark's lines and columns into places of the source.
class CmarkPlaces {
 public:
  CmarkPlaces(base::Source source, std::uint32_t begin);

  /// Where a block stands.
  [[nodiscard]] base::Span of(cmark_node* block) const;

  /// From a block's first byte to the end of the line it ends on; cmark's end columns of table cells are not to be trusted.
  [[nodiscard]] base::Span whole_lines_of(cmark_node* block) const;

 private:
  [[nodiscard]] std::uint32_t offset(int line, int column) const;
  [[nodiscard]] std::uint32_t line_end(int line) const;

  base::Source source_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace guide
