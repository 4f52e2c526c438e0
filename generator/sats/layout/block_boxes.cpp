#include "sats/layout/box_builder.h"
#include "sats/layout/box_kinds.h"

namespace sats::layout {

using html::NodeIndex;

BoxIndex BoxBuilder::anonymous_box(BoxKind kind, BoxIndex parent) {
  const auto last = boxes_.boxes[parent].last_child;
  if (last != kNoBox && boxes_.boxes[last].anonymous && boxes_.boxes[last].kind == kind) return last;
  const auto made = add_box(kind, *boxes_.boxes[parent].style, html::kNoNode);
  auto& box = boxes_.boxes[made];
  box.anonymous = true;
  box.own_context = true;
  box.break_before = box.break_after = style::Break::auto_;
  attach(made, parent);
  return made;
}

BoxIndex BoxBuilder::table_parent(BoxIndex parent, BoxKind kind) {
  // Missing table parts are put in around what needs them (css-tables-3 §3.2).
  const auto above = boxes_.boxes[parent].kind;
  if (kind == BoxKind::cell && above != BoxKind::row) return anonymous_box(BoxKind::row, table_parent(parent, BoxKind::row));
  if (kind == BoxKind::row && above != BoxKind::row_group && above != BoxKind::table)
    return anonymous_box(BoxKind::table, parent);
  if (kind == BoxKind::row_group && above != BoxKind::table) return anonymous_box(BoxKind::table, parent);
  const bool part = kind == BoxKind::cell || kind == BoxKind::row || kind == BoxKind::row_group;
  if (!part && above == BoxKind::row) return anonymous_box(BoxKind::cell, parent);
  if (!part && (above == BoxKind::row_group || above == BoxKind::table))
    return anonymous_box(BoxKind::cell, anonymous_box(BoxKind::row, parent));
  return parent;
}

void BoxBuilder::block_element(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  const auto kind = kind_of(style);
  const auto box = add_box(kind, style, index);
  const auto flow = flow_of(style);
  boxes_.boxes[box].flow = flow;
  boxes_.boxes[box].own_context = opens_context(style, kind, flow);
  if (kind == BoxKind::cell) {
    boxes_.boxes[box].column_span = span_attribute(document_.tree.attribute(index, "colspan"));
    boxes_.boxes[box].row_span = row_span_attribute(document_.tree.attribute(index, "rowspan"));
  }
  place_box(box, tags);
  Flow outer = std::exchange(flow_, Flow{});
  flow_.container = box;
  if (style.display == style::Display::list_item) list_marker(box, index, tags);
  children(index, tags);
  end_paragraph();
  flow_ = std::move(outer);
}

void BoxBuilder::place_box(BoxIndex box, const TagContext& tags) {
  const auto flow = boxes_.boxes[box].flow;
  const auto& style = *boxes_.boxes[box].style;
  if (flow == FlowKind::absolute && style.position == style::Position::fixed) boxes_.fixed_boxes.push_back(box);
  const bool among_words = flow == FlowKind::atomic || (flow != FlowKind::in_flow && flow_.paragraph != nullptr);
  if (among_words) return place_in_line(box, tags);
  if (flow == FlowKind::in_flow) end_paragraph();
  const bool caption = style.display == style::Display::table_caption;
  attach(box, caption ? flow_.container : table_parent(flow_.container, boxes_.boxes[box].kind));
}

void BoxBuilder::place_in_line(BoxIndex box, const TagContext& tags) {
  InlineItem item;
  item.style = boxes_.boxes[box].style;
  item.box = box;
  item.link = link_;
  item.node = boxes_.boxes[box].node;
  boxes_.boxes[box].parent = flow_.container;
  const auto flow = boxes_.boxes[box].flow;
  if (flow == FlowKind::atomic) {
    item.type = ItemType::atomic;
    paragraph(tags).add_object(item);
  } else {
    item.type = flow == FlowKind::floating ? ItemType::floating : ItemType::absolute;
    paragraph(tags).add_mark(item);
  }
}

}  // namespace sats::layout
