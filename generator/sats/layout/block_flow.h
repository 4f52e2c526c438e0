#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Lays the children of one block under each other, within one page or column.
class BlockFlow {
 public:
  /// Whether the box's own border and padding are around the children, or something else draws them (columns).
  enum class Edging : std::uint8_t { own, none };

  BlockFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token, Edging edging = Edging::own);

  Result run();

 private:
  /// What the loop does after a child.
  enum class Step : std::uint8_t { next, stop };

  void repeat_title();
  Step child(BoxIndex index, TokenIndex inner);
  Step in_flow_child(BoxIndex index, TokenIndex inner);
  Step float_child(BoxIndex index);
  void absolute_child(BoxIndex index);
  bool forced_before(BoxIndex index, style::Break& kind) const;
  float start_of(BoxIndex index, TokenIndex inner);
  Space child_space(BoxIndex index, float& y, float& x);
  Step stop_before(BoxIndex index);
  Step stop_inside(BoxIndex index, const Result& result);
  Result finish();
  float finish_height(float content_bottom, MarginStrut& end);

  Layouter& layouter_;
  Document& document_;
  BoxIndex box_;
  const ComputedStyle& style_;
  Space space_;
  TokenIndex token_;
  Edges edges_;
  FragmentIndex fragment_ = kNoIndex;
  FloatArea own_floats_;
  FloatArea* floats_;
  float floats_x_ = 0;
  float floats_y_ = 0;
  float content_width_ = 0;
  float content_height_ = -1;
  float y_ = 0;
  MarginStrut strut_;
  bool takes_start_margin_ = false;  ///< The first child's margin is the box's own and is already outside.
  bool placed_ = false;
  bool after_break_ = false;
  bool nothing_ = false;
  bool bare_ = false;  ///< No edges, margins or set height of its own.
  BoxIndex previous_ = kNoBox;
  TokenIndex out_token_ = kNoIndex;
  style::Break forced_ = style::Break::auto_;
};

}  // namespace sats::layout
