#include <algorithm>

#include "sats/layout/block_flow.h"

namespace sats::layout {

namespace {

/// The left edge of a block in its containing block (CSS 2.1 §10.3.3); `auto` margins share the room that is left.
float place_across(const ComputedStyle& style, float width, float containing, const Edges& margins,
                   style::Direction direction) {
  const float rest = containing - width - margins.across();
  if (style.margin_left.is_auto() && style.margin_right.is_auto() && rest > 0) return rest / 2;
  if (style.margin_left.is_auto() && rest > 0) return rest;
  if (direction == style::Direction::rtl && !style.margin_right.is_auto()) return margins.left + rest;
  return margins.left;
}

/// What is left of a margin beside a float that takes `taken` points of the containing block: it is the border box that may
/// not overlap the float, and the margin counts from the edge of the containing block (CSS 2.1 §9.5).
float beside_float(float margin, float taken) { return taken > 0 ? std::max(0.0F, margin - taken) : margin; }

bool shrinks_to_fit(BoxKind kind) { return kind == BoxKind::table || kind == BoxKind::picture || kind == BoxKind::field; }

}  // namespace

float BlockFlow::start_of(BoxIndex index, TokenIndex inner) {
  if (inner != kNoIndex) return y_;
  // Boxes without height do not count: their margins are among those that this box has taken over.
  const bool first = !flowed_;
  const auto& child = document_.box(index);
  const bool clears = !child.anonymous && child.style->clear != style::Clear::none;
  if (first && takes_start_margin_ && !clears) return y_;
  // A margin that meets a break that was not asked for is cut off (css-break-3 §5.2).
  if (first && resumed() && space_.at_top && !token().forced) return y_;
  strut_.add(layouter_.start_strut(index, content_width_));
  return y_ + strut_.sum();
}

FloatArea::Band BlockFlow::beside_floats(BoxIndex index, float& y) {
  const auto band_at = [this](float at) { return floats_->band(floats_y_ + at, 1, floats_x_, floats_x_ + content_width_); };
  auto band = band_at(y);
  const float least = std::min(layouter_.widths(index).min, content_width_);
  while (band.right - band.left + kSlack < least) {
    const float next = floats_->next_bottom(floats_y_ + y);
    if (next <= floats_y_ + y) break;
    y = next - floats_y_;
    band = band_at(y);
  }
  return band;
}

BlockFlow::Place BlockFlow::place_child(BoxIndex index, float y) {
  const auto& child = document_.box(index);
  const auto& style = *child.style;
  Place place{edges_.left, y, {}};
  auto& space = place.space;
  space.containing_width = content_width_;
  space.containing_height = content_height_;
  space.region = space_.region;
  space.floats = floats_;
  space.at_top = space_.at_top && !placed_;
  space.width = content_width_;
  if (!child.anonymous) {
    if (style.clear != style::Clear::none) {
      const float below = floats_->clear_y(style.clear) - floats_y_;
      if (below > place.y) place.y = below, strut_ = {};
    }
    float available = content_width_;
    auto margins = margins_of(child, content_width_);
    if (child.own_context && !floats_->empty()) {
      const auto band = beside_floats(index, place.y);
      available = band.right - band.left;
      place.x += band.left - floats_x_;
      margins.left = beside_float(margins.left, band.left - floats_x_);
      margins.right = beside_float(margins.right, floats_x_ + content_width_ - band.right);
    }
    const float room = available - margins.across();
    space.width = shrinks_to_fit(child.kind) ? layouter_.fitting_width(index, room, content_width_)
                                             : layouter_.filling_width(index, room, content_width_);
    place.x += place_across(style, space.width, available, margins, style_.direction);
  }
  space.top = space_.top + place.y;
  space.float_x = floats_x_ + place.x - edges_.left;
  space.float_y = floats_y_ + place.y;
  return place;
}

}  // namespace sats::layout
