#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Sets the content of a box in columns, filled one after the other; on its last page they are balanced (css-multicol-1).
class ColumnFlow {
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
  };

  Result fill();
  void count_columns();
  Row lay_row(float height, TokenIndex token, std::size_t columns, bool at_top);
  float balanced_height(TokenIndex token, float most);

  Layouter& layouter_;
  Document& document_;
  BoxIndex box_;
  const ComputedStyle& style_;
  Space space_;
  TokenIndex token_;
  Edges edges_;
  std::size_t count_ = 1;
  float width_ = 0;
  float gap_ = 0;
};

}  // namespace sats::layout
