#pragma once

#include "sats/layout/flow_box.h"

namespace sats::layout {

/// Lays the children of one block under each other, within one page or column.
class BlockFlow : private FlowBox {
 public:
  /// Whether the box's own border and padding are around the children, or something else draws them (columns).
  enum class Edging : std::uint8_t { own, none };

  /// Whether room is kept below the children for the box's bottom edge.
  enum class EndRoom : std::uint8_t { kept, none };

  /// Which of the children are laid out, and what is around them.
  struct Part {
    Edging edging = Edging::own;
    BoxIndex until = kNoBox;  ///< The child to end before; kNoBox: none.
    EndRoom end = EndRoom::kept;
  };

  BlockFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
      : BlockFlow(layouter, box, space, token, Part{}) {}
  BlockFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token, const Part& part);

  Result run();

 private:
  /// What the loop does after a child.
  enum class Step : std::uint8_t { next, stop };

  /// Where a child is laid out, in the box's coordinates and as a space.
  struct Place {
    float x = 0;
    float y = 0;
    Space space;
  };

  void repeat_title();
  Step child(BoxIndex index, TokenIndex inner);
  Step in_flow_child(BoxIndex index, TokenIndex inner);
  Step float_child(BoxIndex index);
  void absolute_child(BoxIndex index);
  void keep_room_for_notes(BoxIndex absolute);
  void resume_floats();
  bool forced_before(BoxIndex index, style::Break& kind) const;
  float start_of(BoxIndex index, TokenIndex inner);
  Place place_child(BoxIndex index, float y);
  FloatArea::Band beside_floats(BoxIndex index, float& y);
  Step stop_before(BoxIndex index);
  Step stop_inside(BoxIndex index, const Result& result);
  Result finish();
  Result stopped();
  Result cut_set_height(Result result, float room);
  Result wait_for_floats(Result result);
  /// The line that a marker beside the box needs, whatever stands in it.
  [[nodiscard]] float marker_height() const;
  float finish_height(MarginStrut& end);
  [[nodiscard]] float limited_height(float height) const;
  [[nodiscard]] float consumed() const { return resumed() ? token().consumed : 0; }

  BoxIndex until_;
  float end_room_ = 0;
  FloatArea own_floats_;
  FloatArea* floats_;
  float floats_x_ = 0;
  float floats_y_ = 0;
  float content_width_ = 0;
  float content_height_ = -1;
  float y_ = 0;
  MarginStrut strut_;
  bool takes_start_margin_ = false;  ///< The first child's margin is the box's own and is already outside.
  bool placed_ = false;              ///< A child stands above, so that a break would have something before it.
  bool flowed_ = false;  ///< One of them is in the flow and has height: margins behind it do not meet the box's own.
  bool nothing_ = false;
  bool bare_ = false;  ///< No edges, margins or set height of its own.
  BoxIndex previous_ = kNoBox;
  TokenIndex out_token_ = kNoIndex;
  style::Break forced_ = style::Break::auto_;
};

}  // namespace sats::layout
