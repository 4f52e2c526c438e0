#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// What every kind of flow knows of the box it lays out: where it is to stand, how it goes on, and its edges there.
class FlowBox {
 protected:
  FlowBox(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  /// Adds the fragment that the flow fills.
  void begin_fragment();

  /// Keeps a token and gives its index; the tokens move when one is added, so refer to them by index.
  TokenIndex keep(BreakToken token);

  [[nodiscard]] const Box& self() const { return document_.box(box_); }
  [[nodiscard]] Fragment& fragment() { return layouter_.fragments[fragment_]; }
  [[nodiscard]] bool resumed() const { return token_ != kNoIndex; }
  [[nodiscard]] const BreakToken& token() const { return layouter_.tokens[token_]; }
  [[nodiscard]] bool is_clone() const { return style_.box_decoration_break == style::BoxDecorationBreak::clone; }

  /// Whether something that ends `bottom` points below the box's top edge is still on the page.
  [[nodiscard]] bool fits(float bottom) const {
    return space_.region == nullptr || space_.top + bottom <= space_.region->end + kSlack;
  }

  Layouter& layouter_;
  Document& document_;
  BoxIndex box_;
  const ComputedStyle& style_;
  Space space_;
  TokenIndex token_;
  Edges edges_;  ///< The top edge of a box that goes on is nothing, unless it is cloned.
  FragmentIndex fragment_ = kNoIndex;
};

}  // namespace sats::layout
