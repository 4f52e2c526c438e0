#include "sats/layout/flex_flow.h"

#include <algorithm>

namespace sats::layout {

using style::Align;
using style::FlexDirection;

namespace {

float gap(const css::Length& length, float reference) { return length.is_fixed() ? length.resolve(reference) : 0; }

}  // namespace

FlexFlow::FlexFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : FlowBox(layouter, box, space, token),
      width_(std::max(0.0F, space.width - edges_.across())),
      gap_x_(gap(style_.column_gap, width_)),
      gap_y_(gap(style_.row_gap, width_)),
      y_(edges_.top) {}

Result FlexFlow::run() {
  begin_fragment();
  if (space_.region != nullptr) space_.region->end -= edges_.bottom;
  auto result = is_column() ? run_column() : run_rows();
  if (space_.region != nullptr) space_.region->end += edges_.bottom;
  return result;
}

bool FlexFlow::is_column() const {
  return style_.flex_direction == FlexDirection::column || style_.flex_direction == FlexDirection::column_reverse;
}

void FlexFlow::place_marker(BoxIndex child) {
  const auto place = layouter_.fragments.add(child);
  auto& marker = layouter_.fragments[place];
  marker.placeholder = true;
  marker.x = edges_.left + (style_.direction == style::Direction::rtl ? width_ : 0);
  marker.y = y_;
  layouter_.fragments.append(fragment_, place);
}

FlexFlow::Item FlexFlow::item_of(BoxIndex child) const {
  const auto& box = document_.box(child);
  Item item{.box = child, .margins = margins_of(box, width_)};
  item.auto_before = !box.anonymous && box.style->margin_left.is_auto();
  item.auto_after = !box.anonymous && box.style->margin_right.is_auto();
  return item;
}

std::vector<FlexFlow::Item> FlexFlow::collect() {
  std::vector<Item> items;
  for (auto child = self().first_child; child != kNoBox; child = document_.box(child).next) {
    const auto& box = document_.box(child);
    if (box.flow == FlowKind::absolute) {
      if (!resumed()) place_marker(child);
    } else if (!box.anonymous && box.style->visibility == style::Visibility::collapse) {
      keep_strut(child);
    } else {
      items.push_back(item_of(child));
    }
  }
  std::ranges::stable_sort(items, {}, [this](const Item& item) {
    return document_.box(item.box).anonymous ? 0 : document_.box(item.box).style->order;
  });
  if (style_.flex_direction == FlexDirection::column_reverse) std::ranges::reverse(items);
  return items;
}

void FlexFlow::keep_strut(BoxIndex child) {
  // A collapsed item takes no room along the line and leaves its height behind (css-flexbox-1 §4.4).
  const auto mark = layouter_.mark();
  const auto laid = layouter_.in_one_piece(child, width_, -1);
  strut_ = std::max(strut_, layouter_.fragments[laid].height + margins_of(document_.box(child), width_).down());
  layouter_.go_back(mark);
}

Align FlexFlow::align_of(BoxIndex index) const {
  const auto& box = document_.box(index);
  const auto own = box.anonymous ? Align::auto_ : box.style->align_self;
  return own == Align::auto_ ? style_.align_items : own;
}

Result FlexFlow::stop(BreakToken rest) {
  fragment().height = y_;
  fragment().ends_box = false;
  Result result;
  result.fragment = fragment_;
  result.token = keep(std::move(rest));
  return result;
}

float FlexFlow::border_box_height(const css::Length& length) const {
  return style_.box_sizing == style::BoxSizing::border_box ? length.points : length.points + edges_.down();
}

float FlexFlow::least_height() const {
  if (space_.height >= 0) return space_.height;
  float height = is_definite(style_.height) ? border_box_height(style_.height) : 0;
  if (is_definite(style_.max_height)) height = std::min(height, border_box_height(style_.max_height));
  return is_definite(style_.min_height) ? std::max(height, border_box_height(style_.min_height)) : height;
}

Result FlexFlow::finish(float bottom) {
  float height = bottom + edges_.bottom;
  if (is_definite(style_.max_height)) height = std::min(height, border_box_height(style_.max_height));
  height = space_.height >= 0 ? space_.height : std::max(height, least_height());
  const float rest = height - bottom - edges_.bottom;
  if (is_column() && rest > 0) justify_column(rest);
  fragment().height = height;
  Result result;
  result.fragment = fragment_;
  result.end.add(used_margin(style_.margin_bottom, space_.containing_width));
  return result;
}

}  // namespace sats::layout
