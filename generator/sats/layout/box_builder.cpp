#include "sats/layout/box_builder.h"

#include "sats/layout/box_kinds.h"
#include "sats/layout/counting.h"

namespace sats::layout {

using css::PseudoElement;
using html::kNoNode;
using html::NodeIndex;
using html::NodeKind;
using style::Display;
using style::Float;

BoxBuilder::BoxBuilder(Document& document, std::span<const KnownNumber> known)
    : document_(document), boxes_(document.boxes), tagging_(document), gaps_(boxes_, document.out.structure), known_(known) {
  anchors_.assign(document.tree.nodes.size(), kNone);
}

void BoxBuilder::build() {
  find_anchors();
  boxes_.boxes.reserve(document_.tree.nodes.size());
  const auto& style = style_of(0);
  boxes_.root = add_box(kind_of(style) == BoxKind::columns ? BoxKind::columns : BoxKind::block, style, 0);
  boxes_.boxes[boxes_.root].own_context = true;
  flow_.container = boxes_.root;
  counters_.enter();
  count_element(document_.tree, 0, style, counters_);
  children(0, TagContext{});
  end_paragraph();
  tagging_.make_tables_regular();
  tagging_.check_headers();
  finish_boxes(boxes_);
}

void BoxBuilder::node(NodeIndex index, const TagContext& tags) {
  if (document_.tree[index].kind == NodeKind::text)
    text(index, tags);
  else
    element(index, tags);
}

void BoxBuilder::children(NodeIndex index, const TagContext& tags) {
  generated(index, PseudoElement::before, tags);
  for (auto child = document_.tree.first_child(index); child != kNoNode; child = document_.tree.next_sibling(child))
    node(child, tags);
  generated(index, PseudoElement::after, tags);
}

void BoxBuilder::element(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  if (style.display == Display::none) return hidden_element(index, tags);
  if (style.display == Display::table_column || style.display == Display::table_column_group)
    return table_column(index, tags);
  counters_.enter();
  count_element(document_.tree, index, style, counters_);
  const auto outer_link = link_;
  if (style.float_ == Float::footnote && !is_out_of_flow(style))
    footnote(index, tags);
  else
    shown_element(index, tags);
  link_ = outer_link;
  counters_.leave();
}

void BoxBuilder::hidden_element(NodeIndex index, const TagContext& tags) {
  report_unshown(index, tags);
  // `title` and the like are not shown, but the strings they set hold from the first page on.
  for (auto inner = index; inner < document_.tree[index].end; ++inner) {
    if (document_.tree[inner].kind == NodeKind::element && style_of(inner).string_set != nullptr)
      note_anchor(inner, style_of(inner), tags);
  }
}

void BoxBuilder::table_column(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  bool has_columns = false;
  for (auto child = tree.first_child(index); child != kNoNode; child = tree.next_sibling(child))
    has_columns = has_columns || tree[child].kind == NodeKind::element;
  const auto column = add_box(BoxKind::block, style_of(index), index);
  attach(column, flow_.container);
  if (has_columns) {
    const auto table = std::exchange(flow_.container, column);
    for (auto child = tree.first_child(index); child != kNoNode; child = tree.next_sibling(child)) {
      if (tree[child].kind == NodeKind::element) element(child, tags);
    }
    flow_.container = table;
    return;
  }
  boxes_.boxes[column].column_span = span_attribute(tree.attribute(index, "span"));
}

void BoxBuilder::shown_element(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  const auto tag = document_.tree[index].tag;
  const bool inline_level = is_inline_level(style) && style.float_ == Float::none && !is_out_of_flow(style);
  auto own_tags = tags;
  if (inline_level && !tags.artifact && tags.holds_text == HoldsText::no) own_tags = text_tags(tags);
  if (inline_level && flow_.paragraph != nullptr && tags.holds_text == HoldsText::no)
    own_tags.parent = flow_.paragraph_tags.parent;
  own_tags = tagging_.open(index, style, own_tags);
  note_anchor(index, style, own_tags);
  begin_link(index, own_tags);
  report_unshown(index, own_tags);
  if (tag == HtmlTag::br)
    line_break(index, own_tags);
  else if (tag == HtmlTag::img || tag == HtmlTag::svg)
    picture(index, own_tags);
  else if (html::is_control(tag))
    field(index, own_tags);
  else if (style.display == Display::inline_ && inline_level)
    inline_element(index, own_tags);
  else
    block_element(index, own_tags);
}

BoxIndex BoxBuilder::add_box(BoxKind kind, const ComputedStyle& style, NodeIndex index) {
  Box box;
  box.kind = kind;
  box.style = &style;
  box.node = index;
  box.break_before = style.break_before;
  box.break_after = style.break_after;
  box.page_start = box.page_end = page_name(style);
  if (index != kNoNode) box.anchor = anchors_[index];
  boxes_.boxes.push_back(box);
  return static_cast<BoxIndex>(boxes_.boxes.size() - 1);
}

void BoxBuilder::attach(BoxIndex box, BoxIndex parent) {
  auto& above = boxes_.boxes[parent];
  boxes_.boxes[box].parent = parent;
  if (above.last_child == kNoBox)
    above.first_child = box;
  else
    boxes_.boxes[above.last_child].next = box;
  above.last_child = box;
}

void BoxBuilder::text(NodeIndex index, const TagContext& tags) {
  add_text(document_.tree[index].text, {&style_of(index), index}, tags);
}

}  // namespace sats::layout
