#pragma once

#include <vector>

#include "sats/layout/layouter.h"

namespace sats::layout {

/// How far the words of each paragraph are painted. Each word is to be painted once: a break that is forgotten loses words,
/// and one that is taken twice doubles them, and neither may go unseen. The first of each is reported.
class PaintedText {
 public:
  /// Begins to count for the boxes there are now; what is made later (titles that come again, margin boxes) is no content.
  void begin(const Document& document);

  /// Lines of a paragraph are painted as content: the bytes from `begin` to `end` of its text.
  void add(Document& document, const Box& lines, std::uint32_t begin, std::uint32_t end);

  /// Reports a paragraph that was not painted to its end, unless its style hides it.
  void report_missing(Layouter& layouter) const;

 private:
  std::vector<std::uint32_t> painted_to_;  ///< By paragraph.
  std::size_t box_count_ = 0;
  bool has_lost_ = false;
  bool has_doubled_ = false;
};

}  // namespace sats::layout
