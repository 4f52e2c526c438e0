#include "sats/layout/flex_flow.h"

#include <algorithm>

namespace sats::layout {

using style::Align;
using style::FlexDirection;
using style::Justify;

namespace {

float gap(const css::Length& length, float reference) { return length.is_fixed() ? length.resolve(reference) : 0; }

/// How room left over along the main axis is shared: before the first item, and between two.
struct Shares {
  float before = 0;
  float between = 0;
};

Shares shares(Justify justify, float rest, std::size_t count, bool reversed) {
  const auto n = static_cast<float>(count);
  switch (justify) {
    case Justify::center: return {rest / 2, 0};
    case Justify::flex_end: return {reversed ? 0 : rest, 0};
    case Justify::end:
    case Justify::right: return {rest, 0};
    case Justify::flex_start: return {reversed ? rest : 0, 0};
    case Justify::space_between: return rest <= 0 || count < 2 ? Shares{} : Shares{0, rest / (n - 1)};
    case Justify::space_around: return rest <= 0 ? Shares{rest / 2, 0} : Shares{rest / n / 2, rest / n};
    case Justify::space_evenly: return rest <= 0 ? Shares{rest / 2, 0} : Shares{rest / (n + 1), rest / (n + 1)};
    default: return {};
  }
}

}  // namespace

FlexFlow::FlexFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : layouter_(layouter),
      document_(layouter.document_),
      box_(box),
      style_(*layouter.document_.box(box).style),
      space_(space),
      token_(token) {
  edges_ = layouter.edges(box, space.containing_width);
  width_ = std::max(0.0F, space.width - edges_.across());
  gap_x_ = gap(style_.column_gap, width_);
  gap_y_ = gap(style_.row_gap, width_);
  const bool resumed = token != kNoIndex && layouter.tokens[token].started;
  if (resumed && style_.box_decoration_break != style::BoxDecorationBreak::clone) edges_.top = 0;
  y_ = edges_.top;
}

Result FlexFlow::run() {
  fragment_ = layouter_.fragments.add(box_);
  layouter_.fragments[fragment_].width = space_.width;
  layouter_.fragments[fragment_].starts_box = token_ == kNoIndex;
  const bool column =
      style_.flex_direction == FlexDirection::column || style_.flex_direction == FlexDirection::column_reverse;
  if (space_.region != nullptr) space_.region->end -= edges_.bottom;
  auto result = column ? run_column() : run_rows();
  if (space_.region != nullptr) space_.region->end += edges_.bottom;
  return result;
}

std::vector<FlexFlow::Item> FlexFlow::collect() {
  std::vector<Item> items;
  for (auto child = document_.box(box_).first_child; child != kNoBox; child = document_.box(child).next) {
    const auto& box = document_.box(child);
    if (box.flow == FlowKind::absolute) {
      const auto place = layouter_.fragments.add(child);
      layouter_.fragments[place].placeholder = true;
      layouter_.fragments[place].x = edges_.left;
      layouter_.fragments[place].y = y_;
      layouter_.fragments.append(fragment_, place);
      continue;
    }
    Item item{.box = child};
    const auto& s = *box.style;
    if (!box.anonymous) {
      const auto margin = [this](const css::Length& length) { return length.is_auto() ? 0 : length.resolve(width_); };
      item.margin_before = margin(s.margin_left);
      item.margin_after = margin(s.margin_right);
      item.margin_top = margin(s.margin_top);
      item.margin_bottom = margin(s.margin_bottom);
      item.auto_before = s.margin_left.is_auto();
      item.auto_after = s.margin_right.is_auto();
    }
    items.push_back(item);
  }
  std::ranges::stable_sort(items, [this](const Item& a, const Item& b) {
    const auto order = [this](const Item& item) {
      return document_.box(item.box).anonymous ? 0 : document_.box(item.box).style->order;
    };
    return order(a) < order(b);
  });
  if (style_.flex_direction == FlexDirection::row_reverse || style_.flex_direction == FlexDirection::column_reverse)
    std::ranges::reverse(items);
  return items;
}

std::vector<FlexFlow::Line> FlexFlow::wrap(std::vector<Item> items) const {
  std::vector<Line> lines;
  float used = 0;
  for (auto& item : items) {
    const float needs = item.base + item.margin_before + item.margin_after;
    const bool over = !lines.empty() && used + gap_x_ + needs > width_ + kSlack;
    if (lines.empty() || (over && style_.flex_wrap != style::FlexWrap::nowrap)) {
      lines.emplace_back();
      used = needs;
    } else {
      used += gap_x_ + needs;
    }
    lines.back().push_back(item);
  }
  return lines;
}

void FlexFlow::stretch(Line& line) const {
  for (auto& item : line) item.size = item.base;
  // Items that reach their least size drop out, and the others share again (css-flexbox-1 §9.7).
  for (std::size_t round = 0; round <= line.size(); ++round) {
    float rest = width_ - gap_x_ * static_cast<float>(line.size() - 1);
    float factors = 0;
    for (const auto& item : line) rest -= item.margin_before + item.margin_after + (item.frozen ? item.size : item.base);
    for (const auto& item : line) {
      const auto& box = document_.box(item.box);
      if (item.frozen) continue;
      if (rest > 0)
        factors += box.anonymous ? 0 : box.style->flex_grow;
      else
        factors += (box.anonymous ? 1 : box.style->flex_shrink) * item.base;
    }
    if (factors <= 0) return;
    bool froze = false;
    for (auto& item : line) {
      const auto& box = document_.box(item.box);
      if (item.frozen) continue;
      const float grow = box.anonymous ? 0 : box.style->flex_grow;
      const float shrink = box.anonymous ? 1 : box.style->flex_shrink;
      item.size =
          rest > 0 ? item.base + rest * grow / std::max(factors, 1.0F) : item.base + rest * shrink * item.base / factors;
      if (item.size >= item.least - kSlack) continue;
      item.size = item.least;
      item.frozen = true;
      froze = true;
    }
    if (!froze) return;
  }
}

Align FlexFlow::align_of(BoxIndex index) const {
  const auto& box = document_.box(index);
  const auto own = box.anonymous ? Align::auto_ : box.style->align_self;
  return own == Align::auto_ ? style_.align_items : own;
}

bool FlexFlow::lay_line(Line& line, std::size_t /*number*/, const std::vector<TokenIndex>* parts) {
  parts_.assign(line.size(), kNoIndex);
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto& item = line[i];
    if (parts != nullptr && i < parts->size() && (*parts)[i] == kNoIndex) {
      item.fragment = layouter_.fragments.add(item.box);
      layouter_.fragments[item.fragment].width = item.size;
      layouter_.fragments[item.fragment].starts_box = false;
      continue;
    }
    Space space;
    space.width = item.size;
    space.containing_width = width_;
    space.top = space_.top + y_ + item.margin_top;
    space.at_top = space_.at_top && y_ <= edges_.top + kSlack;
    space.region = space_.region;
    const auto result = layouter_.layout(item.box, space, parts != nullptr && i < parts->size() ? (*parts)[i] : kNoIndex);
    if (result.nothing()) return false;
    item.fragment = result.fragment;
    parts_[i] = result.token;
  }
  return true;
}

void FlexFlow::align(Item& item, float y, float height, float baseline) {
  auto& fragment = layouter_.fragments[item.fragment];
  const float rest = height - fragment.height - item.margin_top - item.margin_bottom;
  fragment.y = y + item.margin_top;
  switch (align_of(item.box)) {
    case Align::center: fragment.y += rest / 2; break;
    case Align::flex_end:
    case Align::end: fragment.y += rest; break;
    case Align::baseline: {
      const float own = layouter_.first_baseline(item.fragment);
      if (own >= 0) fragment.y = y + baseline - own;
      break;
    }
    case Align::stretch:
      if (document_.box(item.box).anonymous ||
          (document_.box(item.box).style->height.is_auto() && document_.box(item.box).kind != BoxKind::picture))
        fragment.height += std::max(0.0F, rest);
      break;
    default: break;
  }
}

void FlexFlow::justify(const Line& line, float height) {
  float rest = width_ - gap_x_ * static_cast<float>(line.size() - 1);
  float autos = 0;
  float baseline = 0;
  for (const auto& item : line) {
    rest -= item.size + item.margin_before + item.margin_after;
    autos += (item.auto_before ? 1.0F : 0.0F) + (item.auto_after ? 1.0F : 0.0F);
    if (align_of(item.box) == Align::baseline)
      baseline = std::max(baseline, item.margin_top + layouter_.first_baseline(item.fragment));
  }
  const float auto_margin = autos > 0 && rest > 0 ? rest / autos : 0;
  const auto share =
      autos > 0 ? Shares{}
                : shares(style_.justify_content, rest, line.size(), style_.flex_direction == FlexDirection::row_reverse);
  float x = edges_.left + share.before;
  for (auto item : line) {
    x += item.margin_before + (item.auto_before ? auto_margin : 0);
    layouter_.fragments[item.fragment].x = x;
    align(item, y_, height, baseline);
    layouter_.fragments.append(fragment_, item.fragment);
    x += item.size + item.margin_after + (item.auto_after ? auto_margin : 0) + gap_x_ + share.between;
  }
}

Result FlexFlow::run_rows() {
  auto items = collect();
  for (auto& item : items) {
    const auto& box = document_.box(item.box);
    const auto asked = layouter_.widths(item.box);
    const auto edge = layouter_.edges(item.box, width_).across();
    const auto sized = [&](const css::Length& length) {
      return box.style->box_sizing == style::BoxSizing::border_box ? std::max(length.resolve(width_), edge)
                                                                   : length.resolve(width_) + edge;
    };
    item.base = asked.max;
    item.least = std::min(asked.min, asked.max);
    if (!box.anonymous) {
      if (box.style->flex_basis.is_fixed())
        item.base = sized(box.style->flex_basis);
      else if (box.style->width.is_fixed())
        item.base = sized(box.style->width);
      if (box.style->min_width.is_fixed())
        item.least = sized(box.style->min_width);
      else if (box.style->width.is_fixed())
        item.least = std::min(item.least, sized(box.style->width));
      if (box.style->max_width.is_fixed()) item.base = std::min(item.base, sized(box.style->max_width));
      item.base = std::max(item.base, box.style->min_width.is_fixed() ? item.least : edge);
    }
  }
  auto lines = wrap(std::move(items));
  std::uint32_t number = 0;
  const std::vector<TokenIndex>* parts = nullptr;
  std::vector<TokenIndex> resumed;
  if (token_ != kNoIndex) {
    number = layouter_.tokens[token_].row;
    resumed = layouter_.tokens[token_].parts;
    if (!resumed.empty()) parts = &resumed;
  }
  const auto first = number;
  for (; number < lines.size(); ++number, parts = nullptr) {
    auto& line = lines[number];
    stretch(line);
    const bool laid = lay_line(line, number, parts);
    if (!laid) return number > first || space_.at_top ? stop(number, {}) : Result{};
    float height = 0;
    for (const auto& item : line)
      height = std::max(height, layouter_.fragments[item.fragment].height + item.margin_top + item.margin_bottom);
    const bool given =
        lines.size() == 1 && (space_.height >= 0 || (style_.height.is_fixed() && !style_.height.has_percent()));
    if (given) {
      const float own = space_.height >= 0                                  ? space_.height - edges_.down()
                        : style_.box_sizing == style::BoxSizing::border_box ? style_.height.points - edges_.down()
                                                                            : style_.height.points;
      height = std::max(height, own);
    }
    justify(line, height);
    y_ += height;
    const bool broken = std::ranges::any_of(parts_, [](TokenIndex token) { return token != kNoIndex; });
    if (broken) return stop(number, parts_);
    if (number + 1 < lines.size()) y_ += gap_y_;
  }
  return finish(y_);
}

Result FlexFlow::run_column() {
  auto items = collect();
  std::size_t first = 0;
  TokenIndex inner = kNoIndex;
  if (token_ != kNoIndex) {
    const auto& token = layouter_.tokens[token_];
    inner = token.inner;
    while (first < items.size() && items[first].box != token.child) ++first;
  }
  bool placed = false;
  for (auto i = first; i < items.size(); ++i, inner = kNoIndex) {
    auto& item = items[i];
    const auto& box = document_.box(item.box);
    const auto alignment = align_of(item.box);
    const float room = width_ - item.margin_before - item.margin_after;
    const bool stretches = alignment == Align::stretch || alignment == Align::auto_;
    Space space;
    space.containing_width = width_;
    space.width = box.anonymous ? room
                  : stretches && box.kind != BoxKind::table && box.kind != BoxKind::picture
                      ? layouter_.filling_width(item.box, room, width_)
                      : layouter_.fitting_width(item.box, room, width_);
    const float above = inner == kNoIndex ? item.margin_top : 0;
    space.top = space_.top + y_ + above;
    space.at_top = space_.at_top && !placed;
    space.region = space_.region;
    const auto result = layouter_.layout(item.box, space, inner);
    if (result.nothing()) {
      if (!placed && !space_.at_top) return {};
      auto stopped = stop(0, {});
      layouter_.tokens[stopped.token].child = item.box;
      return stopped;
    }
    auto& fragment = layouter_.fragments[result.fragment];
    const float rest = room - fragment.width;
    fragment.x = edges_.left + item.margin_before;
    if (alignment == Align::center || (item.auto_before && item.auto_after))
      fragment.x += rest / 2;
    else if (alignment == Align::flex_end || alignment == Align::end || item.auto_before)
      fragment.x += rest;
    fragment.y = y_ + above;
    layouter_.fragments.append(fragment_, result.fragment);
    y_ += above + fragment.height + item.margin_bottom;
    placed = true;
    if (result.token != kNoIndex) {
      auto stopped = stop(0, {});
      layouter_.tokens[stopped.token].child = item.box;
      layouter_.tokens[stopped.token].inner = result.token;
      return stopped;
    }
    if (i + 1 < items.size()) y_ += gap_y_;
  }
  return finish(y_);
}

Result FlexFlow::stop(std::uint32_t line, std::vector<TokenIndex> parts) {
  BreakToken token;
  token.box = box_;
  token.row = line;
  token.parts = std::move(parts);
  token.child = document_.box(box_).first_child;
  layouter_.tokens.push_back(std::move(token));
  auto& fragment = layouter_.fragments[fragment_];
  fragment.height = y_;
  fragment.ends_box = false;
  Result result;
  result.fragment = fragment_;
  result.token = static_cast<TokenIndex>(layouter_.tokens.size() - 1);
  return result;
}

Result FlexFlow::finish(float bottom) {
  auto& fragment = layouter_.fragments[fragment_];
  float height = bottom + edges_.bottom;
  const auto border_box = [this](const css::Length& length) {
    return style_.box_sizing == style::BoxSizing::border_box ? length.points : length.points + edges_.down();
  };
  if (style_.height.is_fixed() && !style_.height.has_percent()) height = std::max(height, border_box(style_.height));
  if (style_.min_height.is_fixed() && !style_.min_height.has_percent())
    height = std::max(height, border_box(style_.min_height));
  if (space_.height >= 0) height = space_.height;
  const bool column = style_.flex_direction == FlexDirection::column;
  if (column && height > bottom + edges_.bottom) {
    // Room below the items of a column moves them as justify-content says.
    std::vector<FragmentIndex> children;
    for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next) {
      if (!layouter_.fragments[child].placeholder) children.push_back(child);
    }
    const auto share = shares(style_.justify_content, height - bottom - edges_.bottom, children.size(), false);
    float shift = share.before;
    for (const auto child : children) {
      layouter_.fragments[child].y += shift;
      shift += share.between;
    }
  }
  fragment.height = height;
  Result result;
  result.fragment = fragment_;
  if (!style_.margin_bottom.is_auto()) result.end.add(style_.margin_bottom.resolve(space_.containing_width));
  return result;
}

}  // namespace sats::layout
