#include <algorithm>

#include "sats/layout/box_builder.h"
#include "sats/layout/box_kinds.h"
#include "sats/text/white_space.h"

namespace sats::layout {

using html::NodeIndex;

TagContext BoxBuilder::text_tags(const TagContext& tags) {
  if (tags.artifact || tags.holds_text != HoldsText::no) return tags;
  if (flow_.paragraph == nullptr || flow_.paragraph_tags.holds_text == HoldsText::no) {
    flow_.paragraph_tags = tagging_.paragraph(tags);
    if (flow_.paragraph == nullptr) begin_paragraph();
  }
  auto inner = flow_.paragraph_tags;
  inner.in_contents = tags.in_contents;
  return inner;
}

void BoxBuilder::begin_paragraph() {
  flow_.paragraph = std::make_unique<ParagraphBuilder>(*boxes_.boxes[flow_.container].style, gaps_.begin_paragraph());
}

ParagraphBuilder& BoxBuilder::paragraph(const TagContext& tags) {
  if (flow_.paragraph == nullptr) {
    begin_paragraph();
    flow_.paragraph_tags = tags;
  }
  for (auto& open : flow_.open_inlines) {
    if (open.begin != kNone) continue;
    InlineItem item = open;
    item.begin = 0;
    const auto row = flow_.paragraph->add_mark(item);
    open.begin = row;
    open.anchor = kNone;
  }
  return *flow_.paragraph;
}

void BoxBuilder::end_paragraph() {
  if (flow_.paragraph == nullptr) return;
  auto& paragraph = *flow_.paragraph;
  for (std::size_t i = flow_.open_inlines.size(); i-- > 0;) {
    auto& open = flow_.open_inlines[i];
    if (open.begin == kNone) continue;
    InlineItem close = open;
    close.type = ItemType::close;
    paragraph.pair(open.begin, paragraph.add_mark(close));
    open.begin = kNone;
  }
  if (paragraph.has_content() || paragraph.item_count() > 0) {
    const auto row = paragraph.finish(document_);
    const auto& container = boxes_.boxes[flow_.container];
    const auto box = add_box(BoxKind::lines, *container.style, html::kNoNode);
    auto& lines = boxes_.boxes[box];
    lines.anonymous = true;
    lines.content = row;
    lines.break_before = lines.break_after = style::Break::auto_;
    attach(box, table_parent(flow_.container, BoxKind::lines));
  }
  flow_.paragraph.reset();
  flow_.paragraph_tags = {};
}

void BoxBuilder::inline_element(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  InlineItem open;
  open.type = ItemType::open;
  open.style = &style;
  open.node = index;
  open.anchor = anchors_[index];
  open.link = link_;
  open.begin = kNone;
  flow_.open_inlines.push_back(open);
  const bool is_relative = style.position == style::Position::relative;
  boxes_.has_relative_inlines = boxes_.has_relative_inlines || is_relative;
  const auto depth = flow_.open_inlines.size();
  // What is placed in it must find it, also before its first word.
  if (flow_.paragraph != nullptr || open.anchor != kNone || is_relative) paragraph(tags);
  children(index, tags);
  close_inline(depth);
}

void BoxBuilder::open_part(NodeIndex index, const ComputedStyle& style) {
  InlineItem open;
  open.type = ItemType::open;
  open.style = &style;
  open.node = index;
  open.link = link_;
  open.begin = kNone;
  flow_.open_inlines.push_back(open);
}

void BoxBuilder::close_inline(std::size_t depth) {
  auto& mine = flow_.open_inlines[depth - 1];
  if (mine.begin != kNone && flow_.paragraph != nullptr) {
    InlineItem close = mine;
    close.type = ItemType::close;
    flow_.paragraph->pair(mine.begin, flow_.paragraph->add_mark(close));
  }
  flow_.open_inlines.resize(depth - 1);
}

void BoxBuilder::inline_part(NodeIndex index, const ComputedStyle& style, const TagContext& tags) {
  open_part(index, style);
  const auto depth = flow_.open_inlines.size();
  generated_items(index, *style.content, style, tags);
  close_inline(depth);
}

void BoxBuilder::add_text(std::string_view text, const TextPlace& place, const TagContext& tags) {
  const auto& style = *place.style;
  const bool keeps = style.white_space == style::WhiteSpace::pre || style.white_space == style::WhiteSpace::pre_wrap;
  const bool collapses_here = flow_.paragraph == nullptr || flow_.paragraph->ends_in_space();
  const bool blank = std::ranges::all_of(text, is_white_space);
  if (text.empty() || (blank && !keeps && collapses_here)) return;
  const auto holder = boxes_.boxes[flow_.container].kind;
  const bool holds_no_words =
      holder == BoxKind::table || holder == BoxKind::row_group || holder == BoxKind::row || holder == BoxKind::flex;
  if (blank && holds_no_words) return;
  InlineItem like;
  like.style = &style;
  like.node = place.node;
  like.link = link_;
  like.deferred = place.number;
  const auto own = text_tags(tags);
  auto& into = paragraph(own);
  like.leaf = tagging_.leaf(own);
  const bool added = into.add_text(text, like, document_.language(style));
  if (added && !blank && !own.artifact) gaps_.note_text(own.parent, into.gaps(), boxes_.boxes[flow_.container].flow);
}

void BoxBuilder::line_break(NodeIndex index, const TagContext& tags) {
  InlineItem item;
  item.style = &style_of(index);
  item.node = index;
  paragraph(text_tags(tags)).add_line_break(item);
}

void BoxBuilder::add_inline_box(NodeIndex index, BoxKind kind, std::uint32_t content, const TagContext& tags) {
  const auto& style = style_of(index);
  const auto box = add_box(kind, style, index);
  auto& added = boxes_.boxes[box];
  added.content = content;
  added.own_context = true;
  added.link = link_;
  added.leaf = tagging_.leaf(tags);
  added.flow = flow_of(style);
  place_box(box, tags);
}

}  // namespace sats::layout
