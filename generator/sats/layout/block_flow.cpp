#include "sats/layout/block_flow.h"

#include <algorithm>

#include "sats/layout/called_notes.h"

namespace sats::layout {

using style::Break;

namespace {

/// Points of a set height that are taken on every page at least, also where what is shown again leaves no room.
constexpr float kLeastPiece = 10;

/// A title that takes more of the page than this does not come again: what it stands above would have no room.
constexpr float kMostForTitle = 0.4F;

}  // namespace

BlockFlow::BlockFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token, const Part& part)
    : FlowBox(layouter, box, space, token), until_(part.until), floats_(space.floats) {
  bare_ = self().anonymous || part.edging == Edging::none;
  if (bare_) edges_ = {};
  if (part.end == EndRoom::kept) end_room_ = edges_.bottom;
  content_width_ = std::max(0.0F, space.width - edges_.across());
  const auto own_edges = bare_ ? 0 : layouter.edges(box, space.containing_width).down();
  if (!bare_ && style_.height.is_fixed() && (!style_.height.has_percent() || space.containing_height >= 0)) {
    content_height_ =
        style_.height.resolve(space.containing_height) - (style_.box_sizing == style::BoxSizing::border_box ? own_edges : 0);
  }
  if (space.height >= 0) content_height_ = space.height - own_edges;
  y_ = edges_.top;
  takes_start_margin_ = !self().own_context && edges_.top == 0 && !resumed();
  floats_x_ = space.float_x + edges_.left;
  floats_y_ = space.float_y;
  if (self().own_context || floats_ == nullptr) {
    floats_ = &own_floats_;
    floats_x_ = edges_.left;
    floats_y_ = 0;
  }
}

Result BlockFlow::run() {
  begin_fragment();
  if (space_.region != nullptr) space_.region->end -= end_room_;
  if (style_.continued_title != nullptr && !bare_ && resumed()) repeat_title();
  if (resumed() && !token().floats.empty()) resume_floats();
  auto next = resumed() ? token().child : self().first_child;
  auto inner = resumed() ? token().inner : kNoIndex;
  for (; next != kNoBox && next != until_; next = document_.box(next).next, inner = kNoIndex) {
    if (child(next, inner) == Step::stop) break;
  }
  if (space_.region != nullptr) space_.region->end += end_room_;
  return nothing_ ? Result{} : finish();
}

void BlockFlow::repeat_title() {
  const auto title = layouter_.continued_title(box_);
  if (title == kNoBox) return;
  const auto before = layouter_.mark();
  const auto laid = layouter_.in_one_piece(title, content_width_, -1, content_width_);
  auto& repeated = layouter_.fragments[laid];
  if (space_.region != nullptr && repeated.height > (space_.region->end - space_.top) * kMostForTitle)
    return layouter_.go_back(before);
  repeated.x = edges_.left;
  repeated.y = y_;
  repeated.repeated = true;
  y_ += repeated.height;
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
  auto& marker = layouter_.fragments[place];
  marker.placeholder = true;
  marker.x = edges_.left + (style_.direction == style::Direction::rtl ? content_width_ : 0);
  marker.y = takes_start_margin_ && !flowed_ ? y_ : y_ + strut_.sum();
  layouter_.fragments.append(fragment_, place);
  if (space_.region != nullptr && space_.region->notes_width > 0) keep_room_for_notes(index);
}

void BlockFlow::keep_room_for_notes(BoxIndex absolute) {
  auto& region = *space_.region;
  std::vector<BoxIndex> called;
  notes_called_in(document_, absolute, called);
  if (called.empty()) return;
  float height = region.has_notes ? 0 : region.notes_extra;
  for (const auto note : called) height += layouter_.note_height(note, region);
  // What has no room here goes to the next page.
  if (space_.top + y_ + height <= region.end) region.take_notes(height);
}

bool BlockFlow::forced_before(BoxIndex index, Break& kind) const {
  if (space_.region == nullptr || previous_ == kNoBox) return false;
  const auto& above = document_.box(previous_);
  const auto& below = document_.box(index);
  kind = space_.region->takes(below.break_before) ? below.break_before : above.break_after;
  if (space_.region->takes(kind)) return true;
  if (above.page_end == below.page_start || space_.region->breaks != AskedBreaks::all) return false;
  kind = Break::page;
  return true;
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
  const auto strut_before = strut_;
  const auto place = place_child(index, start_of(index, inner));
  const bool past_end = space_.region != nullptr && place.space.top > space_.region->end + kSlack;
  if (past_end && !place.space.at_top) return stop_before(index);
  const auto result = layouter_.layout(index, place.space, inner);
  if (result.nothing()) {
    strut_ = strut_before;
    return stop_before(index);
  }
  auto& laid = layouter_.fragments[result.fragment];
  laid.x = place.x;
  laid.y = place.y;
  layouter_.fragments.append(fragment_, result.fragment);
  previous_ = index;
  if (document_.box(index).collapses_through && result.token == kNoIndex) {
    strut_.add(result.end);
    return Step::next;
  }
  placed_ = true;
  flowed_ = true;
  y_ = place.y + laid.height;
  strut_ = result.end;
  return result.token == kNoIndex ? Step::next : stop_inside(index, result);
}

BlockFlow::Step BlockFlow::stop_before(BoxIndex index) {
  if (!placed_ && !space_.at_top) {
    nothing_ = true;
    return Step::stop;
  }
  BreakToken rest;
  rest.child = index;
  out_token_ = keep(std::move(rest));
  return Step::stop;
}

BlockFlow::Step BlockFlow::stop_inside(BoxIndex index, const Result& result) {
  BreakToken rest;
  rest.child = index;
  rest.inner = result.token;
  out_token_ = keep(std::move(rest));
  forced_ = result.forced;
  return Step::stop;
}

float BlockFlow::limited_height(float height) const {
  const auto border_box = [&](const css::Length& length) {
    const float value = length.resolve(std::max(0.0F, space_.containing_height));
    return style_.box_sizing == style::BoxSizing::border_box ? std::max(value, edges_.down()) : value + edges_.down();
  };
  if (style_.max_height.is_fixed() && (!style_.max_height.has_percent() || space_.containing_height >= 0))
    height = std::min(height, std::max(0.0F, border_box(style_.max_height) - consumed()));
  if (style_.min_height.is_fixed()) height = std::max(height, border_box(style_.min_height) - consumed());
  return height;
}

float BlockFlow::marker_height() const {
  if (self().marker == kNone || resumed()) return 0;
  const auto& measures = document_.measures(style_);
  return measures.ascent + measures.descent;
}

float BlockFlow::finish_height(MarginStrut& end) {
  const bool keeps_margin = self().own_context || edges_.bottom > 0 || content_height_ >= 0;
  float bottom = y_;
  if (keeps_margin)
    bottom = std::max(edges_.top, bottom + strut_.sum());
  else
    end = strut_;
  if (!bare_) end.add(used_margin(style_.margin_bottom, space_.containing_width));
  if (floats_ == &own_floats_ && !own_floats_.empty()) bottom = std::max(bottom, own_floats_.bottom());
  bottom = std::max(bottom, edges_.top + marker_height());
  float height = bottom + edges_.bottom;
  const float needed = height;
  if (content_height_ >= 0) height = std::max(content_height_ + edges_.down() - consumed(), edges_.down());
  if (self().kind == BoxKind::cell) {
    // Its content is aligned in the height it is given, which is a least height (CSS 2.1 §17.5.3).
    fragment().inner_height = needed;
    return std::max(needed, limited_height(height));
  }
  return bare_ || space_.height >= 0 ? height : limited_height(height);
}

Result BlockFlow::stopped() {
  fragment().ends_box = false;
  fragment().height = y_ + (is_clone() ? edges_.bottom : 0);
  layouter_.tokens[out_token_].consumed = consumed() + fragment().height;
  if (floats_ == &own_floats_) layouter_.tokens[out_token_].floats = own_floats_.open;
  Result result;
  result.fragment = fragment_;
  result.forced = forced_;
  result.token = out_token_;
  return result;
}

Result BlockFlow::finish() {
  if (out_token_ != kNoIndex) return stopped();
  Result result;
  result.fragment = fragment_;
  fragment().height = finish_height(result.end);
  if (!own_floats_.open.empty() && floats_ == &own_floats_) return wait_for_floats(result);
  const bool too_tall = space_.region != nullptr && space_.top + fragment().height > space_.region->end + kSlack;
  const bool is_marker_alone = content_height_ < 0 && !placed_ && marker_height() > 0;
  if (!too_tall || (content_height_ < 0 && !is_marker_alone)) return result;
  if (!space_.at_top) return {};
  if (is_marker_alone) return result;
  const float room = std::max(kLeastPiece, space_.region->end - space_.top);
  return fragment().height > room ? cut_set_height(result, room) : result;
}

Result BlockFlow::cut_set_height(Result result, float room) {
  // A set height that is taller than the page goes on with an empty piece of the box on the next one.
  BreakToken rest;
  rest.consumed = consumed() + room;
  fragment().height = room;
  fragment().ends_box = false;
  result.token = keep(std::move(rest));
  return result;
}

}  // namespace sats::layout
