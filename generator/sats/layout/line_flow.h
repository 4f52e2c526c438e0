#pragma once

#include "sats/layout/flow_box.h"
#include "sats/layout/line_breaker.h"

namespace sats::layout {

/// Lets go of the boxes in and beside the lines of a paragraph whose place in its text is `offset` or later.
void drop_boxes_from(const Document& document, Fragments& fragments, FragmentIndex lines, std::uint32_t offset);

/// Places the lines of a paragraph under each other, around floats, until the page or column is full.
class LineFlow : private FlowBox {
 public:
  LineFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  bool place_line();
  bool divide_box(LineBox line);
  bool resume_box();
  [[nodiscard]] const AtomicPlace* too_tall_box(const LineBox& line) const;
  LineBox next_line(float& y);
  void report_overflow(const LineBox& line) const;
  /// What a box that begins a line is called: its words, else those that stand for the picture.
  [[nodiscard]] std::string name_of_box(const LineBox& line) const;
  void set_height(LineBox& line) const;
  void align(LineBox& line) const;
  [[nodiscard]] bool begins_at_right(const LineBox& line) const;
  void place_atomics(const LineBox& line);
  void place_atomic(const LineBox& line, const AtomicPlace& place);
  /// What became of the floats that are called from a line.
  enum class Floats : std::uint8_t { none, placed, no_room };

  Floats place_floats(const LineBox& line, float y);
  Floats place_float(const InlineItem& item, float y);
  float notes_of(const LineBox& line);
  bool fits_with_notes(const LineBox& line, float notes);
  [[nodiscard]] bool asks_for_block(const LineBox& line) const;
  void place_marks(const LineBox& line);
  /// Whether an absolute box is called from a line, and not from the one above or below.
  [[nodiscard]] bool holds_mark(const LineBox& line, std::size_t item) const;
  void keep_lines();
  Result stop();
  Result stop_with(BreakToken rest);
  std::uint32_t lines_left(std::uint32_t wanted);
  void drop_last_line();
  void drop_floats_from(std::uint32_t offset);
  [[nodiscard]] std::size_t first_item(std::uint32_t offset) const;
  [[nodiscard]] bool is_at_top() const { return lines_.empty() && space_.at_top && !piece_placed_; }
  [[nodiscard]] bool is_last(const LineBox& line) const { return line.end >= text_.size(); }

  const Paragraph& paragraph_;
  PreparedParagraph& prepared_;
  LineBreaker breaker_;
  std::string_view text_;
  std::span<const InlineItem> items_;
  FloatArea own_floats_;
  FloatArea* floats_;
  std::uint32_t offset_ = 0;
  std::uint32_t floats_done_ = 0;  ///< Items before this one have had their floats placed.
  std::vector<LineBox> lines_;     ///< Kept here until the end: other boxes' lines come in between.
  std::vector<Region> regions_;    ///< The page as it was before each line, when footnotes are called from here.
  float y_ = 0;
  float ascent_ = 0;
  float descent_ = 0;
  TokenIndex box_rest_ = kNoIndex;  ///< A box in the line that is taller than the page, and how it goes on.
  BoxIndex divided_ = kNoBox;
  bool piece_placed_ = false;  ///< The rest of such a box stands above the lines.
  bool moves_whole_ = false;   ///< A footnote with `footnote-policy: block` has no room here.
};

}  // namespace sats::layout
