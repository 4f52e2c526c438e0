#include "sats/layout/block_flow.h"

#include <algorithm>

namespace sats::layout {

using style::Break;
using style::Float;

namespace {

bool is_forced(Break value) { return value != Break::auto_ && value != Break::avoid && value != Break::avoid_column; }

/// Margins and border box of a block in a containing block (CSS 2.1 §10.3.3).
struct Across {
  float x = 0;
  float width = 0;
};

Across place_across(const ComputedStyle& style, float width, float containing, style::Direction direction) {
  const float left = style.margin_left.is_auto() ? 0 : style.margin_left.resolve(containing);
  const float right = style.margin_right.is_auto() ? 0 : style.margin_right.resolve(containing);
  const float rest = containing - width - left - right;
  if (style.margin_left.is_auto() && style.margin_right.is_auto() && rest > 0) return {rest / 2, width};
  if (style.margin_left.is_auto() && rest > 0) return {rest, width};
  if (direction == style::Direction::rtl && !style.margin_right.is_auto()) return {left + rest, width};
  return {left, width};
}

}  // namespace

BlockFlow::BlockFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token, Edging edging)
    : layouter_(layouter),
      document_(layouter.document_),
      box_(box),
      style_(*layouter.document_.box(box).style),
      space_(space),
      token_(token),
      floats_(space.floats) {
  const auto& self = document_.box(box);
  bare_ = self.anonymous || edging == Edging::none;
  edges_ = bare_ ? Edges{} : layouter.edges(box, space.containing_width);
  content_width_ = std::max(0.0F, space.width - edges_.across());
  if (!bare_ && style_.height.is_fixed() && (!style_.height.has_percent() || space.containing_height >= 0)) {
    content_height_ = style_.height.resolve(space.containing_height) -
                      (style_.box_sizing == style::BoxSizing::border_box ? edges_.down() : 0);
  }
  if (space.height >= 0) content_height_ = space.height - edges_.down();
  const bool resumed = token != kNoIndex && layouter.tokens[token].started;
  after_break_ = token != kNoIndex;
  if (resumed && style_.box_decoration_break != style::BoxDecorationBreak::clone) edges_.top = 0;
  y_ = edges_.top;
  takes_start_margin_ = !self.own_context && edges_.top == 0 && !resumed;
  floats_x_ = space.float_x + edges_.left;
  floats_y_ = space.float_y;
  if (self.own_context || floats_ == nullptr) {
    floats_ = &own_floats_;
    floats_x_ = edges_.left;
    floats_y_ = 0;
  }
}

Result BlockFlow::run() {
  fragment_ = layouter_.fragments.add(box_);
  layouter_.fragments[fragment_].width = space_.width;
  layouter_.fragments[fragment_].starts_box = token_ == kNoIndex || !layouter_.tokens[token_].started;
  // The bottom edge must fit below the content, so the content gets that much less room.
  if (space_.region != nullptr) space_.region->end -= edges_.bottom;
  if (style_.continued_title != nullptr && !bare_ && token_ != kNoIndex && layouter_.tokens[token_].started) repeat_title();
  auto next = document_.box(box_).first_child;
  TokenIndex inner = kNoIndex;
  if (token_ != kNoIndex) {
    next = layouter_.tokens[token_].child;
    inner = layouter_.tokens[token_].inner;
  }
  for (; next != kNoBox; next = document_.box(next).next, inner = kNoIndex) {
    if (child(next, inner) == Step::stop) break;
  }
  if (space_.region != nullptr) space_.region->end += edges_.bottom;
  return nothing_ ? Result{} : finish();
}

void BlockFlow::repeat_title() {
  const auto title = layouter_.continued_title(box_, style_.continued_title->text);
  if (title == kNoBox) return;
  const auto laid = layouter_.in_one_piece(title, content_width_, -1, content_width_);
  auto& fragment = layouter_.fragments[laid];
  fragment.x = edges_.left;
  fragment.y = y_;
  fragment.repeated = true;
  y_ += fragment.height;
  layouter_.fragments.append(fragment_, laid);
}

BlockFlow::Step BlockFlow::child(BoxIndex index, TokenIndex inner) {
  switch (document_.box(index).flow) {
    case FlowKind::absolute: return absolute_child(index), Step::next;
    case FlowKind::floating: return float_child(index);
    default: return in_flow_child(index, inner);
  }
}

void BlockFlow::absolute_child(BoxIndex index) {
  const auto place = layouter_.fragments.add(index);
  auto& fragment = layouter_.fragments[place];
  fragment.placeholder = true;
  fragment.x = edges_.left;
  fragment.y = y_ + strut_.sum();
  layouter_.fragments.append(fragment_, place);
}

BlockFlow::Step BlockFlow::float_child(BoxIndex index) {
  const auto& style = *document_.box(index).style;
  const auto laid = layouter_.in_one_piece(index, content_width_, content_height_);
  auto& fragment = layouter_.fragments[laid];
  const float left = style.margin_left.is_auto() ? 0 : style.margin_left.resolve(content_width_);
  const float right = style.margin_right.is_auto() ? 0 : style.margin_right.resolve(content_width_);
  const float top = style.margin_top.is_auto() ? 0 : style.margin_top.resolve(content_width_);
  const float bottom = style.margin_bottom.is_auto() ? 0 : style.margin_bottom.resolve(content_width_);
  float y = floats_y_ + y_ + strut_.sum();
  y = std::max(y, floats_->clear_y(style.clear));
  auto area = *floats_;
  const auto place = area.place(style.float_, y, fragment.width + left + right, fragment.height + top + bottom,
                                {floats_x_, floats_x_ + content_width_});
  const float border_y = place.y - floats_y_ + top;
  const bool fits = space_.region == nullptr || space_.top + border_y + fragment.height <= space_.region->end + kSlack;
  if (!fits && (placed_ || !space_.at_top)) return stop_before(index);
  *floats_ = std::move(area);
  fragment.x = place.x - floats_x_ + edges_.left + left;
  fragment.y = border_y;
  fragment.floating = true;
  layouter_.fragments.append(fragment_, laid);
  placed_ = true;
  return Step::next;
}

bool BlockFlow::forced_before(BoxIndex index, Break& kind) const {
  if (space_.region == nullptr || previous_ == kNoBox) return false;
  const auto& above = document_.box(previous_);
  const auto& below = document_.box(index);
  kind = is_forced(below.break_before) ? below.break_before : above.break_after;
  if (is_forced(kind)) return true;
  if (above.page_end == below.page_start) return false;
  kind = Break::page;
  return true;
}

float BlockFlow::start_of(BoxIndex index, TokenIndex inner) {
  if (inner != kNoIndex) return y_;
  const bool first = !placed_ && previous_ == kNoBox;
  if (first && takes_start_margin_) return y_;
  // A margin that meets a break that was not asked for is cut off (css-break-3 §5.2).
  if (first && after_break_ && space_.at_top && !layouter_.tokens[token_].forced) return y_;
  strut_.add(layouter_.start_strut(index, content_width_));
  return y_ + strut_.sum();
}

Space BlockFlow::child_space(BoxIndex index, float& y, float& x) {
  const auto& child = document_.box(index);
  const auto& style = *child.style;
  Space space;
  space.containing_width = content_width_;
  space.containing_height = content_height_;
  space.region = space_.region;
  space.floats = floats_;
  space.at_top = space_.at_top && !placed_;
  x = edges_.left;
  if (child.anonymous) {
    space.width = content_width_;
  } else {
    if (style.clear != style::Clear::none) {
      const float below = floats_->clear_y(style.clear) - floats_y_;
      if (below > y) y = below, strut_ = {};
    }
    auto available = content_width_;
    float shift = 0;
    const bool beside_floats = child.own_context && !floats_->empty();
    if (beside_floats) {
      auto band = floats_->band(floats_y_ + y, 1, floats_x_, floats_x_ + content_width_);
      const float least = style.width.is_fixed() || child.kind == BoxKind::table
                              ? layouter_.widths(index).min
                              : std::min(layouter_.widths(index).min, content_width_);
      while (band.right - band.left + kSlack < std::min(least, content_width_)) {
        const float next = floats_->next_bottom(floats_y_ + y);
        if (next <= floats_y_ + y) break;
        y = next - floats_y_;
        band = floats_->band(floats_y_ + y, 1, floats_x_, floats_x_ + content_width_);
      }
      available = band.right - band.left;
      shift = band.left - floats_x_;
    }
    const float margins = (style.margin_left.is_auto() ? 0 : style.margin_left.resolve(content_width_)) +
                          (style.margin_right.is_auto() ? 0 : style.margin_right.resolve(content_width_));
    const bool shrinks = child.kind == BoxKind::table || child.kind == BoxKind::picture || child.kind == BoxKind::field;
    space.width = shrinks ? layouter_.fitting_width(index, available - margins, content_width_)
                          : layouter_.filling_width(index, available - margins, content_width_);
    const auto across = place_across(style, space.width, available, style_.direction);
    x = edges_.left + shift + across.x;
  }
  space.top = space_.top + y;
  space.float_x = floats_x_ + x - edges_.left;
  space.float_y = floats_y_ + y;
  return space;
}

BlockFlow::Step BlockFlow::in_flow_child(BoxIndex index, TokenIndex inner) {
  Break kind = Break::auto_;
  if (inner == kNoIndex && forced_before(index, kind)) {
    stop_before(index);
    if (nothing_) return Step::stop;
    forced_ = kind;
    layouter_.tokens[out_token_].forced = true;
    return Step::stop;
  }
  const auto& child = document_.box(index);
  const auto strut_before = strut_;
  float y = start_of(index, inner);
  float x = 0;
  const auto space = child_space(index, y, x);
  const bool past_end = space_.region != nullptr && space.top > space_.region->end + kSlack;
  if (past_end && !space.at_top) return stop_before(index);
  const auto result = layouter_.layout(index, space, inner);
  if (result.nothing()) {
    strut_ = strut_before;
    return stop_before(index);
  }
  auto& fragment = layouter_.fragments[result.fragment];
  fragment.x = x;
  fragment.y = y;
  layouter_.fragments.append(fragment_, result.fragment);
  previous_ = index;
  if (child.collapses_through && result.token == kNoIndex) {
    strut_.add(result.end);
    return Step::next;
  }
  placed_ = true;
  y_ = y + fragment.height;
  strut_ = result.end;
  return result.token == kNoIndex ? Step::next : stop_inside(index, result);
}

BlockFlow::Step BlockFlow::stop_before(BoxIndex index) {
  if (!placed_ && !space_.at_top) {
    nothing_ = true;
    return Step::stop;
  }
  BreakToken token;
  token.box = box_;
  token.child = index;
  layouter_.tokens.push_back(token);
  out_token_ = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
  return Step::stop;
}

BlockFlow::Step BlockFlow::stop_inside(BoxIndex index, const Result& result) {
  BreakToken token;
  token.box = box_;
  token.child = index;
  token.inner = result.token;
  layouter_.tokens.push_back(token);
  out_token_ = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
  forced_ = result.forced;
  return Step::stop;
}

float BlockFlow::finish_height(float content_bottom, MarginStrut& end) {
  const auto& self = document_.box(box_);
  const float margin_bottom =
      bare_ || style_.margin_bottom.is_auto() ? 0 : style_.margin_bottom.resolve(space_.containing_width);
  const bool keeps_margin = self.own_context || edges_.bottom > 0 || content_height_ >= 0;
  float bottom = content_bottom;
  if (keeps_margin)
    bottom += std::max(0.0F, strut_.sum());
  else
    end = strut_;
  end.add(margin_bottom);
  if (floats_ == &own_floats_ && !own_floats_.empty()) bottom = std::max(bottom, own_floats_.bottom());
  float height = bottom + edges_.bottom;
  const float consumed = token_ == kNoIndex ? 0 : layouter_.tokens[token_].consumed;
  const auto border_box = [&](const css::Length& length) {
    const float value = length.resolve(std::max(0.0F, space_.containing_height));
    return style_.box_sizing == style::BoxSizing::border_box ? value : value + edges_.down();
  };
  if (content_height_ >= 0) height = std::max(content_height_ + edges_.down() - consumed, edges_.down());
  if (!bare_ && space_.height < 0) {
    if (style_.max_height.is_fixed() && (!style_.max_height.has_percent() || space_.containing_height >= 0))
      height = std::min(height, std::max(0.0F, border_box(style_.max_height) - consumed));
    if (style_.min_height.is_fixed()) height = std::max(height, border_box(style_.min_height) - consumed);
  }
  return height;
}

Result BlockFlow::finish() {
  auto& fragment = layouter_.fragments[fragment_];
  Result result;
  result.fragment = fragment_;
  result.forced = forced_;
  result.token = out_token_;
  const bool clone = style_.box_decoration_break == style::BoxDecorationBreak::clone;
  const float consumed = token_ == kNoIndex ? 0 : layouter_.tokens[token_].consumed;
  if (out_token_ != kNoIndex) {
    fragment.ends_box = false;
    fragment.height = y_ + (clone ? edges_.bottom : 0);
    layouter_.tokens[out_token_].consumed = consumed + fragment.height;
    return result;
  }
  fragment.height = finish_height(y_, result.end);
  const bool too_tall = space_.region != nullptr && space_.top + fragment.height > space_.region->end + kSlack;
  if (!too_tall || content_height_ < 0) return result;
  if (!space_.at_top) return {};
  // A set height that is taller than the page goes on with an empty piece of the box on the next one.
  const float room = std::max(1.0F, space_.region->end - space_.top);
  BreakToken token;
  token.box = box_;
  token.child = kNoBox;
  token.consumed = consumed + room;
  layouter_.tokens.push_back(token);
  fragment.height = room;
  fragment.ends_box = false;
  result.token = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
  return result;
}

}  // namespace sats::layout
