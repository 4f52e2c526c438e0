#pragma once

#include <algorithm>

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
  std::uint32_t edge_root =
      kNone;  ///< Words: the item of the inline element that asks for it; the shift is seen from there.
};

/// A box in a paragraph's lines, as it was last measured.
struct AtomicPlace {
  std::uint32_t item = 0;
  float width = 0;       ///< Of its margin box.
  float lead = 0;        ///< Edges of inline elements that begin right before it.
  float base_shift = 0;  ///< How far the elements around it are raised.
  const ComputedStyle* parent = nullptr;
};

/// A paragraph whose text is shaped and measured; lines are cut from it without looking at the text again.
struct PreparedParagraph {
  ShapedText shaped;
  std::vector<std::uint32_t> run_items;  ///< The item of each shaped run.
  std::vector<float> position;           ///< Sum of advances before each byte; one more than bytes.
  std::vector<LineEnd> ends;             ///< Ascending; the last is the end of the text.
  std::vector<ItemHeight> heights;       ///< By item.
  std::vector<AtomicPlace> atomics;
  float fitted_width = -1;    ///< The line width that the atomics were last fitted to.
  float min_width = 0;        ///< Longest piece that cannot be broken.
  float max_width = 0;        ///< Longest line without a break that is not forced.
  std::vector<BidiRun> bidi;  ///< Levels of the text, when it is not all from left to right.
  bool plain = false;         ///< Text of one line height only: no item needs a look at line ends.
  bool has_bidi = false;
  bool has_flexible = false;  ///< It has leaders.
  bool has_clones = false;    ///< Inline elements that have their edges on each of their lines.

  [[nodiscard]] float width(std::uint32_t begin, std::uint32_t end) const { return position[end] - position[begin]; }

  /// The width of a box in the line, without the edges of the inline elements that begin or end at it.
  [[nodiscard]] float atomic_width(std::uint32_t item) const {
    const auto found = std::ranges::lower_bound(atomics, item, {}, &AtomicPlace::item);
    return found == atomics.end() || found->item != item ? 0 : found->width;
  }
};

/// What layout says of a box that stands in a line.
struct AtomicSize {
  float width = 0;   ///< Of the margin box.
  float ascent = 0;  ///< Of the margin box above the baseline.
  float descent = 0;
};

/// Least and greatest width a box asks for, of its border box.
struct Widths {
  float min = 0;
  float max = 0;
};

/// Measures the boxes in a line; given by the layouter.
class AtomicSizer {
 public:
  AtomicSizer() = default;
  AtomicSizer(const AtomicSizer&) = delete;
  AtomicSizer& operator=(const AtomicSizer&) = delete;
  virtual ~AtomicSizer() = default;

  /// Its size in lines of `line_width` points.
  virtual AtomicSize size_of(BoxIndex box, float line_width) = 0;

  /// What its margin box asks for before the line's width is known.
  virtual Widths atomic_widths(BoxIndex box) = 0;
};

/// Whether the edge where an inline element opens or closes is its left one.
inline bool edge_is_left(const InlineItem& item) {
  return (item.type == ItemType::open) == (item.style->direction == style::Direction::ltr);
}

/// The width of that edge: margin, border and padding.
float inline_edge(const InlineItem& item);

/// Whether an inline element closes right behind something that takes no room. What stands between two lines belongs to
/// the upper one then.
bool closes_behind(std::span<const InlineItem> items, std::size_t mark);

/// Whether an inline element has its edges on each of its lines (`box-decoration-break: clone`).
inline bool is_cloned(const InlineItem& open) {
  return open.type == ItemType::open && open.partner != kNone &&
         open.style->box_decoration_break == style::BoxDecorationBreak::clone;
}

/// The edges that cloned inline elements have where a line breaks before `offset`: at the end of one line and the beginning
/// of the next.
struct ClonedEdges {
  float end = 0;
  float begin = 0;
};
ClonedEdges cloned_edges(std::span<const InlineItem> items, std::uint32_t offset);

/// Shapes a paragraph. Its inline boxes are as wide as they would like to be, until they are fitted.
std::shared_ptr<PreparedParagraph> prepare(Document& document, const Paragraph& paragraph, AtomicSizer& sizer);

/// Sets the sizes that the inline boxes of a paragraph have in lines of `line_width` points.
void fit_atomics(Document& document, const Paragraph& paragraph, PreparedParagraph& prepared, AtomicSizer& sizer,
                 float line_width);

}  // namespace sats::layout
