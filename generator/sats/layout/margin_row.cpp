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

/// Three boxes along one edge of the page: at its beginning, in its middle and at its end.
struct EdgeShares {
  float first = 0;
  float middle = 0;
  float last = 0;
};

EdgeShares share_edge(const AskedRoom& first, const AskedRoom& middle, const AskedRoom& last, float room) {
  // A box without words in the middle would only take half of the edge from long words beside it.
  if (middle.set <= 0 && middle.most <= 0) {
    const float share = first.is_set() ? std::min(first.set, room) : share_of_first(first, last, room);
    return {share, 0, last.is_set() ? std::min(last.set, room) : room - share};
  }
  const float share = share_of_first(middle, both_sides(first, last), room);
  const float side = (room - share) / 2;
  return {first.is_set() ? std::min(first.set, side) : side, share, last.is_set() ? std::min(last.set, side) : side};
}

}  // namespace

void Pages::paint_margin_row(std::uint32_t page, const EdgeBoxes& boxes, float y, float height, ArtifactKind kind) {
  const auto& geometry = *records_[page].geometry;
  const float room = geometry.content_width();
  const auto asked = [&](MarginBox which) -> AskedRoom {
    const auto* style = geometry.boxes[static_cast<std::size_t>(which)];
    if (style == nullptr || style->content == nullptr) return {.set = 0};
    if (style->width.is_fixed()) return {.set = style->width.resolve(room)};
    const auto widths = layouter_.widths(margin_box(page, *style));
    return {.least = widths.min, .most = widths.max > 0 ? widths.max + 0.1F : 0};
  };
  const auto shares = share_edge(asked(boxes.first), asked(boxes.middle), asked(boxes.last), room);
  const float x = geometry.margin_left;
  paint_margin_box(page, boxes.first, {x, y, shares.first, height}, kind);
  paint_margin_box(page, boxes.middle, {x + (room - shares.middle) / 2, y, shares.middle, height}, kind);
  paint_margin_box(page, boxes.last, {x + room - shares.last, y, shares.last, height}, kind);
}

void Pages::paint_margin_side(std::uint32_t page, const EdgeBoxes& boxes, float x, float width) {
  const auto& geometry = *records_[page].geometry;
  const float room = geometry.content_height();
  const auto asked = [&](MarginBox which) -> AskedRoom {
    const auto* style = geometry.boxes[static_cast<std::size_t>(which)];
    if (style == nullptr || style->content == nullptr) return {.set = 0};
    if (style->height.is_fixed()) return {.set = style->height.resolve(room)};
    const auto laid = layouter_.in_one_piece(margin_box(page, *style), width, room, width);
    const float height = layouter_.fragments[laid].height;
    return {.least = height, .most = height};
  };
  const auto shares = share_edge(asked(boxes.first), asked(boxes.middle), asked(boxes.last), room);
  const float y = geometry.margin_top;
  const auto kind = ArtifactKind::pagination;
  paint_margin_box(page, boxes.first, {x, y, width, shares.first}, kind);
  paint_margin_box(page, boxes.middle, {x, y + (room - shares.middle) / 2, width, shares.middle}, kind);
  paint_margin_box(page, boxes.last, {x, y + room - shares.last, width, shares.last}, kind);
}

}  // namespace sats::layout
