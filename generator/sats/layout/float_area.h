#pragma once

#include <vector>

#include "sats/layout/fragment.h"

namespace sats::layout {

/// The floats of one formatting context on one page, in its coordinates.
class FloatArea {
 public:
  struct Band {
    float left = 0;
    float right = 0;
  };

  /// Room for a line of some height at `y`, between the edges and the floats beside it.
  Band band(float y, float height, float left, float right) const;

  /// The bottom edge of the next float to end below `y`, or `y` when there is none.
  [[nodiscard]] float next_bottom(float y) const;

  /// Below the floats that `clear` names.
  [[nodiscard]] float clear_y(style::Clear clear) const;

  struct Size {
    float width = 0;
    float height = 0;
  };
  struct Place {
    float x = 0;
    float y = 0;
  };

  /// A place for a margin box at `y` or below, between the edges: its top left corner.
  [[nodiscard]] Place find(style::Float side, float y, const Size& size, Band edges) const;

  /// Takes the place that was found.
  void take(style::Float side, const Place& place, const Size& size);

  /// Floats that are cut by the end of the page.
  std::vector<OpenFloat> open;

  [[nodiscard]] bool empty() const { return floats_.empty(); }
  [[nodiscard]] float bottom() const;

 private:
  struct Taken {
    float left, right, top, bottom;
    style::Float side;
  };
  std::vector<Taken> floats_;
  float lowest_top_ = -1e7F;
  float left_bottom_ = -1e7F;
  float right_bottom_ = -1e7F;
};

}  // namespace sats::layout
