#include "sats/layout/table_flow.h"

#include <algorithm>

#include "sats/layout/table_widths.h"

namespace sats::layout {

using style::Break;
using style::VerticalAlign;

namespace {

/// A header that takes more of the page than this is not repeated: the rows would have no room.
constexpr float kMostOfPage = 0.4F;

bool is_forced(Break value) { return value != Break::auto_ && value != Break::avoid && value != Break::avoid_column; }

}  // namespace

TableFlow::TableFlow(Layouter& layouter, BoxIndex table, const Space& space, TokenIndex token)
    : layouter_(layouter),
      document_(layouter.document_),
      table_(table),
      style_(*layouter.document_.box(table).style),
      space_(space),
      token_(token),
      grid_(layouter.grid(table)) {
  if (!grid_.collapsed && !document_.box(table).anonymous) edges_ = layouter.edges(table, space.containing_width);
}

Result TableFlow::run() {
  share_width(layouter_, document_, table_, space_.width);
  fragment_ = layouter_.fragments.add(table_);
  layouter_.fragments[fragment_].width = space_.width;
  layouter_.fragments[fragment_].starts_box = token_ == kNoIndex;
  std::uint32_t row = 0;
  const std::vector<TokenIndex>* parts = nullptr;
  std::vector<TokenIndex> resumed_parts;
  if (token_ == kNoIndex) {
    if (!place_captions(style::CaptionSide::top)) return {};
  } else {
    row = layouter_.tokens[token_].row;
    resumed_parts = layouter_.tokens[token_].parts;
    if (!resumed_parts.empty()) parts = &resumed_parts;
  }
  grid_top_ = y_;
  y_ += edges_.top + grid_.spacing_y;
  if (token_ != kNoIndex && row >= grid_.header_rows) {
    place_header();
    resume_spans();
  }
  for (; row < grid_.rows.size(); ++row, parts = nullptr) {
    const auto& box = document_.box(grid_.rows[row].box);
    const bool forced = placed_ && space_.region != nullptr && parts == nullptr && row > 0 &&
                        (is_forced(box.break_before) || is_forced(document_.box(grid_.rows[row - 1].box).break_after));
    if (forced) {
      auto result = stop_before(row);
      result.forced = is_forced(box.break_before) ? box.break_before : document_.box(grid_.rows[row - 1].box).break_after;
      return result;
    }
    const auto outcome = place_row(row, parts, false);
    if (outcome == RowOutcome::nothing) {
      // A header without a row below it says nothing, so the table begins on the next page.
      const bool only_header = token_ == kNoIndex && row <= grid_.header_rows;
      return !space_.at_top && (!placed_ || only_header) ? Result{} : stop_before(row);
    }
    if (outcome == RowOutcome::broken) {
      auto result = stop_before(row);
      layouter_.tokens[result.token].parts = row_parts_;
      return result;
    }
  }
  return finish();
}

bool TableFlow::place_captions(style::CaptionSide side) {
  for (const auto caption : grid_.captions) {
    if (document_.box(caption).style->caption_side != side) continue;
    const auto laid = layouter_.in_one_piece(caption, space_.width, -1, space_.width);
    auto& fragment = layouter_.fragments[laid];
    const auto& style = *document_.box(caption).style;
    const float above = style.margin_top.is_auto() ? 0 : style.margin_top.resolve(space_.width);
    const float below = style.margin_bottom.is_auto() ? 0 : style.margin_bottom.resolve(space_.width);
    const bool fits = space_.region == nullptr || space_.top + y_ + above + fragment.height <= space_.region->end + kSlack;
    if (!fits && !placed_ && !space_.at_top) return false;
    fragment.y = y_ + above;
    fragment.tied = side == style::CaptionSide::bottom;
    y_ += above + fragment.height + below;
    layouter_.fragments.append(fragment_, laid);
  }
  return true;
}

bool TableFlow::place_header() {
  const float start = y_;
  for (std::uint32_t row = 0; row < grid_.header_rows; ++row) {
    if (place_row(row, nullptr, true) != RowOutcome::placed) break;
  }
  const float room = space_.region == nullptr ? kUnlimited : space_.region->end - space_.top;
  if (y_ - start <= room * kMostOfPage) return true;
  auto& self = layouter_.fragments[fragment_];
  self.first_child = self.last_child = kNoIndex;
  y_ = start;
  spans_.clear();
  return false;
}

float TableFlow::cell_width(const GridCell& cell) const {
  const auto last = cell.column + cell.column_span - 1;
  return grid_.positions[last] + grid_.widths[last] - grid_.positions[cell.column];
}

FragmentIndex TableFlow::lay_cell(const GridCell& cell, float y, TokenIndex token, bool at_top, Result& result) {
  Space space;
  space.width = cell_width(cell);
  space.containing_width = space_.width;
  space.top = space_.top + y;
  space.at_top = at_top;
  space.region = space_.region;
  // `height` of a cell is a least height; the row sees to it.
  result = layouter_.layout(cell.box, space, token);
  if (result.nothing()) return kNoIndex;
  auto& fragment = layouter_.fragments[result.fragment];
  fragment.x = grid_.positions[cell.column];
  return result.fragment;
}

TableFlow::RowOutcome TableFlow::place_row(std::uint32_t index, const std::vector<TokenIndex>* parts, bool is_repeat) {
  const auto& row = grid_.rows[index];
  const auto& box = document_.box(row.box);
  const bool at_top = space_.at_top && !placed_;
  const bool whole = !box.anonymous && box.style->break_inside == Break::avoid;
  const auto row_fragment = layouter_.fragments.add(row.box);
  float height = !box.anonymous && box.style->height.is_fixed() ? box.style->height.points : 0;
  row_parts_.assign(row.cell_count, kNoIndex);
  bool broken = false;
  std::vector<Span> new_spans;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const auto& cell = grid_.cells[row.first_cell + i];
    Result result;
    auto laid = kNoIndex;
    const bool is_done = parts != nullptr && (*parts)[i] == kNoIndex;
    if (is_done) {
      laid = layouter_.fragments.add(cell.box);
      auto& rest = layouter_.fragments[laid];
      rest.x = grid_.positions[cell.column];
      rest.width = cell_width(cell);
      rest.starts_box = false;
    } else {
      laid = lay_cell(cell, y_, parts == nullptr ? kNoIndex : (*parts)[i], at_top, result);
      if (laid == kNoIndex) return RowOutcome::nothing;
    }
    layouter_.fragments.append(row_fragment, laid);
    if (cell.row_span > 1 && parts == nullptr) {
      new_spans.push_back({row.first_cell + i, laid, row_fragment, y_, layouter_.fragments[laid].height, result.token});
      continue;
    }
    row_parts_[i] = result.token;
    broken = broken || result.token != kNoIndex;
    height = std::max(height, layouter_.fragments[laid].height);
  }
  if (broken && whole && !at_top) return RowOutcome::nothing;
  auto& fragment = layouter_.fragments[row_fragment];
  fragment.y = y_;
  fragment.width = space_.width;
  fragment.first_line = index;
  fragment.repeated = is_repeat;
  fragment.tied = !spans_.empty() || (index > 0 && index <= grid_.header_rows && !is_repeat);
  height = std::max(height, height_for_spans(index));
  const bool fits = space_.region == nullptr || space_.top + y_ + height <= space_.region->end + kSlack;
  if (!fits && !at_top && !broken) return RowOutcome::nothing;
  // From here on the row stands; until then the cells that reach into it are left as they were.
  spans_.insert(spans_.end(), new_spans.begin(), new_spans.end());
  broken = end_spans(index, height) || broken;
  layouter_.fragments[row_fragment].height = height;
  layouter_.fragments.append(fragment_, row_fragment);
  align_row(row_fragment, index);
  y_ += height + grid_.spacing_y;
  placed_ = placed_ || !is_repeat;
  return broken ? RowOutcome::broken : RowOutcome::placed;
}

bool TableFlow::ends_in(const Span& span, std::uint32_t row) const {
  const auto& cell = grid_.cells[span.cell];
  return cell.row + cell.row_span - 1 == row;
}

float TableFlow::height_for_spans(std::uint32_t row) const {
  float height = 0;
  for (const auto& span : spans_) {
    if (ends_in(span, row)) height = std::max(height, span.top + span.height - y_);
  }
  return height;
}

bool TableFlow::end_spans(std::uint32_t row, float height) {
  bool goes_on = false;
  std::erase_if(spans_, [&](const Span& span) {
    if (!ends_in(span, row)) return false;
    goes_on = goes_on || span.token != kNoIndex;
    if (span.token == kNoIndex) align_cell(span.fragment, y_ + height - span.top, -1);
    return span.token == kNoIndex;
  });
  return goes_on;
}

void TableFlow::align_row(FragmentIndex row, std::uint32_t index) {
  float baseline = 0;
  const auto& fragments = layouter_.fragments;
  const auto is_single = [&](FragmentIndex cell) { return document_.box(fragments[cell].box).row_span == 1; };
  for (auto cell = fragments[row].first_child; cell != kNoIndex; cell = fragments[cell].next) {
    if (document_.box(fragments[cell].box).style->vertical_align == VerticalAlign::baseline)
      baseline = std::max(baseline, layouter_.first_baseline(cell));
  }
  for (auto cell = fragments[row].first_child; cell != kNoIndex; cell = fragments[cell].next) {
    if (is_single(cell) || grid_.rows[index].cell_count == 0) align_cell(cell, fragments[row].height, baseline);
  }
}

void TableFlow::align_cell(FragmentIndex index, float height, float baseline) {
  auto& fragment = layouter_.fragments[index];
  const float rest = height - fragment.height;
  fragment.height = height;
  if (!fragment.starts_box || !fragment.ends_box) return;
  float shift = 0;
  switch (document_.box(fragment.box).style->vertical_align) {
    case VerticalAlign::middle: shift = rest / 2; break;
    case VerticalAlign::bottom: shift = rest; break;
    case VerticalAlign::baseline: {
      const float own = layouter_.first_baseline(index);
      shift = baseline > 0 && own >= 0 ? std::clamp(baseline - own, 0.0F, std::max(rest, 0.0F)) : 0;
      break;
    }
    default: break;
  }
  if (shift <= 0) return;
  for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    layouter_.fragments[child].y += shift;
}

void TableFlow::cut_spans(BreakToken& token) {
  for (const auto& span : spans_) {
    auto& fragment = layouter_.fragments[span.fragment];
    const float shown = y_ - grid_.spacing_y - span.top;
    fragment.height = shown;
    fragment.ends_box = false;
    token.spans.push_back({span.cell, span.token, std::max(0.0F, span.height - shown)});
  }
}

void TableFlow::resume_spans() {
  const auto open = layouter_.tokens[token_].spans;
  for (const auto& span : open) {
    const auto& cell = grid_.cells[span.cell];
    Result result;
    auto laid = span.token == kNoIndex ? kNoIndex : lay_cell(cell, y_, span.token, true, result);
    if (laid == kNoIndex) {
      laid = layouter_.fragments.add(cell.box);
      auto& rest = layouter_.fragments[laid];
      rest.x = grid_.positions[cell.column];
      rest.width = cell_width(cell);
      rest.starts_box = false;
    }
    // It hangs below a row fragment of no height, so that rows hold all cells.
    const auto carrier = layouter_.fragments.add(grid_.rows[cell.row].box);
    auto& row = layouter_.fragments[carrier];
    row.y = y_;
    row.width = space_.width;
    row.first_line = cell.row;
    row.starts_box = false;
    layouter_.fragments.append(carrier, laid);
    layouter_.fragments.append(fragment_, carrier);
    spans_.push_back({span.cell, laid, carrier, y_, layouter_.fragments[laid].height, result.token});
  }
}

Result TableFlow::stop_before(std::uint32_t row) {
  BreakToken token;
  token.box = table_;
  token.child = grid_.rows[row].box;
  token.row = row;
  cut_spans(token);
  layouter_.tokens.push_back(std::move(token));
  auto& self = layouter_.fragments[fragment_];
  self.height = y_;
  self.ends_box = false;
  self.inner_top = grid_top_;
  self.inner_height = y_ - grid_top_;
  Result result;
  result.fragment = fragment_;
  result.token = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
  return result;
}

Result TableFlow::finish() {
  y_ += edges_.bottom;
  const auto& style = style_;
  if (style.height.is_fixed() && !style.height.has_percent() && token_ == kNoIndex)
    y_ = std::max(y_, grid_top_ + style.height.points);
  auto& self = layouter_.fragments[fragment_];
  self.inner_top = grid_top_;
  self.inner_height = y_ - grid_top_;
  place_captions(style::CaptionSide::bottom);
  layouter_.fragments[fragment_].height = y_;
  Result result;
  result.fragment = fragment_;
  const bool bare = document_.box(table_).anonymous;
  if (!bare && !style.margin_bottom.is_auto()) result.end.add(style.margin_bottom.resolve(space_.containing_width));
  return result;
}

}  // namespace sats::layout
