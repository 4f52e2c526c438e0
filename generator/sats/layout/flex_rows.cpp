#include <algorithm>

#include "sats/layout/flex_flow.h"

namespace sats::layout {

using style::Align;
using style::Justify;

namespace {

/// `start` and `end` are the sides where the direction says that lines begin and end.
Justify justification(const ComputedStyle& style) {
  const bool rtl = style.direction == style::Direction::rtl;
  if (rtl && style.justify_content == Justify::start) return Justify::right;
  if (rtl && style.justify_content == Justify::end) return Justify::left;
  return style.justify_content;
}

}  // namespace

void FlexFlow::measure(Item& item) {
  const auto& box = document_.box(item.box);
  const auto& style = *box.style;
  const auto asked = layouter_.widths(item.box);
  item.base = asked.max;
  item.least = std::min(layouter_.least_width(item.box), asked.max);
  if (box.anonymous) return;
  const auto edge = layouter_.edges(item.box, width_).across();
  const auto sized = [&](const css::Length& length) { return border_box_length(style, length, width_, edge); };
  if (style.flex_basis.is_fixed())
    item.base = sized(style.flex_basis);
  else if (style.width.is_fixed())
    item.base = sized(style.width);
  if (style.min_width.is_fixed())
    item.least = sized(style.min_width);
  else if (style.width.is_fixed())
    item.least = std::min(item.least, sized(style.width));
  if (style.max_width.is_fixed()) item.most = sized(style.max_width);
  if (!style.min_width.is_fixed()) item.least = std::max(edge, std::min(item.least, item.most));
}

std::vector<FlexFlow::Line> FlexFlow::wrap(std::span<const Item> items, std::size_t first_line) const {
  std::vector<Line> lines;
  float used = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    const float needs = item.bounded(item.base) + item.margins.across();
    const bool over = i >= first_line && !lines.empty() && used + gap_x_ + needs > width_ + kSlack;
    if (lines.empty() || i == first_line || (over && style_.flex_wrap != style::FlexWrap::nowrap)) {
      lines.emplace_back();
      used = needs;
    } else {
      used += gap_x_ + needs;
    }
    lines.back().push_back(item);
  }
  return lines;
}

bool FlexFlow::lay_line(Line& line, std::span<const TokenIndex> parts) {
  parts_.assign(line.size(), kNoIndex);
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto& item = line[i];
    const bool goes_on = i < parts.size();
    if (goes_on && parts[i] == kNoIndex) {
      item.fragment = layouter_.fragments.add(item.box);
      layouter_.fragments[item.fragment].width = item.size;
      layouter_.fragments[item.fragment].starts_box = false;
      continue;
    }
    Space space;
    space.width = item.size;
    space.containing_width = width_;
    space.top = space_.top + y_ + item.margins.top;
    space.at_top = space_.at_top && y_ <= edges_.top + kSlack;
    space.region = space_.region;
    const auto result = layouter_.layout(item.box, space, goes_on ? parts[i] : kNoIndex);
    if (result.nothing()) return false;
    item.fragment = result.fragment;
    parts_[i] = result.token;
  }
  return true;
}

void FlexFlow::align(Item& item, float height, float baseline) {
  auto& laid = layouter_.fragments[item.fragment];
  const auto& box = document_.box(item.box);
  const float rest = height - laid.height - item.margins.top - item.margins.bottom;
  laid.y = y_ + item.margins.top;
  auto alignment = align_of(item.box);
  if (style_.flex_wrap == style::FlexWrap::wrap_reverse) {
    if (alignment == Align::flex_start)
      alignment = Align::flex_end;
    else if (alignment == Align::flex_end)
      alignment = Align::flex_start;
  }
  switch (alignment) {
    case Align::center: laid.y += rest / 2; break;
    case Align::flex_end:
    case Align::end: laid.y += rest; break;
    case Align::baseline: {
      const float own = layouter_.first_baseline(item.fragment);
      if (own >= 0) laid.y = y_ + baseline - own;
      break;
    }
    case Align::stretch:
      if (box.anonymous || (box.style->height.is_auto() && box.kind != BoxKind::picture))
        laid.height += std::max(0.0F, rest);
      break;
    default: break;
  }
}

void FlexFlow::justify(const Line& line, float height) {
  float rest = width_ - gap_x_ * static_cast<float>(line.size() - 1);
  float autos = 0;
  float baseline = 0;
  for (const auto& item : line) {
    rest -= item.size + item.margins.left + item.margins.right;
    autos += (item.auto_before ? 1.0F : 0.0F) + (item.auto_after ? 1.0F : 0.0F);
    if (align_of(item.box) == Align::baseline)
      baseline = std::max(baseline, item.margins.top + layouter_.first_baseline(item.fragment));
  }
  const float auto_margin = autos > 0 && rest > 0 ? rest / autos : 0;
  const bool is_row = style_.flex_direction == style::FlexDirection::row;
  const bool leftward = is_row == (style_.direction == style::Direction::rtl);
  const auto axis = leftward ? MainAxis::reversed : MainAxis::forward;
  const auto share = autos > 0 ? RoomShares{} : share_room(justification(style_), rest, line.size(), axis);
  float x = edges_.left + share.before;
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto item = line[leftward ? line.size() - 1 - i : i];
    x += item.margins.left + (item.auto_before ? auto_margin : 0);
    layouter_.fragments[item.fragment].x = x;
    align(item, height, baseline);
    layouter_.fragments.append(fragment_, item.fragment);
    x += item.size + item.margins.right + (item.auto_after ? auto_margin : 0) + gap_x_ + share.between;
  }
}

float FlexFlow::line_height(const Line& line, std::size_t number, std::size_t lines) {
  float height = number == 0 ? strut_ : 0;
  for (const auto& item : line)
    height = std::max(height, layouter_.fragments[item.fragment].height + item.margins.top + item.margins.bottom);
  if (lines > 1) return height;
  // A container of one line gives it its own height.
  if (space_.height >= 0) return std::max(height, space_.height - edges_.down());
  if (!is_definite(style_.height)) return height;
  const bool border_box = style_.box_sizing == style::BoxSizing::border_box;
  return std::max(height, border_box ? style_.height.points - edges_.down() : style_.height.points);
}

void FlexFlow::reverse_lines(std::span<const LinePlace> lines) {
  auto child = fragment().first_child;
  for (const auto& line : lines) {
    const float shift = edges_.top + y_ - 2 * line.y - line.height;
    for (std::size_t moved = 0; moved < line.count && child != kNoIndex; child = layouter_.fragments[child].next) {
      auto& laid = layouter_.fragments[child];
      if (laid.placeholder) continue;
      laid.y += shift;
      ++moved;
    }
  }
}

Result FlexFlow::run_rows() {
  auto items = collect();
  for (auto& item : items) measure(item);
  // The page before may have had another width, so what is left is wrapped anew behind the line that goes on.
  const std::vector<TokenIndex> resumed_parts = resumed() ? token().parts : std::vector<TokenIndex>{};
  auto done = resumed() ? token().row : 0U;
  const std::size_t lines_before = resumed() ? 1 : 0;
  auto lines = wrap(std::span<const Item>(items).subspan(done), resumed_parts.size());
  std::vector<LinePlace> places;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    auto& line = lines[number];
    float room = width_ - gap_x_ * static_cast<float>(line.size() - 1);
    for (const auto& item : line) room -= item.margins.across();
    stretch(line, room);
    const auto parts = number == 0 ? std::span<const TokenIndex>(resumed_parts) : std::span<const TokenIndex>{};
    if (!lay_line(line, parts)) {
      if (number == 0 && !space_.at_top) return {};
      return stop({.child = self().first_child, .row = done, .parts = {parts.begin(), parts.end()}});
    }
    const float height = line_height(line, number + lines_before, lines.size() + lines_before);
    justify(line, height);
    places.push_back({y_, height, line.size()});
    y_ += height;
    const bool broken = std::ranges::any_of(parts_, [](TokenIndex part) { return part != kNoIndex; });
    if (broken) return stop({.child = self().first_child, .row = done, .parts = parts_});
    done += static_cast<std::uint32_t>(line.size());
    if (number + 1 < lines.size()) y_ += gap_y_;
  }
  // Of lines over several pages none could know what comes below it.
  if (style_.flex_wrap == style::FlexWrap::wrap_reverse && !resumed()) reverse_lines(places);
  return finish(y_);
}

}  // namespace sats::layout
