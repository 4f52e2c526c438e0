#include <algorithm>

#include "sats/layout/pages.h"

namespace sats::layout {

using css::MarginBox;

namespace {

/// What a box in the margin asks for of the row's width.
struct AskedRoom {
  float set = -1;  ///< `width`; negative: automatic.
  float least = 0;
  float most = 0;

  [[nodiscard]] bool is_set() const { return set >= 0; }
};

/// The width of the first of two boxes that share a row (css-page-3 §5.3.2.2).
float share_of_first(const AskedRoom& first, const AskedRoom& second, float room) {
  if (first.is_set()) return std::min(first.set, room);
  if (second.is_set()) return std::max(0.0F, room - second.set);
  const float most = first.most + second.most;
  const float least = first.least + second.least;
  if (most <= 0) return room / 2;
  if (most <= room) return room * first.most / most;
  if (least < room) return first.least + (room - least) * (first.most - first.least) / (most - least);
  return room * first.least / least;
}

/// The boxes at both sides as one, for the one in the middle stays in the middle.
AskedRoom both_sides(const AskedRoom& left, const AskedRoom& right) {
  const bool set = left.is_set() && right.is_set();
  return {set ? 2 * std::max(left.set, right.set) : -1, 2 * std::max(left.least, right.least),
          2 * std::max(left.most, right.most)};
}

}  // namespace

void Pages::paint_margin_row(std::uint32_t page, MarginBox first, float y, float height, ArtifactKind kind) {
  const auto& geometry = *records_[page].geometry;
  const float room = geometry.content_width();
  const auto at = [first](int i) { return static_cast<MarginBox>(static_cast<int>(first) + i); };
  const auto asked = [&](MarginBox which) -> AskedRoom {
    const auto* style = geometry.boxes[static_cast<std::size_t>(which)];
    if (style == nullptr || style->content == nullptr) return {.set = 0};
    if (style->width.is_fixed()) return {.set = style->width.resolve(room)};
    const auto widths = layouter_.widths(margin_box(page, *style));
    return {.least = widths.min, .most = widths.max > 0 ? widths.max + 0.1F : 0};
  };
  // The bottom row counts from the right corner in the enumeration.
  const bool top = first == MarginBox::top_left;
  const auto left_box = top ? at(0) : at(2);
  const auto right_box = top ? at(2) : at(0);
  const auto left = asked(left_box);
  const auto center = asked(at(1));
  const auto right = asked(right_box);
  // A box without words in the middle would only take half of the row from long words beside it.
  const bool in_middle = center.set > 0 || center.most > 0;
  const float center_width = in_middle ? share_of_first(center, both_sides(left, right), room) : 0;
  const float side = in_middle ? (room - center_width) / 2 : room;
  const float left_width = left.is_set() ? std::min(left.set, side) : in_middle ? side : share_of_first(left, right, room);
  const float right_width = right.is_set() ? std::min(right.set, side) : in_middle ? side : room - left_width;
  const float x = geometry.margin_left;
  paint_margin_box(page, left_box, {x, y, left_width, height}, kind);
  paint_margin_box(page, at(1), {x + (room - center_width) / 2, y, center_width, height}, kind);
  paint_margin_box(page, right_box, {x + room - right_width, y, right_width, height}, kind);
}

}  // namespace sats::layout
