#pragma once

#include <cstdint>
#include <string_view>

#include "base/problem.h"

namespace guide {

/// Finds the places of inlines. cmark's own columns are wrong after a line break inside a list or quote and after characters
/// that it took apart, so this follows the block's source text instead: inlines are asked for in reading order, and each is
/// found a short way on from the last one. A text that cannot be found gets an empty place near where it is.
class InlinePlaces {
 public:
  /// `block` is where the block with the inlines stands.
  explicit InlinePlaces(const base::Span& block) : source_(block.source), at_(block.begin), end_(block.end) {}

  /// The place of a text, which may be written with escapes and entities (`\*`, `&aring;`).
  base::Span of_text(std::string_view text);

  /// The place of the target in `](target "title")` right after the link's text; an empty place when the link is written
  /// otherwise (by reference, or as a bare address).
  base::Span of_link_target();

  /// The place of `[^label]`.
  base::Span of_footnote_mark();

  /// Passes over the end of a line and gives its place.
  base::Span of_line_end();

 private:
  [[nodiscard]] std::string_view rest() const { return std::string_view(source_->text).substr(at_, end_ - at_); }
  [[nodiscard]] base::Span here(std::size_t skip, std::size_t length) const;

  base::Source source_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace guide
