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
    : layouter_(layouter),
      document_(layouter.document_),
      box_(box),
      style_(*layouter.document_.box(box).style),
      space_(space),
      token_(token) {
  edges_ = layouter.edges(box, space.containing_width);
  if (token != kNoIndex && style_.box_decoration_break != style::BoxDecorationBreak::clone) edges_.top = 0;
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
  if (layouter_.columns_depth_ >= kDeepestColumns) count_ = 1;
  count_ = std::clamp<std::size_t>(count_, 1, kMostColumns);
  width_ = std::max(1.0F, (room - gap_ * static_cast<float>(count_ - 1)) / static_cast<float>(count_));
}

ColumnFlow::Row ColumnFlow::lay_row(float height, TokenIndex token, std::size_t columns, bool at_top) {
  Row row;
  row.token = token;
  for (std::size_t i = 0; i < columns; ++i) {
    Region region;
    region.end = height;
    Space space;
    space.width = width_;
    space.containing_width = width_;
    space.region = &region;
    space.at_top = i > 0 || at_top;
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
  const auto all = layouter_.fragments.all.size();
  const auto lines = layouter_.fragments.lines.size();
  const auto tokens = layouter_.tokens.size();
  const auto fits = [&](float height) {
    const auto row = lay_row(height, token, count_, true);
    const bool fine = row.token == kNoIndex && !row.columns.empty() && row.height <= height + kSlack;
    layouter_.fragments.all.resize(all);
    layouter_.fragments.lines.resize(lines);
    layouter_.tokens.resize(tokens);
    return fine;
  };
  if (!fits(most)) return most;
  const auto whole = lay_row(kUnlimited, token, 1, true);
  const float total = whole.height;
  layouter_.fragments.all.resize(all);
  layouter_.fragments.lines.resize(lines);
  layouter_.tokens.resize(tokens);
  float low = total / static_cast<float>(count_) * 0.9F;
  float high = std::min(most, total + 1);
  for (int i = 0; i < kBalancingTries && high - low > 0.5F; ++i) {
    const float middle = (low + high) / 2;
    (fits(middle) ? high : low) = middle;
  }
  return high;
}

Result ColumnFlow::run() {
  ++layouter_.columns_depth_;
  auto result = fill();
  --layouter_.columns_depth_;
  return result;
}

Result ColumnFlow::fill() {
  const auto self = layouter_.fragments.add(box_);
  layouter_.fragments[self].width = space_.width;
  layouter_.fragments[self].starts_box = token_ == kNoIndex;
  const TokenIndex inner = token_ == kNoIndex ? kNoIndex : layouter_.tokens[token_].inner;
  float most = kUnlimited;
  if (space_.region != nullptr) most = space_.region->end - space_.top - edges_.down();
  if (style_.height.is_fixed() && !style_.height.has_percent()) most = std::min(most, style_.height.points);
  if (most < 1 && !space_.at_top) return {};
  most = std::max(most, 1.0F);
  const bool balances = count_ > 1 && (style_.column_fill == style::ColumnFill::balance || most >= kUnlimited);
  const float height = balances ? balanced_height(inner, most) : most;
  const auto row = lay_row(height, inner, count_, space_.at_top);
  if (row.columns.empty()) return {};
  float x = edges_.left;
  for (const auto column : row.columns) {
    layouter_.fragments[column].x = x;
    layouter_.fragments[column].y = edges_.top;
    layouter_.fragments.append(self, column);
    x += width_ + gap_;
  }
  auto& fragment = layouter_.fragments[self];
  fragment.height = edges_.top + row.height + (row.token == kNoIndex ? edges_.bottom : 0);
  Result result;
  result.fragment = self;
  if (row.token != kNoIndex) {
    fragment.ends_box = false;
    BreakToken token;
    token.box = box_;
    token.inner = row.token;
    token.child = layouter_.tokens[row.token].child;
    token.parts = {row.token};
    layouter_.tokens.push_back(std::move(token));
    result.token = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
    result.forced = row.forced;
    return result;
  }
  if (!style_.margin_bottom.is_auto()) result.end.add(style_.margin_bottom.resolve(space_.containing_width));
  return result;
}

}  // namespace sats::layout
