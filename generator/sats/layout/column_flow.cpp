#include "sats/layout/column_flow.h"

#include <algorithm>
#include <cmath>

#include "sats/layout/block_flow.h"

namespace sats::layout {

namespace {

/// More columns than this on a page hold no words.
constexpr std::size_t kMostColumns = 30;

/// Columns inside columns inside columns are set as one: each layer of balancing multiplies the work.
constexpr int kDeepestColumns = 2;

/// Tries at finding how tall columns can be above their footnotes; each halves what may be left unused.
constexpr int kNoteTries = 8;

/// Tries at balancing; each halves what may be left uneven.
constexpr int kBalancingTries = 8;

}  // namespace

ColumnFlow::ColumnFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : FlowBox(layouter, box, space, token), y_(edges_.top) {
  count_columns();
}

void ColumnFlow::count_columns() {
  room_ = std::max(1.0F, space_.width - edges_.across());
  gap_ = style_.column_gap.is_fixed() ? style_.column_gap.resolve(room_) : style_.font_size;
  count_ = style_.column_count > 0 ? static_cast<std::size_t>(style_.column_count) : kMostColumns;
  if (style_.column_width.is_fixed()) {
    const float wish = std::max(1.0F, style_.column_width.points);
    count_ = std::min(count_, static_cast<std::size_t>(std::max(1.0F, std::floor((room_ + gap_) / (wish + gap_)))));
  }
  if (layouter_.columns_depth >= kDeepestColumns) count_ = 1;
  count_ = std::clamp<std::size_t>(count_, 1, kMostColumns);
  width_ = std::max(1.0F, (room_ - gap_ * static_cast<float>(count_ - 1)) / static_cast<float>(count_));
}

bool ColumnFlow::is_spanner(BoxIndex child) const {
  const auto& box = document_.box(child);
  return box.flow == FlowKind::in_flow && !box.anonymous && box.style->column_span == style::ColumnSpan::all;
}

AskedBreaks ColumnFlow::breaks_in(std::size_t column, std::size_t columns) const {
  const auto around = in_one_piece() ? AskedBreaks::none : space_.region->breaks;
  if (around == AskedBreaks::all) return around;
  return around == AskedBreaks::none && column + 1 == columns ? AskedBreaks::none : AskedBreaks::columns;
}

ColumnFlow::Row ColumnFlow::lay_row(const RowSpace& row_space, TokenIndex token) {
  Row row;
  row.token = token;
  for (std::size_t i = 0; i < row_space.columns; ++i) {
    Region region;
    region.end = row_space.height;
    region.breaks = breaks_in(i, row_space.columns);
    Space space;
    space.width = width_;
    space.containing_width = width_;
    const bool takes_rest = row_space.rest == Rest::in_last_column && i + 1 == row_space.columns;
    space.region = takes_rest ? nullptr : &region;
    space.at_top = i > 0 || row_space.at_top;
    auto result = BlockFlow(layouter_, box_, space, row.token, {BlockFlow::Edging::none, row_space.until}).run();
    if (result.nothing()) return row;
    const bool cuts = cuts_whole_box(result.token);
    // Where the columns begin below the page's top, the next page has more room for what is to stay whole.
    if (cuts && i > 0 && !row_space.at_top) return row;
    if (result.token != kNoIndex && result.forced == style::Break::auto_) layouter_.improve(result);
    row.columns.push_back(result.fragment);
    row.height = std::max(row.height, layouter_.fragments[result.fragment].height);
    row.token = result.token;
    row.forced = result.forced;
    row.cuts_whole_box = row.cuts_whole_box || cuts;
    if (row.token == kNoIndex) break;
    if (row.forced != style::Break::auto_ && row.forced != style::Break::column) break;
    row.forced = style::Break::auto_;
  }
  return row;
}

bool ColumnFlow::cuts_whole_box(TokenIndex token) const {
  for (; token != kNoIndex; token = layouter_.tokens[token].inner) {
    const auto index = layouter_.tokens[token].box;
    const auto& box = document_.box(index);
    if (index != box_ && !box.anonymous && box.style->break_inside == style::Break::avoid) return true;
  }
  return false;
}

float ColumnFlow::height_taken(const RowSpace& space, TokenIndex token) {
  const auto mark = layouter_.mark();
  const auto row = lay_row({space.height, count_, true, space.until}, token);
  const bool fits = row.token == kNoIndex && !row.columns.empty() && !row.cuts_whole_box;
  layouter_.go_back(mark);
  return fits ? row.height : -1.0F;
}

float ColumnFlow::balanced_height(const RowSpace& whole, TokenIndex token) {
  const auto mark = layouter_.mark();
  const auto taken_by = [&](float height) { return height_taken({height, count_, true, whole.until}, token); };
  if (taken_by(whole.height) < 0) return whole.height;
  const float total = lay_row({kUnlimited, 1, true, whole.until}, token).height;
  layouter_.go_back(mark);
  float low = total / static_cast<float>(count_) * 0.9F;
  float high = std::min(whole.height, total + 1);
  bool fits = high >= whole.height;
  for (int i = 0; i < kBalancingTries && high - low > 0.5F; ++i) {
    const float middle = (low + high) / 2;
    const float taken = taken_by(middle);
    if (taken < 0) {
      low = middle;
      continue;
    }
    high = std::min(high, std::max(middle, taken));
    fits = true;
  }
  // One column ends where a break is asked for, so what it takes may be less than what there is.
  return fits || taken_by(high) >= 0 ? high : whole.height;
}

ColumnFlow::Row ColumnFlow::row_within(RowSpace space, TokenIndex token) {
  if (in_one_piece()) {
    // What has no room in a set height makes the columns taller, because there is no page to go on on.
    space.rest = Rest::in_last_column;
    if (space.height < kUnlimited && height_taken(space, token) < 0) space.height = kUnlimited;
  }
  const bool balances = count_ > 1 && (style_.column_fill == style::ColumnFill::balance || space.until != kNoBox ||
                                       space.height >= kUnlimited);
  if (balances) space.height = balanced_height(space, token);
  return lay_row(space, token);
}

ColumnFlow::Row ColumnFlow::row_above_notes(RowSpace space, TokenIndex token) {
  auto* region = space_.region;
  const auto mark = layouter_.mark();
  const float most = space.height;
  auto row = row_within(space, token);
  if (region == nullptr || region->notes_width <= 0) return row;
  const auto lay_again = [&](float height) {
    layouter_.go_back(mark);
    space.height = std::max(height, 1.0F);
    row = row_within(space, token);
    return row.height + notes_height(row, *region) <= most + kSlack;
  };
  if (const float needed = notes_height(row, *region); needed > 0 && row.height + needed > most + kSlack) {
    // Shorter columns call fewer notes: the tallest that stand above theirs are looked for. What does not fit even then goes
    // on on the next page.
    float low = 0;
    float high = most;
    for (int i = 0; i < kNoteTries; ++i) {
      const float middle = (low + high) / 2;
      (lay_again(middle) ? low : high) = middle;
    }
    lay_again(low);
  }
  region->take_notes(notes_height(row, *region));
  return row;
}

float ColumnFlow::notes_height(const Row& row, const Region& region) {
  if (!document_.boxes.has_footnotes) return 0;
  std::vector<BoxIndex> called;
  for (const auto column : row.columns) layouter_.collect_notes(column, called);
  if (called.empty()) return 0;
  float height = region.has_notes ? 0 : region.notes_extra;
  for (const auto note : called) height += layouter_.note_height(note, region);
  return height;
}

Result ColumnFlow::run() {
  ++layouter_.columns_depth;
  auto result = fill();
  --layouter_.columns_depth;
  return result;
}

float ColumnFlow::room_down() const {
  float most = kUnlimited;
  if (space_.region != nullptr) most = space_.region->end - space_.top - y_ - edges_.bottom;
  if (is_definite(style_.height)) most = std::min(most, style_.height.points - (y_ - edges_.top));
  return most;
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
  space.columns = count_;
  space.at_top = in_one_piece() || (space_.at_top && !placed_);
  space.until = child_;
  while (space.until != kNoBox && !is_spanner(space.until)) space.until = document_.box(space.until).next;
  const auto row = row_above_notes(space, start_token(inner));
  if (row.columns.empty()) return stop_before(child_);
  place_row(row);
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
  fragment().height = y_ + edges_.bottom;
  result_.fragment = fragment_;
  result_.end.add(used_margin(style_.margin_bottom, space_.containing_width));
  return result_;
}

}  // namespace sats::layout
