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

/// Tries at balancing; each halves what may be left uneven.
constexpr int kBalancingTries = 8;

/// Tries at finding how much room the footnotes below the columns take.
constexpr int kNoteTries = 4;

}  // namespace

ColumnFlow::ColumnFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : FlowBox(layouter, box, space, token) {
  count_columns();
}

void ColumnFlow::count_columns() {
  const float room = std::max(1.0F, space_.width - edges_.across());
  gap_ = style_.column_gap.is_fixed() ? style_.column_gap.resolve(room) : style_.font_size;
  count_ = style_.column_count > 0 ? static_cast<std::size_t>(style_.column_count) : kMostColumns;
  if (style_.column_width.is_fixed()) {
    const float wish = std::max(1.0F, style_.column_width.points);
    count_ = std::min(count_, static_cast<std::size_t>(std::max(1.0F, std::floor((room + gap_) / (wish + gap_)))));
  }
  if (layouter_.columns_depth >= kDeepestColumns) count_ = 1;
  count_ = std::clamp<std::size_t>(count_, 1, kMostColumns);
  width_ = std::max(1.0F, (room - gap_ * static_cast<float>(count_ - 1)) / static_cast<float>(count_));
}

ColumnFlow::Row ColumnFlow::lay_row(const RowSpace& row_space, TokenIndex token) {
  Row row;
  row.token = token;
  for (std::size_t i = 0; i < row_space.columns; ++i) {
    Region region;
    region.end = row_space.height;
    Space space;
    space.width = width_;
    space.containing_width = width_;
    space.region = &region;
    space.at_top = i > 0 || row_space.at_top;
    auto result = BlockFlow(layouter_, box_, space, row.token, BlockFlow::Edging::none).run();
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

float ColumnFlow::balanced_height(TokenIndex token, float most) {
  const auto mark = layouter_.mark();
  // The height that columns of a height really take when all fits in them, or a negative one. Padding below a last line may
  // hang out of the height that was asked for.
  const auto taken_by = [&](float height) {
    const auto row = lay_row({height, count_, true}, token);
    const bool fits = row.token == kNoIndex && !row.columns.empty() && !row.cuts_whole_box;
    layouter_.go_back(mark);
    return fits ? row.height : -1.0F;
  };
  if (taken_by(most) < 0) return most;
  const float total = lay_row({kUnlimited, 1, true}, token).height;
  layouter_.go_back(mark);
  float low = total / static_cast<float>(count_) * 0.9F;
  float high = std::min(most, total + 1);
  for (int i = 0; i < kBalancingTries && high - low > 0.5F; ++i) {
    const float middle = (low + high) / 2;
    const float taken = taken_by(middle);
    if (taken < 0)
      low = middle;
    else
      high = std::min(high, std::max(middle, taken));
  }
  return high;
}

ColumnFlow::Row ColumnFlow::row_above_notes(float most, TokenIndex token) {
  const bool balances = count_ > 1 && (style_.column_fill == style::ColumnFill::balance || most >= kUnlimited);
  auto* region = space_.region;
  float taken = 0;
  for (int i = 0;; ++i) {
    const float room = std::max(most - taken, 1.0F);
    const auto row = lay_row({balances ? balanced_height(token, room) : room, count_, space_.at_top}, token);
    if (region == nullptr || region->notes_width <= 0) return row;
    const float needed = notes_height(row, *region);
    // Less room calls fewer notes; if the room still jumps, what does not fit goes on on the next page.
    if (needed > taken + kSlack && i < kNoteTries) {
      taken = needed;
      continue;
    }
    region->end -= needed;
    region->has_notes = region->has_notes || needed > 0;
    return row;
  }
}

float ColumnFlow::notes_height(const Row& row, const Region& region) {
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

float ColumnFlow::most_height() const {
  float most = kUnlimited;
  if (space_.region != nullptr) most = space_.region->end - space_.top - edges_.down();
  if (is_definite(style_.height)) most = std::min(most, style_.height.points);
  return most;
}

Result ColumnFlow::fill() {
  begin_fragment();
  const auto inner = resumed() ? token().inner : kNoIndex;
  float most = most_height();
  if (most < 1 && !space_.at_top) return {};
  most = std::max(most, 1.0F);
  const auto row = row_above_notes(most, inner);
  if (row.columns.empty()) return {};
  float x = edges_.left;
  for (const auto column : row.columns) {
    layouter_.fragments[column].x = x;
    layouter_.fragments[column].y = edges_.top;
    layouter_.fragments.append(fragment_, column);
    x += width_ + gap_;
  }
  fragment().height = edges_.top + row.height + (row.token == kNoIndex ? edges_.bottom : 0);
  Result result;
  result.fragment = fragment_;
  if (row.token == kNoIndex) {
    result.end.add(used_margin(style_.margin_bottom, space_.containing_width));
    return result;
  }
  fragment().ends_box = false;
  result.token = keep({.child = layouter_.tokens[row.token].child, .inner = row.token, .parts = {row.token}});
  result.forced = row.forced;
  return result;
}

}  // namespace sats::layout
