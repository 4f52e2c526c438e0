#include <algorithm>
#include <cmath>

#include "sats/layout/block_flow.h"
#include "sats/layout/column_flow.h"

namespace sats::layout {

namespace {

/// More columns than this on a page hold no words.
constexpr std::size_t kMostColumns = 30;

/// Columns inside columns inside columns are set as one: each layer of balancing multiplies the work.
constexpr int kDeepestColumns = 2;

/// Tries at finding how tall columns can be above their footnotes; each halves what may be left unused.
constexpr int kNoteTries = 8;

}  // namespace

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

AskedBreaks ColumnFlow::breaks_in(std::size_t column) const {
  const auto around = in_one_piece() ? AskedBreaks::none : space_.region->breaks;
  if (around == AskedBreaks::all) return around;
  return around == AskedBreaks::none && column + 1 == count_ ? AskedBreaks::none : AskedBreaks::columns;
}

Result ColumnFlow::lay_column(std::size_t number, const RowSpace& row, TokenIndex token) {
  Region region;
  region.end = row.height;
  region.breaks = breaks_in(number);
  Space space;
  space.width = width_;
  space.containing_width = width_;
  const bool takes_rest = row.rest == Rest::in_last_column && number + 1 == count_;
  space.region = takes_rest ? nullptr : &region;
  space.at_top = number > 0 || row.at_top;
  return layouter_.fill_well(region, [&] {
    return BlockFlow(layouter_, box_, space, token, {BlockFlow::Edging::none, row.until}).run();
  });
}

ColumnFlow::Row ColumnFlow::lay_row(const RowSpace& space, TokenIndex token) {
  Row row;
  row.token = token;
  while (row.columns.size() < count_) {
    const auto column = lay_column(row.columns.size(), space, row.token);
    if (column.nothing()) return row;
    const bool strained = layouter_.is_strained(column);
    // Where the columns begin below the page's top, the next page has more room for what does not fit here as it should.
    if (strained && !space.at_top) return row;
    row.columns.push_back(column.fragment);
    row.height = std::max(row.height, layouter_.fragments[column.fragment].height);
    row.token = column.token;
    row.forced = column.forced;
    row.strained = row.strained || strained;
    if (row.token == kNoIndex) break;
    if (row.forced != style::Break::auto_ && row.forced != style::Break::column) break;
    row.forced = style::Break::auto_;
  }
  return row;
}

bool ColumnFlow::holds_all(RowSpace space, TokenIndex token) {
  const auto mark = layouter_.mark();
  space.rest = Rest::goes_on;
  const auto row = lay_row(space, token);
  layouter_.go_back(mark);
  return row.token == kNoIndex && !row.strained;
}

ColumnFlow::Row ColumnFlow::row_within(RowSpace space, TokenIndex token) {
  if (in_one_piece()) space.rest = Rest::in_last_column;
  auto asked = space;
  asked.height = std::min(space.height, set_height_left());
  const bool is_set = asked.height < space.height && holds_all(asked, token);
  // What has no room in a set height makes the columns taller, and no taller than it must.
  const bool gives_way = asked.height < space.height && !is_set;
  if (is_set) space.height = asked.height;
  const bool balances =
      style_.column_fill == style::ColumnFill::balance || space.until != kNoBox || gives_way || space.height >= kUnlimited;
  return balances && count_ > 1 ? balanced_row(space, token) : lay_row(space, token);
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

}  // namespace sats::layout
