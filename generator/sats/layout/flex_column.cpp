#include <algorithm>

#include "sats/layout/flex_flow.h"

namespace sats::layout {

using style::Align;

void FlexFlow::measure_down(Item& item) {
  const auto mark = layouter_.mark();
  auto space = column_space(item, 0);
  space.region = nullptr;
  item.least = layouter_.fragments[layouter_.layout(item.box, space, kNoIndex).fragment].height;
  layouter_.go_back(mark);
  const auto& box = document_.box(item.box);
  const bool given = !box.anonymous && is_definite(box.style->flex_basis);
  const float edge = layouter_.edges(item.box, width_).down();
  item.base = given ? border_box_length(*box.style, box.style->flex_basis, 0, edge) : item.least;
}

void FlexFlow::size_column(Line& items) {
  const auto has_basis = [this](const Item& item) {
    const auto& box = document_.box(item.box);
    return !box.anonymous && is_definite(box.style->flex_basis) && box.style->flex_basis.points > 0;
  };
  const auto grows = [this](const Item& item) {
    const auto& box = document_.box(item.box);
    return !box.anonymous && box.style->flex_grow > 0;
  };
  float room = least_height() - edges_.down() - gap_y_ * static_cast<float>(items.size() - 1);
  const bool shares = room > 0 && std::ranges::any_of(items, grows);
  // Columns that only put their items under each other need no heights beforehand.
  if (!shares && std::ranges::none_of(items, has_basis)) return;
  for (auto& item : items) {
    measure_down(item);
    item.size = std::max(item.base, item.least);
    room -= item.margins.down();
  }
  if (room > 0) stretch(items, room);
}

Space FlexFlow::column_space(const Item& item, float above) {
  const auto& box = document_.box(item.box);
  const auto alignment = align_of(item.box);
  const float room = width_ - item.margins.left - item.margins.right;
  const bool stretches = (alignment == Align::stretch || alignment == Align::auto_) && box.kind != BoxKind::table &&
                         box.kind != BoxKind::picture && !item.auto_before && !item.auto_after;
  Space space;
  space.containing_width = width_;
  space.width = !stretches      ? layouter_.fitting_width(item.box, room, width_)
                : box.anonymous ? room
                                : layouter_.filling_width(item.box, room, width_);
  space.top = space_.top + y_ + above;
  space.at_top = space_.at_top && !placed_;
  space.region = space_.region;
  if (item.size > item.least) space.height = item.size;
  return space;
}

float FlexFlow::across_column(const Item& item, float width) const {
  const auto alignment = align_of(item.box);
  const float rest = width_ - item.margins.left - item.margins.right - width;
  const float start = edges_.left + item.margins.left;
  if (alignment == Align::center || (item.auto_before && item.auto_after)) return start + rest / 2;
  const bool to_end = alignment == Align::flex_end || alignment == Align::end || item.auto_before;
  return to_end ? start + rest : start;
}

Result FlexFlow::run_column() {
  auto items = collect();
  if (!resumed() && !items.empty()) size_column(items);
  auto inner = resumed() ? token().inner : kNoIndex;
  auto item = resumed() ? std::ranges::find(items, token().child, &Item::box) : items.begin();
  for (; item != items.end(); ++item, inner = kNoIndex) {
    const float above = inner == kNoIndex ? item->margins.top : 0;
    const auto result = layouter_.layout(item->box, column_space(*item, above), inner);
    if (result.nothing()) return placed_ || space_.at_top ? stop({.child = item->box}) : Result{};
    auto& laid = layouter_.fragments[result.fragment];
    laid.x = across_column(*item, laid.width);
    laid.y = y_ + above;
    layouter_.fragments.append(fragment_, result.fragment);
    y_ += above + laid.height + item->margins.bottom;
    placed_ = true;
    if (result.token != kNoIndex) return stop({.child = item->box, .inner = result.token});
    if (item + 1 != items.end()) y_ += gap_y_;
  }
  return finish(y_);
}

void FlexFlow::justify_column(float rest) {
  std::vector<FragmentIndex> children;
  for (auto child = fragment().first_child; child != kNoIndex; child = layouter_.fragments[child].next) {
    if (!layouter_.fragments[child].placeholder) children.push_back(child);
  }
  const auto has_auto = [this](FragmentIndex child, css::Length style::ComputedStyle::*margin) {
    const auto& box = document_.box(layouter_.fragments[child].box);
    return !box.anonymous && (box.style->*margin).is_auto();
  };
  int autos = 0;
  for (const auto child : children)
    autos +=
        int{has_auto(child, &style::ComputedStyle::margin_top)} + int{has_auto(child, &style::ComputedStyle::margin_bottom)};
  // Automatic margins take the room before `justify-content` has any (css-flexbox-1 §8.1).
  const float auto_margin = autos > 0 ? rest / static_cast<float>(autos) : 0;
  const bool upward = style_.flex_direction == style::FlexDirection::column_reverse;
  const auto share =
      autos > 0 ? RoomShares{}
                : share_room(style_.justify_content, rest, children.size(), upward ? MainAxis::reversed : MainAxis::forward);
  float shift = share.before;
  for (const auto child : children) {
    if (has_auto(child, &style::ComputedStyle::margin_top)) shift += auto_margin;
    layouter_.fragments[child].y += shift;
    shift += share.between + (has_auto(child, &style::ComputedStyle::margin_bottom) ? auto_margin : 0);
  }
}

}  // namespace sats::layout
