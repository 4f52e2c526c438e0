#pragma once

#include "sats/layout/flow_box.h"
#include "sats/layout/line_breaker.h"

namespace sats::layout {

/// Places the lines of a paragraph under each other, around floats, until the page or column is full.
class LineFlow : private FlowBox {
 public:
  LineFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  bool place_line();
  LineBox next_line(float& y);
  void set_height(LineBox& line) const;
  void align(LineBox& line) const;
  void place_atomics(const LineBox& line);
  void place_atomic(const LineBox& line, std::size_t item);
  bool place_floats(const LineBox& line, float y);
  void place_float(const InlineItem& item, float y);
  float notes_of(const LineBox& line);
  void place_marks(const LineBox& line);
  void keep_lines();
  Result stop();
  std::uint32_t lines_left(std::uint32_t wanted);
  void drop_last_line();
  [[nodiscard]] std::size_t first_item(std::uint32_t offset) const;
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
  std::vector<float> notes_;       ///< Height that each line's footnotes took.
  float y_ = 0;
  float ascent_ = 0;
  float descent_ = 0;
};

}  // namespace sats::layout
