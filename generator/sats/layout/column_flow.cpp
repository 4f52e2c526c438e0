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
    if (result.token != kNoIndex && result.forced == style::Break::auto_) layouter_.improve(result);
    row.columns.push_back(result.fragment);
    row.height = std::max(row.height, layouter_.fragments[result.fragment].height);
    row.token = result.token;
    row.forced = result.forced;
    if (row.token == kNoIndex) break;
    if (row.forced != style::Break::auto_ && row.forced != style::Break::column) break;
    row.forced = style::Break::auto_;
  }
  return row;
}

float ColumnFlow::balanced_height(TokenIndex token, float most) {
  const auto mark = layouter_.mark();
  const auto fits = [&](float height) {
    const auto row = lay_row({height, count_, true}, token);
    const bool fine = row.token == kNoIndex && !row.columns.empty() && row.height <= height + kSlack;
    layouter_.go_back(mark);
    return fine;
  };
  if (!fits(most)) return most;
  const float total = lay_row({kUnlimited, 1, true}, token).height;
  layouter_.go_back(mark);
  float low = total / static_cast<float>(count_) * 0.9F;
  float high = std::min(most, total + 1);
  for (int i = 0; i < kBalancingTries && high - low > 0.5F; ++i) {
    const float middle = (low + high) / 2;
    (fits(middle) ? high : low) = middle;
  }
  return high;
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
  const bool balances = count_ > 1 && (style_.column_fill == style::ColumnFill::balance || most >= kUnlimited);
  const auto row = lay_row({balances ? balanced_height(inner, most) : most, count_, space_.at_top}, inner);
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
