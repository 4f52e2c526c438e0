#include "sats/layout/column_flow.h"

#include <algorithm>

namespace sats::layout {

ColumnFlow::ColumnFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : FlowBox(layouter, box, space, token), y_(edges_.top) {
  count_columns();
}

bool ColumnFlow::is_spanner(BoxIndex child) const {
  const auto& box = document_.box(child);
  return box.flow == FlowKind::in_flow && !box.anonymous && box.style->column_span == style::ColumnSpan::all;
}

Result ColumnFlow::run() {
  ++layouter_.columns_depth;
  auto result = fill();
  --layouter_.columns_depth;
  return result;
}

float ColumnFlow::room_down() const {
  return space_.region == nullptr ? kUnlimited : space_.region->end - space_.top - y_ - edges_.bottom;
}

float ColumnFlow::set_height_left() const {
  if (resumed() || !is_definite(style_.height)) return kUnlimited;
  return std::max(1.0F, border_box_length(style_, style_.height, 0, edges_.down()) - edges_.bottom - y_);
}

float ColumnFlow::least_height() const {
  float least = 0;
  if (resumed()) return least;
  for (const auto& asked : {style_.height, style_.min_height}) {
    if (is_definite(asked)) least = std::max(least, border_box_length(style_, asked, 0, edges_.down()));
  }
  return least;
}

Result ColumnFlow::fill() {
  begin_fragment();
  child_ = resumed() ? token().child : self().first_child;
  auto inner = resumed() ? token().inner : kNoIndex;
  while (child_ != kNoBox || inner != kNoIndex) {
    const bool across = child_ != kNoBox && is_spanner(child_);
    if ((across ? lay_spanner(inner) : lay_columns(inner)) == Step::stop) return result_;
  }
  return finish();
}

TokenIndex ColumnFlow::start_token(TokenIndex inner) {
  if (inner != kNoIndex || child_ == self().first_child) return inner;
  BreakToken start;
  start.child = child_;
  start.forced = true;  // Margins below a box across all columns are kept.
  return keep(std::move(start));
}

ColumnFlow::Step ColumnFlow::lay_columns(TokenIndex& inner) {
  RowSpace space;
  space.height = room_down();
  if (space.height < 1 && !in_one_piece() && (placed_ || !space_.at_top)) return stop_before(child_);
  space.height = std::max(space.height, 1.0F);
  space.at_top = in_one_piece() || (space_.at_top && !placed_);
  space.until = child_;
  while (space.until != kNoBox && !is_spanner(space.until)) space.until = document_.box(space.until).next;
  const auto row = row_above_notes(space, start_token(inner));
  if (row.columns.empty()) return stop_before(child_);
  place_row(row);
  fragment().strained = fragment().strained || row.strained;
  if (row.token != kNoIndex) {
    result_.forced = row.forced;
    return stop_inside(layouter_.tokens[row.token].child, row.token);
  }
  child_ = space.until;
  inner = kNoIndex;
  return Step::next;
}

void ColumnFlow::place_row(const Row& row) {
  float x = edges_.left;
  for (const auto column : row.columns) {
    layouter_.fragments[column].x = x;
    layouter_.fragments[column].y = y_;
    layouter_.fragments.append(fragment_, column);
    x += width_ + gap_;
  }
  y_ += row.height;
  placed_ = true;
  before_spanner_ = {};
}

ColumnFlow::Step ColumnFlow::lay_spanner(TokenIndex& inner) {
  const auto& box = document_.box(child_);
  const auto margins = margins_of(box, room_);
  const BeforeSpanner before{child_, fragment().last_child, y_};
  const bool keeps_next = box.break_after == style::Break::avoid;
  // As any margin, the one above is cut off where it meets a break that was not asked for.
  const float y = inner != kNoIndex || (!placed_ && resumed()) ? y_ : y_ + margins.top;
  Space space;
  space.containing_width = room_;
  space.width = layouter_.filling_width(child_, room_ - margins.across(), room_);
  space.top = space_.top + y;
  space.at_top = space_.at_top && !placed_;
  space.region = space_.region;
  const auto result = layouter_.layout(child_, space, inner);
  if (result.nothing()) return stop_before(child_);
  auto& laid = layouter_.fragments[result.fragment];
  laid.x = edges_.left + margins.left;
  laid.y = y;
  y_ = y + laid.height;
  layouter_.fragments.append(fragment_, result.fragment);
  if (result.token != kNoIndex) return stop_inside(child_, result.token);
  y_ += margins.bottom;
  before_spanner_ = keeps_next && placed_ && before.last != kNoIndex ? before : BeforeSpanner{};
  placed_ = true;
  child_ = document_.box(child_).next;
  inner = kNoIndex;
  return Step::next;
}

ColumnFlow::Step ColumnFlow::stop_before(BoxIndex child) {
  if (before_spanner_.spanner != kNoBox) {
    // A heading across the columns goes to the next page with what it stands above.
    layouter_.fragments.drop_after(fragment_, before_spanner_.last);
    y_ = before_spanner_.y;
    child = before_spanner_.spanner;
  } else if (!placed_) {
    result_ = {};
    return Step::stop;
  }
  return stop_inside(child, kNoIndex);
}

ColumnFlow::Step ColumnFlow::stop_inside(BoxIndex child, TokenIndex inner) {
  fragment().height = y_ + (is_clone() ? edges_.bottom : 0);
  fragment().ends_box = false;
  result_.fragment = fragment_;
  result_.token = keep({.child = child, .inner = inner, .parts = {inner}});
  return Step::stop;
}

Result ColumnFlow::finish() {
  const float taken = y_ + edges_.bottom;
  float height = std::max(taken, least_height());
  if (height > taken && !fits(height)) {
    if (!space_.at_top) return {};
    height = std::max(taken, space_.region->end - space_.top);
  }
  fragment().height = height;
  result_.fragment = fragment_;
  result_.end.add(used_margin(style_.margin_bottom, space_.containing_width));
  return result_;
}

}  // namespace sats::layout
