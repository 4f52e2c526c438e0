#include "sats/layout/pressed_widths.h"

#include <algorithm>
#include <numeric>

#include "sats/layout/box_kinds.h"
#include "sats/layout/table_widths.h"

namespace sats::layout {

namespace {

bool keeps_lines(const ComputedStyle& style) {
  return style.white_space == style::WhiteSpace::nowrap || style.white_space == style::WhiteSpace::pre;
}

float pressed_lines(Layouter& layouter, const Box& lines, float least) {
  const auto& document = layouter.document();
  float width = 0;
  for (const auto& item : document.items(document.boxes.paragraphs[lines.content])) {
    if (item.type == ItemType::text && keeps_lines(*item.style)) return least;
    // A letter is hardly wider than its font is high.
    if (item.type == ItemType::text) width = std::max(width, item.style->font_size);
    if (item.type != ItemType::atomic && item.type != ItemType::floating) continue;
    const float margins = margins_of(document.box(item.box), 0).across();
    width = std::max(width, pressed_width(layouter, item.box, Words::broken) + margins);
  }
  return std::min(width, least);
}

float pressed_children(Layouter& layouter, BoxIndex index, Words words) {
  const auto& document = layouter.document();
  const bool side_by_side =
      is_flex_row(document.box(index)) && document.box(index).style->flex_wrap == style::FlexWrap::nowrap;
  float widest = 0;
  float sum = 0;
  for (auto child = document.box(index).first_child; child != kNoBox; child = document.box(child).next) {
    if (document.box(child).flow == FlowKind::absolute) continue;
    const float width = pressed_width(layouter, child, words) + margins_of(document.box(child), 0).across();
    widest = std::max(widest, width);
    sum += width;
  }
  return side_by_side ? sum : widest;
}

/// What a table's or a cell's style keeps it at; the width of a cell is only what it would like.
float kept_width(Layouter& layouter, BoxIndex index) {
  const auto& box = layouter.document().box(index);
  if (box.anonymous) return 0;
  const auto& style = *box.style;
  const float edge = layouter.edges(index, 0).across();
  const auto given = [&](const css::Length& size) {
    return is_definite(size) ? border_box_length(style, size, 0, edge) : 0;
  };
  return std::max(box.kind == BoxKind::table ? given(style.width) : 0, given(style.min_width));
}

}  // namespace

std::vector<float> pressed_columns(Layouter& layouter, const TableGrid& grid) {
  std::vector<float> widths(grid.column_count, 0);
  for (const auto& cell : grid.cells) {
    if (cell.column_span > 1) continue;
    widths[cell.column] = std::max(widths[cell.column], pressed_width(layouter, cell.box, Words::broken));
  }
  return widths;
}

float pressed_width(Layouter& layouter, BoxIndex index, Words words) {
  const float least = layouter.widths(index).min;
  const auto& box = layouter.document().box(index);
  switch (box.kind) {
    case BoxKind::picture:
    case BoxKind::field:
    case BoxKind::columns: return least;
    case BoxKind::lines: return words == Words::broken ? pressed_lines(layouter, box, least) : least;
    case BoxKind::table: {
      const auto& grid = layouter.grid(index);
      const auto columns = pressed_columns(layouter, grid);
      const float pressed = std::accumulate(columns.begin(), columns.end(), around_columns(layouter, index, grid));
      return std::min(least, std::max(kept_width(layouter, index), pressed));
    }
    default: break;
  }
  if (box.kind != BoxKind::cell && !box.anonymous && is_definite(box.style->width)) return least;
  const float edge = layouter.edges(index, 0).across();
  return std::min(least, std::max(kept_width(layouter, index), pressed_children(layouter, index, words) + edge));
}

void break_words_in(Document& document, BoxIndex index) {
  const auto box = document.box(index);
  if (box.kind == BoxKind::table) return;
  if (box.kind == BoxKind::lines) {
    auto& paragraph = document.boxes.paragraphs[box.content];
    paragraph.breaks_words = true;
    for (const auto& item : document.items(paragraph)) {
      if (item.box != kNoBox) break_words_in(document, item.box);
    }
  }
  for (auto child = box.first_child; child != kNoBox; child = document.box(child).next) break_words_in(document, child);
}

}  // namespace sats::layout
