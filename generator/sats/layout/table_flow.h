#pragma once

#include "sats/layout/flow_box.h"

namespace sats::layout {

/// Lays a table's rows under each other; header and footer rows come again on every page.
class TableFlow : private FlowBox {
 public:
  TableFlow(Layouter& layouter, BoxIndex table, const Space& space, TokenIndex token);

  Result run();

 private:
  enum class RowOutcome : std::uint8_t { placed, broken, nothing };

  /// A row in the place where it stands in the document, or one that is shown again.
  enum class RowUse : std::uint8_t { own, repeated };

  /// Whether something of the table stands above on the page, so that a break there would help.
  enum class Above : std::uint8_t { nothing, something };

  /// A cell that reaches over several rows and has not ended yet.
  struct Span {
    std::uint32_t cell;
    FragmentIndex fragment;
    FragmentIndex row;  ///< The row fragment it hangs below.
    float top;          ///< Of the cell, in the table fragment.
    float height;       ///< That its content needs.
    TokenIndex token;
  };

  /// A row while its cells are laid out.
  struct RowInWork {
    FragmentIndex fragment = kNoIndex;
    float height = 0;
    bool at_top = false;
    bool broken = false;
    std::vector<Span> spans;
  };

  /// How far the table has come; what was placed since a place is taken away again when it has no room there.
  struct Standing {
    Layouter::Mark mark;
    Fragment fragment;
    std::vector<Span> spans;
    Region region;
    float y;
    float footer_height;
    bool placed;
    bool body_placed;
  };
  [[nodiscard]] Standing standing() const;
  void go_back(const Standing& before);

  [[nodiscard]] std::uint32_t count_head_rows() const;
  bool place_captions(style::CaptionSide side);
  void place_header();
  void reserve_footer();
  void free_footer();
  void repeat_footer();
  [[nodiscard]] std::uint32_t first_footer_row() const {
    return static_cast<std::uint32_t>(grid_.rows.size()) - grid_.footer_rows;
  }
  Result place_rows();
  bool breaks_before(std::uint32_t row, style::Break& kind) const;
  /// Whether a row is the first of a group that is to stay whole, and that a break before it would help.
  [[nodiscard]] bool begins_whole_group(std::uint32_t row) const;
  Result no_room_for(std::uint32_t row, std::span<const TokenIndex> parts);
  Result stop_before(std::uint32_t row, std::vector<TokenIndex> parts = {});
  RowOutcome place_if_shown(std::uint32_t row, std::span<const TokenIndex> parts);
  bool captions_fit();
  Result finish();
  void close_grid();

  /// Makes a table that stands whole as high as it was set. False when it should begin on the next page.
  bool reach_set_height();
  [[nodiscard]] float set_height() const;
  /// What each of the rows on the page gets of a height that is left over.
  [[nodiscard]] std::vector<float> row_shares(std::span<const FragmentIndex> rows, float left) const;
  [[nodiscard]] bool has_set_height(std::uint32_t row) const;
  void grow_rows(float left);
  void grow_cell(FragmentIndex index, float growth);

  RowOutcome place_row(std::uint32_t row, std::span<const TokenIndex> parts, RowUse use);
  bool place_cell(RowInWork& work, std::uint32_t cell, std::span<const TokenIndex> parts, std::uint32_t first);
  FragmentIndex lay_cell(const GridCell& cell, TokenIndex token, Above above, Result& result);
  FragmentIndex rest_of(const GridCell& cell);
  [[nodiscard]] bool is_shown(const GridCell& cell) const;
  void align_row(FragmentIndex row, std::uint32_t index);
  void align_cell(FragmentIndex fragment, float height, float baseline);
  /// A row goes from its first column to its last, its cells are placed in it.
  void place_across(Fragment& row) const;
  [[nodiscard]] float cell_left(const GridCell& cell) const;
  [[nodiscard]] float cell_width(const GridCell& cell) const;

  [[nodiscard]] bool ends_in(const Span& span, std::uint32_t row) const;

  /// What a row must be at least so that the cells that end in it have room.
  [[nodiscard]] float height_for_spans(std::uint32_t row) const;

  /// Ends the cells whose last row this is. True when the content of one goes on on the next page, and the row with it.
  bool end_spans(std::uint32_t row, float height);
  /// Makes the last row on the page as tall as the cells need that reach across the break.
  void reach_around_spans();
  void cut_spans(BreakToken& token);
  void resume_spans();

  TableGrid& grid_;
  std::vector<Span> spans_;
  std::vector<TokenIndex> row_parts_;
  float y_ = 0;
  float grid_top_ = 0;
  float footer_height_ = 0;      ///< Kept free below the rows for the footer; 0 when it does not come again.
  std::uint32_t head_rows_ = 0;  ///< Rows that say what stands below them, and never stand alone.
  bool placed_ = false;          ///< A row that is not a repeated header stands here.
  bool body_placed_ = false;     ///< One that is no head, either: a break before the next row would help.
};

}  // namespace sats::layout
