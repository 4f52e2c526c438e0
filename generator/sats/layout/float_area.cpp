#include "sats/layout/float_area.h"

#include <algorithm>

namespace sats::layout {

using style::Clear;
using style::Float;

namespace {

/// Floats further back than this are above the present place in every real document; looking at all of them would make a
/// thousand floats cost a million looks.
constexpr std::size_t kLookBack = 200;

/// Points by which things may touch without being in each other's way.
constexpr float kTouch = 0.01F;

}  // namespace

FloatArea::Band FloatArea::band(float y, float height, float left, float right) const {
  Band band{left, right};
  const auto first = floats_.size() > kLookBack ? floats_.size() - kLookBack : 0;
  for (auto i = floats_.size(); i-- > first;) {
    const auto& taken = floats_[i];
    if (taken.bottom <= y + kTouch || taken.top >= y + std::max(height, kTouch * 2) - kTouch) continue;
    if (taken.side == Float::left)
      band.left = std::max(band.left, taken.right);
    else
      band.right = std::min(band.right, taken.left);
  }
  return band;
}

float FloatArea::next_bottom(float y) const {
  float next = 1e7F;
  const auto first = floats_.size() > kLookBack ? floats_.size() - kLookBack : 0;
  for (auto i = floats_.size(); i-- > first;) {
    if (floats_[i].bottom > y + kTouch) next = std::min(next, floats_[i].bottom);
  }
  return next == 1e7F ? y : next;
}

float FloatArea::clear_y(Clear clear) const {
  switch (clear) {
    case Clear::left: return left_bottom_;
    case Clear::right: return right_bottom_;
    case Clear::both: return std::max(left_bottom_, right_bottom_);
    default: return -1e7F;
  }
}

float FloatArea::bottom() const { return std::max(left_bottom_, right_bottom_); }

FloatArea::Place FloatArea::find(Float side, float y, const Size& size, Band edges) const {
  y = std::max(y, lowest_top_);
  auto free = band(y, size.height, edges.left, edges.right);
  while (free.right - free.left + kTouch < size.width) {
    const float next = next_bottom(y);
    if (next <= y) break;
    y = next;
    free = band(y, size.height, edges.left, edges.right);
  }
  return {side == Float::left ? free.left : free.right - size.width, y};
}

void FloatArea::take(Float side, const Place& place, const Size& size) {
  const float below = place.y + size.height;
  if (size.height > 0 && size.width > 0) floats_.push_back({place.x, place.x + size.width, place.y, below, side});
  lowest_top_ = std::max(lowest_top_, place.y);
  auto& bottom = side == Float::left ? left_bottom_ : right_bottom_;
  bottom = std::max(bottom, below);
}

}  // namespace sats::layout
