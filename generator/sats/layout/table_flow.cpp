#include "sats/layout/table_flow.h"

#include <algorithm>

#include "sats/layout/table_widths.h"

namespace sats::layout {

using style::Break;

namespace {

/// A header that takes more of the page than this is not repeated: the rows would have no room.
constexpr float kMostOfPage = 0.4F;

}  // namespace

TableFlow::TableFlow(Layouter& layouter, BoxIndex table, const Space& space, TokenIndex token)
    : FlowBox(layouter, table, space, token), grid_(layouter.grid(table)) {
  if (grid_.collapsed) edges_ = {};
  head_rows_ = count_head_rows();
}

std::uint32_t TableFlow::count_head_rows() const {
  const auto is_head = [this](const GridCell& cell) {
    const auto node = document_.box(cell.box).node;
    return node != html::kNoNode && document_.tree[node].tag == html::Tag::th;
  };
  for (auto row = grid_.header_rows; row < grid_.rows.size(); ++row) {
    const auto cells = std::span(grid_.cells).subspan(grid_.rows[row].first_cell, grid_.rows[row].cell_count);
    if (cells.empty() || !std::ranges::all_of(cells, is_head)) return row;
  }
  return grid_.header_rows;  // A table of headings only has no head.
}

Result TableFlow::run() {
  share_width(layouter_, document_, box_, space_.width);
  begin_fragment();
  fragment().width -= grid_.collapsed_width;
  if (!resumed() && !place_captions(style::CaptionSide::top)) return {};
  grid_top_ = y_;
  // Nothing but the caption may be left.
  if (resumed() && token().row >= grid_.rows.size()) return finish();
  y_ += edges_.top + grid_.spacing_y;
  if (resumed() && token().row >= grid_.header_rows) place_header();
  if (resumed()) resume_spans();
  if (space_.region != nullptr) space_.region->end -= edges_.bottom;
  reserve_footer();
  auto result = place_rows();
  if (space_.region != nullptr) space_.region->end += edges_.bottom;
  return result;
}

bool TableFlow::breaks_before(std::uint32_t row, Break& kind) const {
  if (!placed_ || space_.region == nullptr || row == 0) return false;
  const auto& above = grid_.rows[row - 1];
  const auto& below = grid_.rows[row];
  const auto asks = [&](BoxIndex box, Break Box::*side) {
    if (box == kNoBox || !space_.region->takes(document_.box(box).*side)) return false;
    kind = document_.box(box).*side;
    return true;
  };
  const bool parts_groups = above.group != below.group;
  return asks(below.box, &Box::break_before) || asks(above.box, &Box::break_after) ||
         (parts_groups && (asks(below.group, &Box::break_before) || asks(above.group, &Box::break_after)));
}

bool TableFlow::begins_whole_group(std::uint32_t row) const {
  const auto group = grid_.rows[row].group;
  if (group == kNoBox || space_.region == nullptr || (space_.at_top && !body_placed_)) return false;
  return layouter_.keeps_whole(document_.box(group)) && (row == 0 || grid_.rows[row - 1].group != group);
}

TableFlow::Standing TableFlow::standing() const {
  return {layouter_.mark(), layouter_.fragments[fragment_], spans_, *space_.region, y_, footer_height_, placed_,
          body_placed_};
}

void TableFlow::go_back(const Standing& before) {
  layouter_.go_back(before.mark);
  fragment() = before.fragment;
  if (before.fragment.last_child != kNoIndex) layouter_.fragments[before.fragment.last_child].next = kNoIndex;
  spans_ = before.spans;
  *space_.region = before.region;
  y_ = before.y;
  footer_height_ = before.footer_height;
  placed_ = before.placed;
  body_placed_ = before.body_placed;
}

Result TableFlow::no_room_for(std::uint32_t row, std::span<const TokenIndex> parts) {
  // A header without a row below it says nothing, so the table begins on the next page.
  const bool only_header = !resumed() && row <= head_rows_;
  return !space_.at_top && (!placed_ || only_header) ? Result{} : stop_before(row, {parts.begin(), parts.end()});
}

TableFlow::RowOutcome TableFlow::place_if_shown(std::uint32_t row, std::span<const TokenIndex> parts) {
  if (row == first_footer_row()) free_footer();
  if (!is_collapsed(document_.box(grid_.rows[row].box))) return place_row(row, parts, RowUse::own);
  end_spans(row, -grid_.spacing_y);
  return RowOutcome::placed;
}

Result TableFlow::place_rows() {
  const auto first = resumed() ? token().row : 0U;
  const auto resumed_parts = resumed() ? token().parts : std::vector<TokenIndex>{};
  struct {
    std::uint32_t row = kNoIndex;
    Standing before{};
  } group;  // That is to stay whole, and where it began.
  for (auto row = first; row < grid_.rows.size(); ++row) {
    const auto parts = row == first ? std::span<const TokenIndex>(resumed_parts) : std::span<const TokenIndex>{};
    Break kind = Break::auto_;
    if (parts.empty() && breaks_before(row, kind)) {
      auto result = stop_before(row);
      result.forced = kind;
      return result;
    }
    if (group.row != kNoIndex && grid_.rows[row].group != grid_.rows[group.row].group) group = {};
    if (parts.empty() && begins_whole_group(row)) group = {row, standing()};
    const auto outcome = place_if_shown(row, parts);
    if (outcome != RowOutcome::placed && group.row != kNoIndex) {
      go_back(group.before);
      return no_room_for(group.row, {});
    }
    if (outcome == RowOutcome::nothing) return no_room_for(row, parts);
    if (outcome == RowOutcome::broken) return stop_before(row, row_parts_);
  }
  free_footer();
  return finish();
}

bool TableFlow::place_captions(style::CaptionSide side) {
  for (const auto caption : grid_.captions) {
    const auto& box = document_.box(caption);
    if (box.style->caption_side != side) continue;
    const auto laid = layouter_.in_one_piece(caption, space_.width, -1, space_.width);
    auto& placed = layouter_.fragments[laid];
    const float above = used_margin(document_.box(caption).style->margin_top, space_.width);
    const float below = used_margin(document_.box(caption).style->margin_bottom, space_.width);
    if (!fits(y_ + above + placed.height) && !placed_ && !space_.at_top) return false;
    placed.y = y_ + above;
    placed.tied = side == style::CaptionSide::bottom;
    y_ += above + placed.height + below;
    layouter_.fragments.append(fragment_, laid);
  }
  return true;
}

void TableFlow::place_header() {
  const float start = y_;
  bool is_whole = true;
  for (std::uint32_t row = 0; row < grid_.header_rows && is_whole; ++row)
    is_whole = place_row(row, {}, RowUse::repeated) == RowOutcome::placed;
  const float room = space_.region == nullptr ? kUnlimited : space_.region->end - space_.top;
  if (is_whole && y_ - start <= room * kMostOfPage) return;
  fragment().first_child = fragment().last_child = kNoIndex;
  y_ = start;
  spans_.clear();
}

void TableFlow::reserve_footer() {
  if (space_.region == nullptr || grid_.footer_rows == 0) return;
  const auto before = standing();
  bool fits_whole = true;
  space_.region->end = kUnlimited;
  for (auto row = first_footer_row(); row < grid_.rows.size(); ++row)
    fits_whole = fits_whole && place_row(row, {}, RowUse::repeated) == RowOutcome::placed;
  const float height = y_ - before.y;
  go_back(before);
  if (!fits_whole || height > (before.region.end - space_.top) * kMostOfPage) return;
  footer_height_ = height;
  space_.region->end -= height;
}

void TableFlow::free_footer() {
  if (space_.region != nullptr) space_.region->end += footer_height_;
  footer_height_ = 0;
}

void TableFlow::repeat_footer() {
  if (footer_height_ <= 0) return;
  free_footer();
  for (auto row = first_footer_row(); row < grid_.rows.size(); ++row) {
    if (place_row(row, {}, RowUse::repeated) != RowOutcome::placed) return;
    layouter_.fragments[fragment().last_child].foot = true;
  }
}

void TableFlow::close_grid() {
  fragment().inner_top = grid_top_;
  fragment().inner_height = y_ - grid_top_;
}

Result TableFlow::stop_before(std::uint32_t row, std::vector<TokenIndex> parts) {
  BreakToken rest;
  rest.child = grid_.rows[row].box;
  rest.row = row;
  rest.parts = std::move(parts);
  cut_spans(rest);
  spans_.clear();
  repeat_footer();
  if (is_clone()) y_ += edges_.bottom;
  close_grid();
  fragment().height = y_;
  fragment().ends_box = false;
  Result result;
  result.fragment = fragment_;
  result.token = keep(std::move(rest));
  return result;
}

bool TableFlow::captions_fit() {
  const auto before = standing();
  place_captions(style::CaptionSide::bottom);
  const bool fine = fits(y_) || y_ == before.y;
  go_back(before);
  return fine;
}

Result TableFlow::finish() {
  y_ += placed_ || !resumed() ? edges_.bottom : 0;
  if (!resumed() && !reach_set_height()) return {};
  close_grid();
  Result result;
  result.fragment = fragment_;
  if (placed_ && space_.region != nullptr && !grid_.captions.empty() && !captions_fit()) {
    fragment().height = y_;
    BreakToken rest;
    rest.row = static_cast<std::uint32_t>(grid_.rows.size());
    result.token = keep(std::move(rest));
    return result;
  }
  place_captions(style::CaptionSide::bottom);
  fragment().height = y_;
  if (!self().anonymous) result.end.add(used_margin(style_.margin_bottom, space_.containing_width));
  return result;
}

}  // namespace sats::layout
