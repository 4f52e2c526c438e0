#pragma once

#include "sats/layout/flow_box.h"

namespace sats::layout {

/// Sets the content of a box in columns, filled one after the other, and balanced where they end before the page does
/// (css-multicol-1). A child with `column-span: all` stands across them, and the columns begin anew below it.
class ColumnFlow : private FlowBox {
 public:
  ColumnFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  /// The columns of one page, up to a box that stands across them.
  struct Row {
    std::vector<FragmentIndex> columns;
    TokenIndex token = kNoIndex;  ///< What did not fit.
    float height = 0;
    style::Break forced = style::Break::auto_;
    bool strained = false;  ///< A rule or a size gave way in it.
  };

  /// What becomes of words that a row has no room for.
  enum class Rest : std::uint8_t { goes_on, in_last_column };

  /// How a row of columns is filled.
  struct RowSpace {
    float height = 0;
    bool at_top = true;
    BoxIndex until = kNoBox;
    Rest rest = Rest::goes_on;
  };

  /// Whether the flow goes on, or has a result.
  enum class Step : std::uint8_t { next, stop };

  Result fill();
  Step lay_columns(TokenIndex& inner);
  Step lay_spanner(TokenIndex& inner);
  Result lay_column(std::size_t number, const RowSpace& row, TokenIndex token);
  Row lay_row(const RowSpace& space, TokenIndex token);

  /// The columns of this page, cut short by the footnotes that are called in them; these stand below all of them.
  Row row_above_notes(RowSpace space, TokenIndex token);

  /// The columns in a height, balanced when they end before the page does.
  Row row_within(RowSpace space, TokenIndex token);
  float notes_height(const Row& row, const Region& region);

  /// Whether all that is left fits in, and nothing gives way for it.
  bool holds_all(RowSpace space, TokenIndex token);

  /// Columns of the least height at which they come as far as in the whole of it, and nothing gives way.
  Row balanced_row(RowSpace space, TokenIndex token);
  float balanced_height(RowSpace space, TokenIndex token, const Row& whole);
  [[nodiscard]] bool is_full(const Row& row, const RowSpace& space) const;
  [[nodiscard]] bool is_as_good(const Row& row, const Row& whole) const;
  [[nodiscard]] AskedBreaks breaks_in(std::size_t column) const;
  [[nodiscard]] bool in_one_piece() const { return space_.region == nullptr; }
  TokenIndex start_token(TokenIndex inner);
  void place_row(const Row& row);
  Step stop_before(BoxIndex child);
  Step stop_inside(BoxIndex child, TokenIndex inner);
  Result finish();
  void count_columns();
  [[nodiscard]] float room_down() const;
  [[nodiscard]] float set_height_left() const;

  /// What `height` and `min-height` make of a box with little in it.
  [[nodiscard]] float least_height() const;
  [[nodiscard]] bool is_spanner(BoxIndex child) const;

  std::size_t count_ = 1;
  float room_ = 0;  ///< Across all columns.
  float width_ = 0;
  float gap_ = 0;
  float y_ = 0;
  BoxIndex child_ = kNoBox;  ///< What comes next.
  bool placed_ = false;
  Result result_;

  /// The flow as it was before a spanner that wants to stay with what follows.
  struct BeforeSpanner {
    BoxIndex spanner = kNoBox;
    FragmentIndex last = kNoIndex;
    float y = 0;
  };
  BeforeSpanner before_spanner_;
};

}  // namespace sats::layout
