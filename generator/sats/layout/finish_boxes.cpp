#include <algorithm>

#include "sats/layout/box_builder.h"

namespace sats::layout {

namespace {

using css::Length;
using style::Break;

/// The stronger of a box's own wish and its child's: forced before avoided before none.
Break stronger(Break own, Break child) {
  if (is_forced(own)) return own;
  if (is_forced(child)) return child;
  return own != Break::auto_ ? own : child;
}

bool has_no_edge(const Length& a, const Length& b) { return a == Length{} && b == Length{}; }

bool may_collapse_through(const Box& box) {
  const auto& style = *box.style;
  return box.kind == BoxKind::block && !box.own_context && box.marker == kNone &&
         has_no_edge(style.padding_top, style.padding_bottom) &&
         has_no_edge(style.border_top_width, style.border_bottom_width) &&
         (style.height.is_auto() || style.height == Length{}) &&
         (style.min_height.is_auto() || style.min_height == Length{});
}

}  // namespace

void finish_boxes(BoxTree& boxes) {
  // Children stand behind their parents in the array, so walking backwards meets them first.
  for (std::size_t i = boxes.boxes.size(); i-- > 0;) {
    auto& box = boxes.boxes[i];
    if (box.kind == BoxKind::lines) {
      const auto& paragraph = boxes.paragraphs[box.content];
      box.collapses_through = paragraph.text_end == paragraph.text_begin;
      continue;
    }
    box.collapses_through = may_collapse_through(box);
    const Box* first = nullptr;
    const Box* last = nullptr;
    for (auto child = box.first_child; child != kNoBox; child = boxes.boxes[child].next) {
      const auto& inner = boxes.boxes[child];
      if (inner.flow != FlowKind::in_flow) {
        box.collapses_through = box.collapses_through && inner.flow == FlowKind::absolute;
        continue;
      }
      if (first == nullptr) first = &inner;
      last = &inner;
      box.collapses_through = box.collapses_through && inner.collapses_through;
    }
    if (first == nullptr) continue;
    const bool passes_on = box.kind == BoxKind::block || box.kind == BoxKind::table || box.kind == BoxKind::row_group ||
                           box.kind == BoxKind::row;
    if (!passes_on || box.flow != FlowKind::in_flow) continue;
    if (box.kind != BoxKind::row) {
      box.break_before = stronger(box.break_before, first->break_before);
      box.break_after = stronger(box.break_after, last->break_after);
    }
    if (first->page_start != 0) box.page_start = first->page_start;
    if (last->page_end != 0) box.page_end = last->page_end;
  }
}

}  // namespace sats::layout
