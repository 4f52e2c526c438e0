#include <algorithm>

#include "sats/layout/box_kinds.h"
#include "sats/layout/layouter.h"
#include "sats/layout/pressed_widths.h"
#include "sats/layout/table_widths.h"

namespace sats::layout {

namespace {

/// A width between `min-width` and `max-width`, as a border box.
float within(const ComputedStyle& style, float width, float containing, float edges) {
  if (style.max_width.is_fixed()) width = std::min(width, border_box_length(style, style.max_width, containing, edges));
  if (style.min_width.is_fixed()) width = std::max(width, border_box_length(style, style.min_width, containing, edges));
  return std::max(width, edges);
}

/// What `width`, `max-width` and `min-width` make of the widths that the content asks for. Percentages say nothing yet.
Widths asked_by_style(const ComputedStyle& style, Widths inner, float edges) {
  if (is_definite(style.width)) inner.min = inner.max = border_box_length(style, style.width, 0, edges);
  if (is_definite(style.max_width)) {
    const float most = border_box_length(style, style.max_width, 0, edges);
    inner = {std::min(inner.min, most), std::min(inner.max, most)};
  }
  if (is_definite(style.min_width)) {
    const float least = border_box_length(style, style.min_width, 0, edges);
    inner = {std::max(inner.min, least), std::max(inner.max, least)};
  }
  return inner;
}

/// The same for a table, which is never narrower than what stands in it.
Widths asked_by_table(const ComputedStyle& style, const Widths& inner, float edges) {
  const auto asked = asked_by_style(style, inner, edges);
  const float min = std::max(inner.min, asked.min);
  return {min, std::max(min, asked.max)};
}

/// The same for a cell, whose width is only what it would like (css-tables-3 §3.8.1).
Widths asked_by_cell(const ComputedStyle& style, const Widths& inner, float edges) {
  const auto asked = asked_by_style(style, inner, edges);
  const float least = is_definite(style.min_width) ? border_box_length(style, style.min_width, 0, edges) : 0;
  const float min = std::max(inner.min, least);
  return {min, std::max(min, asked.max)};
}

bool is_replaced(const Box& box) { return box.kind == BoxKind::picture || box.kind == BoxKind::field; }

/// What columns ask for when one of them asks for `column`. With `column-width` there may be fewer of them than are counted.
Widths in_columns(const ComputedStyle& style, const Widths& column) {
  if (style.column_count <= 1) return column;
  const auto count = static_cast<float>(style.column_count);
  const float gap = style.column_gap.is_fixed() ? style.column_gap.points : style.font_size;
  const float gaps = gap * (count - 1);
  return {style.column_width.is_fixed() ? column.min : column.min * count + gaps, column.max * count + gaps};
}

/// Adds up what boxes side by side or under each other ask for.
class ChildWidths {
 public:
  explicit ChildWidths(const Box& parent)
      : side_by_side_(is_flex_row(parent)), wraps_(parent.style->flex_wrap != style::FlexWrap::nowrap) {}

  void add(const Box& child, const Widths& asked) {
    if (child.flow == FlowKind::floating) {
      floats_ += asked.max;
      sum_.min = std::max(sum_.min, asked.min);
    } else if (side_by_side_) {
      sum_.max += asked.max;
      sum_.min = wraps_ ? std::max(sum_.min, asked.min) : sum_.min + asked.min;
      ++count_;
    } else {
      sum_.min = std::max(sum_.min, asked.min);
      sum_.max = std::max(sum_.max, asked.max);
    }
  }

  [[nodiscard]] Widths sum(const ComputedStyle& style) const {
    auto result = sum_;
    result.max = std::max(result.max, floats_ + (floats_ > 0 ? result.max : 0));
    if (!side_by_side_ || count_ < 2 || !style.column_gap.is_fixed()) return result;
    const float gaps = static_cast<float>(count_ - 1) * style.column_gap.points;
    result.max += gaps;
    if (!wraps_) result.min += gaps;
    return result;
  }

 private:
  bool side_by_side_;
  bool wraps_;
  Widths sum_;
  float floats_ = 0;
  int count_ = 0;
};

}  // namespace

Edges Layouter::edges(BoxIndex index, float containing_width) {
  const auto& box = document_.box(index);
  if (box.anonymous) return {};
  const auto& s = *box.style;
  const Edges padding{s.padding_top.resolve(containing_width), s.padding_right.resolve(containing_width),
                      s.padding_bottom.resolve(containing_width), s.padding_left.resolve(containing_width)};
  const bool collapsed = box.kind == BoxKind::cell && box.content != kNone;
  const Edges border = collapsed ? cell_borders_[box.content]
                                 : Edges{s.border_top_width.points, s.border_right_width.points,
                                         s.border_bottom_width.points, s.border_left_width.points};
  return {border.top + padding.top, border.right + padding.right, border.bottom + padding.bottom,
          border.left + padding.left};
}

float Layouter::fitting_width(BoxIndex index, float available, float containing_width) {
  const auto& box = document_.box(index);
  const auto& style = *box.style;
  const auto edge = edges(index, containing_width).across();
  if (is_replaced(box)) return picture_size(index, containing_width).width + edge;
  auto asked = widths(index);
  const bool is_given = !box.anonymous && style.width.is_fixed();
  const float given = is_given ? border_box_length(style, style.width, containing_width, edge) : 0;
  // Words in the cells of tables are broken before they stick out, but not where they would all the same.
  const float room = std::max(available, given);
  if (asked.min > room + kSlack && pressed_width(*this, index, Words::whole) <= room + kSlack) asked.min = room;
  if (is_given)
    return within(style, box.kind == BoxKind::table ? std::max(given, asked.min) : given, containing_width, edge);
  const float width = std::min(std::max(asked.min, available), asked.max);
  return box.anonymous ? width : within(style, width, containing_width, edge);
}

float Layouter::filling_width(BoxIndex index, float available, float containing_width) {
  const auto& style = *document_.box(index).style;
  const auto edge = edges(index, containing_width).across();
  const float width =
      style.width.is_fixed() ? border_box_length(style, style.width, containing_width, edge) : std::max(available, 0.0F);
  return within(style, width, containing_width, edge);
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
  if (box.kind == BoxKind::table) {
    const auto inner = measure_table(*this, document_, index);
    if (document_.box(index).anonymous) return inner;
    return asked_by_table(*document_.box(index).style, inner, edges(index, 0).across());
  }
  if (box.kind == BoxKind::lines) return measure_lines(box);
  const auto edge = edges(index, 0).across();
  if (is_replaced(box)) {
    const float natural = picture_size(index, 0).width + edge;
    const bool gives_way = box.style->width.has_percent() || box.style->max_width.has_percent();
    return {gives_way ? std::min(natural, kLeastPicture) : natural, natural};
  }
  auto inner = measure_children(index);
  inner = {inner.min + edge, inner.max + edge};
  if (document_.box(index).anonymous) return inner;
  const auto& style = *document_.box(index).style;
  if (document_.box(index).kind == BoxKind::cell) return asked_by_cell(style, inner, edge);
  const auto asked = asked_by_style(style, inner, edge);
  return {asked.min, std::max(asked.min, asked.max)};
}

Widths Layouter::measure_lines(const Box& box) {
  const auto paragraph = box.content;
  const auto& measured = prepared(box);
  Widths asked{measured.min_width, measured.max_width};
  for (const auto& item : document_.items(document_.boxes.paragraphs[paragraph])) {
    if (item.type != ItemType::floating) continue;
    // A float stands beside the line that it is called in.
    const auto width = widths(item.box);
    const float margins = margins_of(document_.box(item.box), 0).across();
    asked.min = std::max(asked.min, width.min + margins);
    asked.max += width.max + margins;
  }
  return asked;
}

float Layouter::least_width(BoxIndex index) {
  const auto& box = document_.box(index);
  if (box.kind == BoxKind::table) return std::min(widths(index).min, measure_table(*this, document_, index).min);
  const bool has_content = box.kind != BoxKind::lines && !is_replaced(box);
  if (!has_content || box.anonymous || !is_definite(box.style->width)) return widths(index).min;
  return std::min(widths(index).min, measure_children(index).min + edges(index, 0).across());
}

Widths Layouter::measure_children(BoxIndex index) {
  const auto& box = document_.box(index);
  ChildWidths children(box);
  for (auto child = box.first_child; child != kNoBox; child = document_.box(child).next) {
    const auto& inner = document_.box(child);
    if (inner.flow == FlowKind::absolute) continue;
    const auto asked = widths(child);
    const auto margins = margins_of(inner, 0).across();
    children.add(inner, {asked.min + margins, asked.max + margins});
  }
  const auto result = children.sum(*box.style);
  return box.kind == BoxKind::columns ? in_columns(*box.style, result) : result;
}

}  // namespace sats::layout
