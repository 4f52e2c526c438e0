#include <algorithm>

#include "sats/layout/block_flow.h"
#include "sats/layout/line_flow.h"

namespace sats::layout {

Layouter::Floated Layouter::lay_float(BoxIndex index, const Space& space, float y) {
  const auto& style = *document_.box(index).style;
  const auto margins = margins_of(document_.box(index), space.containing_width);
  Floated result;
  result.fragment = in_one_piece(index, space.containing_width, space.containing_height);
  const auto set_size = [&] {
    const auto& laid = fragments[result.fragment];
    result.size = {laid.width + margins.across(), laid.height + margins.down()};
  };
  set_size();
  const float top = std::max(y, space.floats->clear_y(style.clear));
  const FloatArea::Band edges{space.float_x, space.float_x + space.containing_width};
  result.place = space.floats->find(style.float_, top, result.size, edges);
  const float page_y = space.top - space.float_y + result.place.y + margins.top;
  const bool too_tall = space.region != nullptr && page_y + fragments[result.fragment].height > space.region->end + kSlack;
  if (!too_tall || !space.at_top || columns_depth > 0 || document_.box(index).kind == BoxKind::picture) return result;
  Space cut;
  cut.width = fragments[result.fragment].width;
  cut.containing_width = space.containing_width;
  cut.top = page_y;
  cut.region = space.region;
  const auto laid = layout(index, cut, kNoIndex);
  if (laid.nothing()) return result;
  result.fragment = laid.fragment;
  result.token = laid.token;
  set_size();
  return result;
}

BlockFlow::Step BlockFlow::float_child(BoxIndex index) {
  Space space = space_;
  space.containing_width = content_width_;
  space.containing_height = content_height_;
  space.at_top = space_.at_top && !placed_;
  space.floats = floats_;
  space.float_x = floats_x_;
  space.float_y = floats_y_;
  const auto laid = layouter_.lay_float(index, space, floats_y_ + y_ + strut_.sum());
  auto& floated = layouter_.fragments[laid.fragment];
  const auto& box = document_.box(index);
  const auto margins = margins_of(box, content_width_);
  floated.x = laid.place.x - floats_x_ + edges_.left + margins.left;
  floated.y = laid.place.y - floats_y_ + margins.top;
  if (!fits(floated.y + floated.height) && !space.at_top) return stop_before(index);
  floats_->take(box.style->float_, laid.place, laid.size);
  if (laid.token != kNoIndex) floats_->open.push_back({index, laid.token, laid.place.x + margins.left, floated.width});
  floated.floating = true;
  layouter_.fragments.append(fragment_, laid.fragment);
  placed_ = true;
  return Step::next;
}

void BlockFlow::resume_floats() {
  const auto open = token().floats;
  for (const auto& rest : open) {
    Space space;
    space.width = rest.width;
    space.containing_width = content_width_;
    space.top = space_.top + y_;
    space.region = space_.region;
    const auto laid = layouter_.layout(rest.box, space, rest.token);
    if (laid.nothing()) continue;
    auto& floated = layouter_.fragments[laid.fragment];
    const auto& box = document_.box(rest.box);
    const auto margins = margins_of(box, content_width_);
    floated.x = rest.x;
    floated.y = y_;
    floated.floating = true;
    const float below = laid.token == kNoIndex ? margins.bottom : 0;
    floats_->take(box.style->float_, {rest.x - margins.left, y_}, {rest.width + margins.across(), floated.height + below});
    layouter_.fragments.append(fragment_, laid.fragment);
    if (laid.token != kNoIndex) floats_->open.push_back({rest.box, laid.token, rest.x, rest.width});
  }
}

Result BlockFlow::wait_for_floats(Result result) {
  BreakToken rest;
  rest.consumed = consumed() + fragment().height;
  rest.floats = own_floats_.open;
  fragment().ends_box = false;
  result.token = keep(std::move(rest));
  return result;
}

LineFlow::Floats LineFlow::place_float(const InlineItem& item, float y) {
  const auto before = layouter_.mark();
  Space space = space_;
  space.containing_width = space_.width;
  space.containing_height = -1;
  space.at_top = is_at_top();
  space.floats = floats_;
  const auto laid = layouter_.lay_float(item.box, space, space_.float_y + y);
  auto& floated = layouter_.fragments[laid.fragment];
  const auto margins = margins_of(document_.box(item.box), space_.width);
  floated.x = laid.place.x - space_.float_x + margins.left;
  floated.y = laid.place.y - space_.float_y + margins.top;
  // A float that has no room goes to the next page with its line.
  if (!fits(floated.y + floated.height) && !space.at_top) {
    layouter_.go_back(before);
    return Floats::no_room;
  }
  floats_->take(item.style->float_, laid.place, laid.size);
  if (laid.token != kNoIndex) floats_->open.push_back({item.box, laid.token, laid.place.x + margins.left, floated.width});
  floated.floating = true;
  layouter_.fragments.append(fragment_, laid.fragment);
  return Floats::placed;
}

}  // namespace sats::layout
