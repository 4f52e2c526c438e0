#pragma once

#include "sats/layout/document.h"
#include "sats/text/bidi.h"
#include "sats/text/line_breaks.h"

namespace sats::layout {

/// A place where a line may end.
struct LineEnd {
  std::uint32_t offset = 0;       ///< Where the next line begins.
  std::uint32_t content_end = 0;  ///< Without the spaces that hang at the end of the line.
  BreakKind kind = BreakKind::allowed;
};

/// The line box that an item asks for, relative to the paragraph's baseline; positive is up for ascent, down for descent.
struct ItemHeight {
  float ascent = 0;
  float descent = 0;
  float shift = 0;            ///< The item's own baseline above the paragraph's.
  bool to_line_edge = false;  ///< vertical-align top or bottom: placed when the line's height is known.
};

/// A paragraph whose text is shaped and measured; lines are cut from it without looking at the text again.
struct PreparedParagraph {
  ShapedText shaped;
  std::vector<std::uint32_t> run_items;  ///< The item of each shaped run.
  std::vector<float> position;           ///< Sum of advances before each byte; one more than bytes.
  std::vector<LineEnd> ends;             ///< Ascending; the last is the end of the text.
  std::vector<ItemHeight> heights;       ///< By item.
  float min_width = 0;                   ///< Longest piece that cannot be broken.
  float max_width = 0;                   ///< Longest line without a break that is not forced.
  std::vector<BidiRun> bidi;             ///< Levels of the text, when it is not all from left to right.
  bool plain = false;                    ///< Text of one line height only: no item needs a look at line ends.
  bool has_bidi = false;
  bool has_flexible = false;  ///< It has leaders.

  [[nodiscard]] float width(std::uint32_t begin, std::uint32_t end) const { return position[end] - position[begin]; }
};

/// What layout says of a box that stands in a line.
struct AtomicSize {
  float width = 0;
  float ascent = 0;  ///< Of the margin box above the baseline.
  float descent = 0;
  float min_width = 0;
};

/// Measures the boxes in a line; given by the layouter.
class AtomicSizer {
 public:
  AtomicSizer() = default;
  AtomicSizer(const AtomicSizer&) = delete;
  AtomicSizer& operator=(const AtomicSizer&) = delete;
  virtual ~AtomicSizer() = default;
  virtual AtomicSize size_of(BoxIndex box) = 0;
};

/// Whether the edge where an inline element opens or closes is its left one.
inline bool edge_is_left(const InlineItem& item) {
  return (item.type == ItemType::open) == (item.style->direction == style::Direction::ltr);
}

/// The width of that edge: margin, border and padding.
float inline_edge(const InlineItem& item);

/// Shapes a paragraph. `sizer` measures its inline boxes; their percentages refer to what it was told.
std::shared_ptr<PreparedParagraph> prepare(Document& document, const Paragraph& paragraph, AtomicSizer& sizer);

}  // namespace sats::layout
