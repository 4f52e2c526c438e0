#include "sats/layout/box_builder.h"

namespace sats::layout {

using css::PseudoElement;
using html::NodeIndex;

void BoxBuilder::footnote(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  counters_.increment("footnote", 1);
  const auto own = text_tags(tags);
  footnote_call(index, own);
  const auto note_tags = tagging_.open(index, style, own);
  note_anchor(index, style, note_tags);
  const auto box = add_box(BoxKind::block, style, index);
  boxes_.has_footnotes = true;
  boxes_.boxes[box].flow = FlowKind::footnote;
  boxes_.boxes[box].own_context = true;
  boxes_.boxes[box].parent = flow_.container;
  InlineItem item;
  item.type = ItemType::footnote;
  item.style = &style;
  item.box = box;
  item.node = index;
  paragraph(own).add_mark(item);
  footnote_content(index, box, note_tags);
}

void BoxBuilder::footnote_call(NodeIndex index, const TagContext& tags) {
  const auto& style = document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::footnote_call)];
  auto call_tags = tags;
  if (!tags.artifact) call_tags.parent = tagging_.put(Role::reference, tags.parent, document_.tree[index].offset);
  if (style.content != nullptr) inline_part(index, style, call_tags);
}

void BoxBuilder::footnote_content(NodeIndex index, BoxIndex box, const TagContext& tags) {
  const auto& style = document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::footnote_marker)];
  Flow outer = std::exchange(flow_, Flow{});
  flow_.container = box;
  const auto outer_link = std::exchange(link_, kNone);
  if (style.content != nullptr) inline_part(index, style, tags);
  children(index, tags);
  end_paragraph();
  link_ = outer_link;
  flow_ = std::move(outer);
}

}  // namespace sats::layout
