#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "sats/layout/box.h"

namespace sats::layout {

using FragmentIndex = std::uint32_t;
using TokenIndex = std::uint32_t;
inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;
inline constexpr float kUnlimited = 1e7F;

/// One line of a paragraph, placed relative to its lines fragment.
struct LineBox {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;          ///< Where the next line begins.
  std::uint32_t content_end = 0;  ///< Without the spaces that hang.
  float x = 0;
  float y = 0;
  float height = 0;
  float baseline = 0;   ///< Below y.
  float width = 0;      ///< Of the content.
  float available = 0;  ///< Room between floats.
  float lead = 0;       ///< Edges at its beginning of inline boxes that began on an earlier line and are cloned.
  float stretch = 0;    ///< Added to each space of a justified line.
  bool hyphen = false;  ///< A hyphen is shown at the end.
};

/// A piece of a box on a page. Position is that of the border box, relative to the parent fragment's.
struct Fragment {
  BoxIndex box = kNoBox;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  FragmentIndex first_child = kNoIndex;
  FragmentIndex last_child = kNoIndex;
  FragmentIndex next = kNoIndex;
  FragmentIndex previous = kNoIndex;
  std::uint32_t first_line = 0;  ///< Lines fragments: a slice of `Fragments::lines`.
  std::uint32_t line_count = 0;
  float inner_top = 0;       ///< Tables: where the grid begins below the captions.
  float inner_height = 0;    ///< Tables: of the grid. Cells: what their content needs.
  bool tied = false;         ///< May not be parted from what stands before it: a cell spans both.
  bool starts_box = true;    ///< The box's top edge is here.
  bool ends_box = true;      ///< The box's bottom edge is here.
  bool repeated = false;     ///< A header row shown again: an artifact.
  bool foot = false;         ///< A footer row of a table, shown again at the end of the page.
  bool placeholder = false;  ///< Where an absolute box would stand.
  bool floating = false;
  bool strained = false;  ///< Something gave way because nothing stands above it: its size, or a rule that wants it whole.
};

/// Fragments of the pages that are being laid out; emptied when they are painted.
struct Fragments {
  std::vector<Fragment> all;
  std::vector<LineBox> lines;

  FragmentIndex add(BoxIndex box) {
    all.emplace_back().box = box;
    return static_cast<FragmentIndex>(all.size() - 1);
  }
  void append(FragmentIndex parent, FragmentIndex child) {
    auto& above = all[parent];
    all[child].previous = above.last_child;
    all[child].next = kNoIndex;
    if (above.last_child == kNoIndex)
      above.first_child = child;
    else
      all[above.last_child].next = child;
    above.last_child = child;
  }
  /// Lets go of the children behind `last`, or of all when that is kNoIndex.
  void drop_after(FragmentIndex parent, FragmentIndex last) {
    all[parent].last_child = last;
    (last == kNoIndex ? all[parent].first_child : all[last].next) = kNoIndex;
  }
  Fragment& operator[](FragmentIndex index) { return all[index]; }
  const Fragment& operator[](FragmentIndex index) const { return all[index]; }
};

/// A cell that spans rows on both sides of a break.
struct OpenSpan {
  std::uint32_t cell = 0;  ///< Of the table's grid.
  TokenIndex token = kNoIndex;
};

/// A float that goes on on the next page; its place across is kept.
struct OpenFloat {
  BoxIndex box = kNoBox;
  TokenIndex token = kNoIndex;
  float x = 0;  ///< Of its border box, in the context's coordinates.
  float width = 0;
};

/// Where a box goes on in the next page or column.
struct BreakToken {
  BoxIndex box = kNoBox;
  BoxIndex child = kNoBox;        ///< The child that comes next; kNoBox with no parts: nothing is left but the bottom edge.
  TokenIndex inner = kNoIndex;    ///< How that child goes on; kNoIndex: it begins.
  std::uint32_t offset = 0;       ///< Lines: the text goes on here.
  std::uint32_t row = 0;          ///< Tables: the row.
  float consumed = 0;             ///< Height that earlier fragments took of a box with a set height.
  std::vector<TokenIndex> parts;  ///< Cells of a row or items of a flex line that go on; kNoIndex: done.
  std::vector<OpenSpan> spans;    ///< Tables: cells that reach across the break.
  std::vector<OpenFloat> floats;  ///< Formatting contexts: floats that are cut by the break.
  bool forced = false;            ///< The break was asked for, so the next margin is kept.
};

/// Margins that meet: the largest positive and the smallest negative one count.
struct MarginStrut {
  float positive = 0;
  float negative = 0;

  void add(float margin) {
    if (margin > 0)
      positive = margin > positive ? margin : positive;
    else
      negative = margin < negative ? margin : negative;
  }
  void add(const MarginStrut& other) { add(other.positive), add(other.negative); }
  [[nodiscard]] float sum() const { return positive + negative; }
};

}  // namespace sats::layout
