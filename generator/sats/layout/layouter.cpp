#include "sats/layout/layouter.h"

#include <algorithm>

#include "sats/layout/block_flow.h"
#include "sats/layout/column_flow.h"
#include "sats/layout/flex_flow.h"
#include "sats/layout/line_flow.h"
#include "sats/layout/retract.h"
#include "sats/layout/table_flow.h"
#include "sats/layout/table_widths.h"

namespace sats::layout {

using css::Length;

Result Layouter::layout(BoxIndex index, const Space& space, TokenIndex token) {
  const auto kind = document_.box(index).kind;
  Result result;
  switch (kind) {
    case BoxKind::lines: return LineFlow(*this, index, space, token).run();
    case BoxKind::picture:
    case BoxKind::field: return lay_picture(index, space);
    case BoxKind::table: result = TableFlow(*this, index, space, token).run(); break;
    case BoxKind::flex: result = FlexFlow(*this, index, space, token).run(); break;
    case BoxKind::columns: result = ColumnFlow(*this, index, space, token).run(); break;
    default: result = BlockFlow(*this, index, space, token).run(); break;
  }
  // A box that is to stay whole goes to the next page, where it has all the room there is.
  const auto& box = document_.box(index);
  const bool whole = !box.anonymous && box.style->break_inside == style::Break::avoid;
  if (whole && result.token != kNoIndex && !space.at_top && result.forced == style::Break::auto_) return {};
  return result;
}

Result Layouter::fill(BoxIndex box, const Space& space, TokenIndex token) {
  auto result = layout(box, space, token);
  if (result.token != kNoIndex && result.forced == style::Break::auto_) improve(result);
  return result;
}

void Layouter::improve(Result& result) { Retractor(document_, fragments, tokens).improve(result); }

Result Layouter::one_piece(BoxIndex index, const Space& space, float height) {
  Result result;
  const bool fits = space.region == nullptr || space.top + height <= space.region->end + kSlack;
  if (!fits && !space.at_top) return result;
  result.fragment = fragments.add(index);
  auto& fragment = fragments[result.fragment];
  fragment.width = space.width;
  fragment.height = height;
  const auto& style = *document_.box(index).style;
  if (!style.margin_bottom.is_auto()) result.end.add(style.margin_bottom.resolve(space.containing_width));
  return result;
}

Result Layouter::lay_picture(BoxIndex index, const Space& space) {
  const auto edge = edges(index, space.containing_width);
  auto size = picture_size(index, space.containing_width, space.containing_height);
  float height = size.height + edge.down();
  if (space.height >= 0) height = space.height;
  // A picture that is taller than the page is made to fit it, because a cut picture says nothing.
  const float room = space.region == nullptr ? kUnlimited : space.region->end - space.top;
  auto laid = one_piece(index, space, space.at_top ? std::min(height, std::max(room, 10.0F)) : height);
  if (!laid.nothing() && fragments[laid.fragment].height < height && size.height > 0) {
    const float scale = (fragments[laid.fragment].height - edge.down()) / size.height;
    fragments[laid.fragment].width = size.width * scale + edge.across();
  }
  return laid;
}

FragmentIndex Layouter::in_one_piece(BoxIndex index, float containing_width, float containing_height, float border_width) {
  const auto& style = *document_.box(index).style;
  const auto margin = [containing_width](const Length& length) {
    return length.is_auto() ? 0 : length.resolve(containing_width);
  };
  Space space;
  space.containing_width = containing_width;
  space.containing_height = containing_height;
  const bool bare = document_.box(index).anonymous;
  space.width =
      border_width >= 0
          ? border_width
          : fitting_width(index, containing_width - (bare ? 0 : margin(style.margin_left) + margin(style.margin_right)),
                          containing_width);
  return layout(index, space, kNoIndex).fragment;
}

Edges Layouter::edges(BoxIndex index, float containing_width) {
  const auto& box = document_.box(index);
  if (box.anonymous) return {};
  const auto& s = *box.style;
  if (box.kind == BoxKind::cell && box.content != kNone) {
    const auto& border = cell_borders_[box.content];
    return {border.top + s.padding_top.resolve(containing_width), border.right + s.padding_right.resolve(containing_width),
            border.bottom + s.padding_bottom.resolve(containing_width),
            border.left + s.padding_left.resolve(containing_width)};
  }
  return {s.border_top_width.points + s.padding_top.resolve(containing_width),
          s.border_right_width.points + s.padding_right.resolve(containing_width),
          s.border_bottom_width.points + s.padding_bottom.resolve(containing_width),
          s.border_left_width.points + s.padding_left.resolve(containing_width)};
}

namespace {

/// A length of `box-sizing` as a border box length.
float border_box(const ComputedStyle& style, const Length& length, float reference, float edges) {
  const float value = length.resolve(reference);
  return style.box_sizing == style::BoxSizing::border_box ? std::max(value, edges) : value + edges;
}

float within(const ComputedStyle& style, float width, float containing, float edges) {
  if (style.max_width.is_fixed()) width = std::min(width, border_box(style, style.max_width, containing, edges));
  if (style.min_width.is_fixed()) width = std::max(width, border_box(style, style.min_width, containing, edges));
  return std::max(width, edges);
}

}  // namespace

float Layouter::fitting_width(BoxIndex index, float available, float containing_width) {
  const auto& box = document_.box(index);
  const auto& style = *box.style;
  const auto edge = edges(index, containing_width);
  if (box.kind == BoxKind::picture || box.kind == BoxKind::field)
    return picture_size(index, containing_width).width + edge.across();
  const auto asked = widths(index);
  if (!box.anonymous && style.width.is_fixed()) {
    const float width = border_box(style, style.width, containing_width, edge.across());
    return within(style, box.kind == BoxKind::table ? std::max(width, asked.min) : width, containing_width, edge.across());
  }
  const float width = std::min(std::max(asked.min, available), asked.max);
  return box.anonymous ? width : within(style, width, containing_width, edge.across());
}

float Layouter::filling_width(BoxIndex index, float available, float containing_width) {
  const auto& box = document_.box(index);
  const auto& style = *box.style;
  const auto edge = edges(index, containing_width);
  const float width =
      style.width.is_fixed() ? border_box(style, style.width, containing_width, edge.across()) : std::max(available, 0.0F);
  return within(style, width, containing_width, edge.across());
}

Widths Layouter::widths(BoxIndex index) {
  auto& box = document_.box(index);
  if (box.measured != kNone) return measured_[box.measured];
  const auto result = measure(index);
  document_.box(index).measured = static_cast<std::uint32_t>(measured_.size());
  measured_.push_back(result);
  return result;
}

Widths Layouter::measure(BoxIndex index) {
  const auto& box = document_.box(index);
  if (box.kind == BoxKind::lines) {
    const auto& paragraph = prepared(box);
    return {paragraph.min_width, paragraph.max_width};
  }
  const auto edge = edges(index, 0);
  if (box.kind == BoxKind::picture || box.kind == BoxKind::field) {
    const auto size = picture_size(index, 0);
    const float natural = size.width + edge.across();
    return {box.style->width.has_percent() || box.style->max_width.has_percent() ? std::min(natural, 10.0F) : natural,
            natural};
  }
  Widths inner = box.kind == BoxKind::table ? measure_table(*this, document_, index) : measure_children(index);
  if (box.kind == BoxKind::table) return inner;
  inner.min += edge.across();
  inner.max += edge.across();
  const auto& style = *box.style;
  if (!box.anonymous && style.width.is_fixed() && !style.width.has_percent()) {
    inner.min = inner.max = border_box(style, style.width, 0, edge.across());
  }
  if (!box.anonymous) {
    const bool capped = style.max_width.is_fixed() && !style.max_width.has_percent();
    if (capped) {
      const float most = border_box(style, style.max_width, 0, edge.across());
      inner.min = std::min(inner.min, most);
      inner.max = std::min(inner.max, most);
    }
    if (style.min_width.is_fixed() && !style.min_width.has_percent()) {
      const float least = border_box(style, style.min_width, 0, edge.across());
      inner.min = std::max(inner.min, least);
      inner.max = std::max(inner.max, least);
    }
  }
  return inner;
}

Widths Layouter::measure_children(BoxIndex index) {
  const auto& box = document_.box(index);
  const bool side_by_side = box.kind == BoxKind::flex && (box.style->flex_direction == style::FlexDirection::row ||
                                                          box.style->flex_direction == style::FlexDirection::row_reverse);
  const bool wraps = box.style->flex_wrap != style::FlexWrap::nowrap;
  Widths result;
  float floats = 0;
  int count = 0;
  for (auto child = box.first_child; child != kNoBox; child = document_.box(child).next) {
    const auto& inner = document_.box(child);
    if (inner.flow == FlowKind::absolute) continue;
    auto asked = widths(child);
    if (!inner.anonymous) {
      const auto& s = *inner.style;
      const float margins =
          (s.margin_left.is_auto() ? 0 : s.margin_left.points) + (s.margin_right.is_auto() ? 0 : s.margin_right.points);
      asked.min += margins;
      asked.max += margins;
    }
    if (inner.flow == FlowKind::floating) {
      floats += asked.max;
      result.min = std::max(result.min, asked.min);
      continue;
    }
    if (side_by_side) {
      result.max += asked.max;
      result.min = wraps ? std::max(result.min, asked.min) : result.min + asked.min;
      ++count;
    } else {
      result.min = std::max(result.min, asked.min);
      result.max = std::max(result.max, asked.max);
    }
  }
  result.max = std::max(result.max, floats + (floats > 0 ? result.max : 0));
  if (side_by_side && count > 1 && box.style->column_gap.is_fixed()) {
    const float gaps = static_cast<float>(count - 1) * box.style->column_gap.points;
    result.max += gaps;
    if (!wraps) result.min += gaps;
  }
  if (box.kind == BoxKind::columns && box.style->column_count > 1) result.max *= box.style->column_count;
  return result;
}

PictureSize Layouter::picture_size(BoxIndex index, float containing_width, float containing_height) {
  const auto& box = document_.box(index);
  const auto& style = *box.style;
  const auto edge = edges(index, containing_width);
  PictureSize natural{0, 0};
  float ratio = 0;
  if (box.kind == BoxKind::picture) {
    const auto& picture = document_.boxes.pictures[box.content];
    natural = {picture.width, picture.height};
    if (picture.picture != kNone) {
      const auto& file = *document_.out.pictures[picture.picture];
      ratio = file.ratio > 0 ? file.ratio : file.height > 0 ? file.width / file.height : 0;
      if (picture.width > 0 && picture.height > 0) ratio = picture.width / picture.height;
      if (natural.width == 0 && natural.height == 0) natural = {file.width, file.height};
    }
  } else {
    natural = {document_.measures(style).space * 40, document_.measures(style).ascent + document_.measures(style).descent};
  }
  const bool bare = box.anonymous;
  const auto content = [&style](float value, float edges_) {
    return style.box_sizing == style::BoxSizing::border_box ? std::max(0.0F, value - edges_) : value;
  };
  float width = -1;
  float height = -1;
  if (!bare && style.width.is_fixed() && (!style.width.has_percent() || containing_width > 0))
    width = content(style.width.resolve(containing_width), edge.across());
  if (!bare && style.height.is_fixed() && (!style.height.has_percent() || containing_height >= 0))
    height = content(style.height.resolve(containing_height), edge.down());
  if (width < 0 && height < 0) {
    width = natural.width > 0 ? natural.width : natural.height * ratio;
    height = natural.height > 0 ? natural.height : ratio > 0 ? width / ratio : 0;
    if (width == 0 && ratio > 0 && containing_width > 0) width = containing_width, height = width / ratio;
  } else if (height < 0) {
    height = ratio > 0 ? width / ratio : natural.height;
  } else if (width < 0) {
    width = ratio > 0 ? height * ratio : natural.width;
  }
  if (bare) return {width, height};
  const auto scaled_to = [&](float new_width) {
    if (ratio > 0 && !style.height.is_fixed()) height = new_width / ratio;
    width = new_width;
  };
  if (style.max_width.is_fixed() && (!style.max_width.has_percent() || containing_width > 0)) {
    const float most = content(style.max_width.resolve(containing_width), edge.across());
    if (width > most) scaled_to(most);
  }
  if (style.min_width.is_fixed() && width < content(style.min_width.resolve(containing_width), edge.across()))
    scaled_to(content(style.min_width.resolve(containing_width), edge.across()));
  if (style.max_height.is_fixed() && !style.max_height.has_percent()) {
    const float most = content(style.max_height.points, edge.down());
    if (height > most) {
      if (ratio > 0 && !style.width.is_fixed()) width = most * ratio;
      height = most;
    }
  }
  if (style.min_height.is_fixed() && !style.min_height.has_percent())
    height = std::max(height, content(style.min_height.points, edge.down()));
  return {width, height};
}

MarginStrut Layouter::start_strut(BoxIndex index, float containing_width) const {
  MarginStrut strut;
  auto box = index;
  while (box != kNoBox) {
    const auto& self = document_.box(box);
    if (self.kind == BoxKind::lines) return strut;
    if (!self.anonymous && !self.style->margin_top.is_auto()) strut.add(self.style->margin_top.resolve(containing_width));
    const auto& s = *self.style;
    if (self.own_context || self.kind != BoxKind::block || s.border_top_width.points > 0 || s.padding_top != Length{})
      return strut;
    auto child = self.first_child;
    while (child != kNoBox) {
      const auto& inner = document_.box(child);
      if (inner.flow == FlowKind::in_flow && !inner.collapses_through) break;
      if (inner.flow == FlowKind::in_flow && !inner.anonymous) {
        if (!inner.style->margin_top.is_auto()) strut.add(inner.style->margin_top.resolve(containing_width));
        if (!inner.style->margin_bottom.is_auto()) strut.add(inner.style->margin_bottom.resolve(containing_width));
      }
      if (inner.flow == FlowKind::floating) return strut;
      child = inner.next;
    }
    if (child != kNoBox && document_.box(child).style->clear != style::Clear::none && !document_.box(child).anonymous)
      return strut;
    box = child;
  }
  return strut;
}

PreparedParagraph& Layouter::prepared(const Box& box) {
  auto row = box.content;
  if (document_.boxes.paragraphs[row].prepared == nullptr) {
    auto made = prepare(document_, document_.boxes.paragraphs[row], *this);
    document_.boxes.paragraphs[row].prepared = std::move(made);
    prepared_.push_back(row);
  }
  return *document_.boxes.paragraphs[row].prepared;
}

AtomicSize Layouter::size_of(BoxIndex index) {
  const auto mark = fragments.all.size();
  const auto lines = fragments.lines.size();
  const auto& style = *document_.box(index).style;
  const bool bare = document_.box(index).anonymous;
  const float containing = line_width_;
  const auto laid = in_one_piece(index, containing, -1);
  const auto margin = [&](const Length& length) { return bare || length.is_auto() ? 0 : length.resolve(containing); };
  const auto& fragment = fragments[laid];
  AtomicSize size;
  size.width = fragment.width + margin(style.margin_left) + margin(style.margin_right);
  const float height = fragment.height + margin(style.margin_top) + margin(style.margin_bottom);
  const auto kind = document_.box(index).kind;
  const float baseline = kind == BoxKind::picture || kind == BoxKind::field || style.overflow == style::Overflow::hidden
                             ? -1
                             : last_baseline(laid);
  size.ascent = baseline < 0 ? height : baseline + margin(style.margin_top);
  size.descent = height - size.ascent;
  fragments.all.resize(mark);
  fragments.lines.resize(lines);
  return size;
}

float Layouter::first_baseline(FragmentIndex index) const {
  const auto& fragment = fragments[index];
  if (fragment.line_count > 0) {
    const auto& line = fragments.lines[fragment.first_line];
    return line.y + line.baseline;
  }
  for (auto child = fragment.first_child; child != kNoIndex; child = fragments[child].next) {
    if (fragments[child].placeholder || fragments[child].floating) continue;
    const float found = first_baseline(child);
    if (found >= 0) return fragments[child].y + found;
  }
  return -1;
}

float Layouter::last_baseline(FragmentIndex index) const {
  const auto& fragment = fragments[index];
  if (fragment.line_count > 0) {
    const auto& line = fragments.lines[fragment.first_line + fragment.line_count - 1];
    return line.y + line.baseline;
  }
  for (auto child = fragment.last_child; child != kNoIndex; child = fragments[child].previous) {
    if (fragments[child].placeholder || fragments[child].floating) continue;
    const float found = last_baseline(child);
    if (found >= 0) return fragments[child].y + found;
  }
  return -1;
}

float Layouter::note_height(BoxIndex box, const Region& region) {
  const auto [entry, is_new] = notes.try_emplace(box, kNoIndex);
  if (is_new) {
    Space space;
    space.width = region.notes_width;
    space.containing_width = region.notes_width;
    const auto laid = layout(box, space, kNoIndex).fragment;
    notes[box] = laid;
    return fragments[laid].height;
  }
  return entry->second == kNoIndex ? 0 : fragments[entry->second].height;
}

TableGrid& Layouter::grid(BoxIndex table) {
  auto& entry = grids_[table];
  if (entry != nullptr) return *entry;
  entry = std::make_unique<TableGrid>(read_grid(document_.boxes, table));
  if (!entry->collapsed) return *entry;
  for (const auto& cell : entry->cells) {
    document_.box(cell.box).content = static_cast<std::uint32_t>(cell_borders_.size());
    cell_borders_.push_back({cell.top.width / 2, cell.right.width / 2, cell.bottom.width / 2, cell.left.width / 2});
  }
  return *entry;
}

}  // namespace sats::layout
