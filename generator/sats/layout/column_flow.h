#pragma once

#include "sats/layout/flow_box.h"

namespace sats::layout {

/// Sets the content of a box in columns, filled one after the other; on its last page they are balanced (css-multicol-1).
class ColumnFlow : private FlowBox {
 public:
  ColumnFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  /// The columns of one page.
  struct Row {
    std::vector<FragmentIndex> columns;
    TokenIndex token = kNoIndex;  ///< What did not fit.
    float height = 0;
    style::Break forced = style::Break::auto_;
    bool cuts_whole_box = false;  ///< A column's end divides a box that is to stay whole.
  };

  /// How a row of columns is filled.
  struct RowSpace {
    float height = 0;
    std::size_t columns = 1;
    bool at_top = true;
  };

  Result fill();
  void count_columns();
  Row lay_row(const RowSpace& space, TokenIndex token);
  [[nodiscard]] bool cuts_whole_box(TokenIndex token) const;
  float balanced_height(TokenIndex token, float most);
  [[nodiscard]] float most_height() const;

  /// The columns of this page, cut short by the footnotes that are called in them; these stand below all of them.
  Row row_above_notes(float most, TokenIndex token);
  float notes_height(const Row& row, const Region& region);

  std::size_t count_ = 1;
  float width_ = 0;
  float gap_ = 0;
};

}  // namespace sats::layout
