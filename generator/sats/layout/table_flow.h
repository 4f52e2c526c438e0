#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Lays a table's rows under each other; header rows come again on every page.
class TableFlow {
 public:
  TableFlow(Layouter& layouter, BoxIndex table, const Space& space, TokenIndex token);

  Result run();

 private:
  enum class RowOutcome : std::uint8_t { placed, broken, nothing };

  struct Span {
    std::uint32_t cell;
    FragmentIndex fragment;
    FragmentIndex row;  ///< The row fragment it hangs below.
    float top;          ///< Of the cell, in the table fragment.
    float height;       ///< That its content needs.
    TokenIndex token;
  };

  bool place_captions(style::CaptionSide side);
  bool place_header();
  RowOutcome place_row(std::uint32_t row, const std::vector<TokenIndex>* parts, bool is_repeat);
  FragmentIndex lay_cell(const GridCell& cell, float y, TokenIndex token, bool at_top, Result& result);
  [[nodiscard]] bool ends_in(const Span& span, std::uint32_t row) const;

  /// What a row must be at least so that the cells that end in it have room.
  [[nodiscard]] float height_for_spans(std::uint32_t row) const;

  /// Ends the cells whose last row this is. True when the content of one goes on on the next page, and the row with it.
  bool end_spans(std::uint32_t row, float height);
  void align_row(FragmentIndex row, std::uint32_t index);
  void align_cell(FragmentIndex fragment, float height, float baseline);
  void cut_spans(BreakToken& token);
  void resume_spans();
  Result stop_before(std::uint32_t row);
  Result finish();
  [[nodiscard]] float cell_width(const GridCell& cell) const;

  Layouter& layouter_;
  Document& document_;
  BoxIndex table_;
  const ComputedStyle& style_;
  Space space_;
  TokenIndex token_;
  TableGrid& grid_;
  Edges edges_;
  FragmentIndex fragment_ = kNoIndex;
  std::vector<Span> spans_;
  std::vector<TokenIndex> row_parts_;
  float y_ = 0;
  float grid_top_ = 0;
  bool placed_ = false;  ///< A caption or a row that is not a repeated header stands here.
};

}  // namespace sats::layout
