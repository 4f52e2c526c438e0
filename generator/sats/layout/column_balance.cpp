#include <algorithm>

#include "sats/layout/column_flow.h"

namespace sats::layout {

namespace {

/// Tries at balancing; each halves what may be left uneven.
constexpr int kBalancingTries = 8;

/// Columns whose last one is filled this far are full: what is left below it is the chance of the page's end.
constexpr float kFullColumn = 0.75F;

/// Balanced columns may be a little lower than their share of the whole: margins are cut off where they end.
constexpr float kLeastShare = 0.9F;

/// Points that are no more than chance between two tries.
constexpr float kFineEnough = 0.5F;

}  // namespace

bool ColumnFlow::is_full(const Row& row, const RowSpace& space) const {
  const bool goes_on = row.token != kNoIndex && row.forced == style::Break::auto_;
  return goes_on && row.columns.size() == count_ &&
         layouter_.fragments[row.columns.back()].height > space.height * kFullColumn;
}

bool ColumnFlow::is_as_good(const Row& row, const Row& whole) const {
  return !row.columns.empty() && row.forced == whole.forced && !row.strained && row.height <= whole.height + kSlack &&
         layouter_.is_same_place(row.token, whole.token);
}

float ColumnFlow::balanced_height(RowSpace space, TokenIndex token, const Row& whole) {
  float all = 0;
  for (const auto column : whole.columns) all += layouter_.fragments[column].height;
  float low = all / static_cast<float>(count_) * kLeastShare;
  float high = whole.height;
  float best = space.height;
  const auto mark = layouter_.mark();
  space.rest = Rest::goes_on;
  for (int i = 0; i < kBalancingTries && high - low > kFineEnough; ++i) {
    space.height = (low + high) / 2;
    const auto tried = lay_row(space, token);
    if (is_as_good(tried, whole)) {
      // A last margin may hang out of the height, and a column may end above it where a break is asked for.
      best = std::max(space.height, tried.height);
      high = std::min(space.height, tried.height);
    } else {
      low = space.height;
    }
    layouter_.go_back(mark);
  }
  return best;
}

ColumnFlow::Row ColumnFlow::balanced_row(RowSpace space, TokenIndex token) {
  auto whole = lay_row(space, token);
  // What gives way in the whole height gives way no less below it: a picture would become ever smaller.
  if (whole.columns.empty() || whole.strained || is_full(whole, space)) return whole;
  const auto mark = layouter_.mark();
  const float height = balanced_height(space, token, whole);
  if (height >= space.height) return whole;
  space.height = height;
  space.rest = Rest::goes_on;
  auto balanced = lay_row(space, token);
  if (is_as_good(balanced, whole)) return balanced;
  layouter_.go_back(mark);
  return whole;
}

}  // namespace sats::layout
