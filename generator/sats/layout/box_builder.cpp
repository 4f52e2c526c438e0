#include "sats/layout/box_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sats::layout {

using html::kNoNode;
using html::NodeIndex;
using html::NodeKind;
using HtmlTag = html::Tag;
using css::PseudoElement;
using style::Display;
using style::Float;
using style::Position;

namespace {

bool is_out_of_flow(const ComputedStyle& style) {
  return style.position == Position::absolute || style.position == Position::fixed;
}

bool is_inline_level(const ComputedStyle& style) {
  return style.display == Display::inline_ || style.display == Display::inline_block ||
         style.display == Display::inline_table || style.display == Display::inline_flex;
}

BoxKind kind_of(const ComputedStyle& style) {
  switch (style.display) {
    case Display::table:
    case Display::inline_table: return BoxKind::table;
    case Display::table_row_group:
    case Display::table_header_group:
    case Display::table_footer_group: return BoxKind::row_group;
    case Display::table_row: return BoxKind::row;
    case Display::table_cell: return BoxKind::cell;
    case Display::flex:
    case Display::inline_flex: return BoxKind::flex;
    default: return style.column_count > 0 || style.column_width.is_fixed() ? BoxKind::columns : BoxKind::block;
  }
}

bool opens_context(const ComputedStyle& style, BoxKind kind, FlowKind flow) {
  return flow != FlowKind::in_flow || kind != BoxKind::block || style.display == Display::flow_root ||
         style.display == Display::table_caption || style.overflow == style::Overflow::hidden ||
         style.column_span == style::ColumnSpan::all;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::uint16_t span_attribute(std::string_view text) {
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return static_cast<std::uint16_t>(std::clamp(value, 1, 1000));
}

/// What an inline SVG takes over from the text around it: its colour.
std::string svg_css(const ComputedStyle& style) {
  return fmt::format("svg {{ color: #{:02x}{:02x}{:02x} }}", style.color.red, style.color.green, style.color.blue);
}

/// A number of CSS pixels from an attribute, in points; 0 when there is none.
float pixels_attribute(std::string_view text) {
  float value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && (result.ptr == text.data() + text.size() || std::string_view(result.ptr, 1) != "%")
             ? value * 0.75F
             : 0;
}

}  // namespace

BoxBuilder::BoxBuilder(Document& document, std::span<const std::uint32_t> known)
    : document_(document), boxes_(document.boxes), tagging_(document), known_pages_(known) {
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
  count(0, style);
  children(0, TagContext{});
  end_paragraph();
  finish_boxes(boxes_);
}

void BoxBuilder::find_anchors() {
  const auto& tree = document_.tree;
  for (NodeIndex i = 0; i < tree.nodes.size(); ++i) {
    const auto& node = tree.nodes[i];
    for (std::uint32_t j = 0; j < node.attribute_count; ++j) {
      const auto& attribute = tree.attributes[node.first_attribute + j];
      if (attribute.name != "id" || attribute.value.empty() || !ids_.emplace(attribute.value, i).second) continue;
      boxes_.anchors[anchor_for(i)].id = attribute.value;
    }
  }
}

std::uint32_t BoxBuilder::anchor_for(NodeIndex index) {
  if (anchors_[index] == kNone) {
    anchors_[index] = static_cast<std::uint32_t>(boxes_.anchors.size());
    boxes_.anchors.emplace_back().node = index;
  }
  return anchors_[index];
}

std::uint32_t BoxBuilder::anchor_by_address(std::string_view address, NodeIndex from) {
  const auto found = address.starts_with('#') ? ids_.find(address.substr(1)) : ids_.end();
  if (found != ids_.end()) return anchors_[found->second];
  document_.report(base::Severity::warning, "sats.henvisning.ukendt", from, {{"navn", std::string(address)}});
  return kNone;
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
  if (style.display == Display::none) {
    // `title` and the like are not shown, but the strings they set hold from the first page on.
    for (auto inner = index; inner < document_.tree[index].end; ++inner) {
      if (document_.tree[inner].kind == NodeKind::element && style_of(inner).string_set != nullptr)
        note_anchor(inner, style_of(inner), tags);
    }
    return;
  }
  if (style.display == Display::table_column || style.display == Display::table_column_group) {
    bool has_columns = false;
    for (auto child = document_.tree.first_child(index); child != kNoNode; child = document_.tree.next_sibling(child)) {
      has_columns = has_columns || document_.tree[child].kind == NodeKind::element;
    }
    if (has_columns) return children(index, tags);
    const auto column = add_box(BoxKind::block, style, index);
    boxes_.boxes[column].column_span = span_attribute(document_.tree.attribute(index, "span"));
    return attach(column, flow_.container);
  }
  counters_.enter();
  count(index, style);
  const auto outer_link = link_;
  if (style.float_ == Float::footnote && !is_out_of_flow(style)) {
    footnote(index, tags);
  } else {
    const auto tag = document_.tree[index].tag;
    const bool inline_level = is_inline_level(style) && style.float_ == Float::none && !is_out_of_flow(style);
    auto own_tags = tags;
    if (inline_level && !tags.artifact && tags.holds_text == HoldsText::no) own_tags = text_tags(tags);
    if (inline_level && flow_.paragraph != nullptr)
      own_tags.parent = tags.holds_text == HoldsText::no ? flow_.paragraph_tags.parent : own_tags.parent;
    own_tags = tagging_.open(index, style, own_tags);
    note_anchor(index, style, own_tags);
    begin_link(index, own_tags);
    if (tag == HtmlTag::br)
      line_break(index, own_tags);
    else if (tag == HtmlTag::img || tag == HtmlTag::svg)
      picture(index, own_tags);
    else if (tag == HtmlTag::input || tag == HtmlTag::textarea || tag == HtmlTag::select)
      field(index, own_tags);
    else if (style.display == Display::inline_ && inline_level)
      inline_element(index, own_tags);
    else
      block_element(index, own_tags);
  }
  link_ = outer_link;
  counters_.leave();
}

void BoxBuilder::count(NodeIndex index, const ComputedStyle& style) {
  if (style.counter_reset != nullptr) {
    for (const auto& change : style.counter_reset->changes) counters_.reset(change.name, change.value);
  }
  const auto& tree = document_.tree;
  const auto number = [&tree, index](std::string_view name) {
    int value = 0;
    const auto text = tree.attribute(index, name);
    const bool fine = std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
    return fine ? std::optional<int>(std::clamp(value, -1'000'000, 1'000'000)) : std::nullopt;
  };
  if (tree[index].tag == HtmlTag::ol) {
    if (const auto start = number("start")) counters_.reset("list-item", *start - 1);
  }
  if (style.counter_increment != nullptr) {
    for (const auto& change : style.counter_increment->changes) counters_.increment(change.name, change.value);
  }
  if (tree[index].tag == HtmlTag::li) {
    if (const auto value = number("value")) counters_.set("list-item", *value);
  }
  if (style.counter_set != nullptr) {
    for (const auto& change : style.counter_set->changes) counters_.set(change.name, change.value);
  }
}

void BoxBuilder::note_anchor(NodeIndex index, const ComputedStyle& style, const TagContext& tags) {
  const bool has_bookmark = style.bookmark_level > 0;
  if (anchors_[index] == kNone && !has_bookmark && style.string_set == nullptr) return;
  const auto row = anchor_for(index);
  boxes_.anchors[row].tag = tagging_.element_of(index) != kNone ? tagging_.element_of(index) : tags.parent;
  if (has_bookmark) {
    boxes_.anchors[row].bookmark_level = std::clamp(static_cast<int>(style.bookmark_level), 1, 20);
    boxes_.anchors[row].bookmark = style.bookmark_label != nullptr && !style.bookmark_label->items.empty()
                                       ? content_text(index, *style.bookmark_label)
                                       : collapsed(document_.tree.text_content(index));
  }
  if (style.string_set == nullptr) return;
  for (const auto& set : style.string_set->sets) {
    boxes_.anchors[row].strings.push_back({string_name(set.name), content_text(index, set.value)});
  }
}

std::uint16_t BoxBuilder::string_name(std::string_view name) {
  const auto found = std::ranges::find(boxes_.string_names, name);
  if (found != boxes_.string_names.end()) return static_cast<std::uint16_t>(found - boxes_.string_names.begin());
  boxes_.string_names.emplace_back(name);
  return static_cast<std::uint16_t>(boxes_.string_names.size() - 1);
}

std::uint16_t BoxBuilder::page_name(const ComputedStyle& style) {
  if (style.page == nullptr) return 0;
  const auto found = std::ranges::find(boxes_.page_names, style.page->text);
  if (found != boxes_.page_names.end()) return static_cast<std::uint16_t>(found - boxes_.page_names.begin());
  boxes_.page_names.emplace_back(style.page->text);
  return static_cast<std::uint16_t>(boxes_.page_names.size() - 1);
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

BoxIndex BoxBuilder::table_parent(BoxIndex parent, BoxKind kind) {
  // Missing table parts are put in around what needs them (css-tables-3 §3.2).
  const auto anonymous = [this](BoxKind wanted, BoxIndex above) {
    const auto last = boxes_.boxes[above].last_child;
    if (last != kNoBox && boxes_.boxes[last].anonymous && boxes_.boxes[last].kind == wanted) return last;
    const auto made = add_box(wanted, *boxes_.boxes[above].style, kNoNode);
    boxes_.boxes[made].anonymous = true;
    boxes_.boxes[made].own_context = true;
    boxes_.boxes[made].break_before = boxes_.boxes[made].break_after = style::Break::auto_;
    attach(made, above);
    return made;
  };
  const auto above = boxes_.boxes[parent].kind;
  if (kind == BoxKind::cell && above != BoxKind::row) return anonymous(BoxKind::row, table_parent(parent, BoxKind::row));
  if (kind == BoxKind::row && above != BoxKind::row_group && above != BoxKind::table)
    return anonymous(BoxKind::table, parent);
  if (kind == BoxKind::row_group && above != BoxKind::table) return anonymous(BoxKind::table, parent);
  const bool part = kind == BoxKind::cell || kind == BoxKind::row || kind == BoxKind::row_group;
  if (!part && above == BoxKind::row) return anonymous(BoxKind::cell, parent);
  if (!part && (above == BoxKind::row_group || above == BoxKind::table)) {
    return anonymous(BoxKind::cell, anonymous(BoxKind::row, parent));
  }
  return parent;
}

void BoxBuilder::block_element(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  const auto kind = kind_of(style);
  const auto box = add_box(kind, style, index);
  auto flow = FlowKind::in_flow;
  if (is_out_of_flow(style))
    flow = FlowKind::absolute;
  else if (style.float_ != Float::none)
    flow = FlowKind::floating;
  else if (is_inline_level(style))
    flow = FlowKind::atomic;
  boxes_.boxes[box].flow = flow;
  boxes_.boxes[box].own_context = opens_context(style, kind, flow);
  if (kind == BoxKind::cell) {
    boxes_.boxes[box].column_span = span_attribute(document_.tree.attribute(index, "colspan"));
    boxes_.boxes[box].row_span = span_attribute(document_.tree.attribute(index, "rowspan"));
  }
  place_box(box, tags);
  Flow outer = std::exchange(flow_, Flow{});
  flow_.container = box;
  if (style.display == Display::list_item) list_marker(box, index, tags);
  children(index, tags);
  end_paragraph();
  flow_ = std::move(outer);
}

void BoxBuilder::place_box(BoxIndex box, const TagContext& tags) {
  const auto flow = boxes_.boxes[box].flow;
  const auto kind = boxes_.boxes[box].kind;
  if (flow == FlowKind::absolute && boxes_.boxes[box].style->position == Position::fixed) boxes_.fixed_boxes.push_back(box);
  if (flow == FlowKind::in_flow || flow_.paragraph == nullptr || !flow_.paragraph->has_content()) {
    if (flow == FlowKind::in_flow || flow == FlowKind::floating || flow == FlowKind::absolute) {
      const bool inside_words = flow != FlowKind::in_flow && flow_.paragraph != nullptr;
      if (!inside_words) {
        if (flow == FlowKind::in_flow) end_paragraph();
        const auto parent = boxes_.boxes[box].style->display == Display::table_caption ? flow_.container
                                                                                       : table_parent(flow_.container, kind);
        return attach(box, parent);
      }
    }
  }
  InlineItem item;
  item.style = boxes_.boxes[box].style;
  item.box = box;
  item.link = link_;
  item.node = boxes_.boxes[box].node;
  boxes_.boxes[box].parent = flow_.container;
  if (flow == FlowKind::atomic) {
    item.type = ItemType::atomic;
    paragraph(tags, item.style).add_object(item);
  } else {
    item.type = flow == FlowKind::floating ? ItemType::floating : ItemType::absolute;
    paragraph(tags).add_mark(item);
  }
}

TagContext BoxBuilder::text_tags(const TagContext& tags) {
  if (tags.artifact || tags.holds_text != HoldsText::no) return tags;
  if (flow_.paragraph == nullptr || flow_.paragraph_tags.holds_text == HoldsText::no) {
    flow_.paragraph_tags = tagging_.paragraph(tags);
    if (flow_.paragraph == nullptr)
      flow_.paragraph = std::make_unique<ParagraphBuilder>(*boxes_.boxes[flow_.container].style);
  }
  auto inner = flow_.paragraph_tags;
  inner.in_contents = tags.in_contents;
  return inner;
}

ParagraphBuilder& BoxBuilder::paragraph(const TagContext& tags, const ComputedStyle* /*inline_style*/) {
  if (flow_.paragraph == nullptr) {
    flow_.paragraph = std::make_unique<ParagraphBuilder>(*boxes_.boxes[flow_.container].style);
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
    const auto box = add_box(BoxKind::lines, *container.style, kNoNode);
    auto& lines = boxes_.boxes[box];
    lines.anonymous = true;
    lines.content = row;
    lines.break_before = lines.break_after = style::Break::auto_;
    attach(box, table_parent(flow_.container, BoxKind::lines));
  }
  flow_.paragraph.reset();
  flow_.paragraph_tags = {};
}

void BoxBuilder::begin_link(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  if (tree[index].tag != HtmlTag::a || !tree.has_attribute(index, "href")) return;
  const auto address = tree.attribute(index, "href");
  Link link;
  link.node = tags.artifact ? kNone : tagging_.element_of(index);
  if (address.starts_with('#'))
    link.destination = anchor_by_address(address, index);
  else
    link.uri = address;
  link.contents = collapsed(tree.text_content(index));
  if (link.destination == kNone && link.uri.empty()) return;
  link_ = static_cast<std::uint32_t>(document_.out.links.size());
  document_.out.links.push_back(std::move(link));
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
  const auto depth = flow_.open_inlines.size();
  if (flow_.paragraph != nullptr || open.anchor != kNone) paragraph(tags);
  children(index, tags);
  close_inline(depth);
}

void BoxBuilder::text(NodeIndex index, const TagContext& tags) {
  add_text(document_.tree[index].text, style_of(index), index, tags);
}

void BoxBuilder::add_text(std::string_view text, const ComputedStyle& style, NodeIndex index, const TagContext& tags,
                          std::uint32_t number) {
  const bool keeps = style.white_space == style::WhiteSpace::pre || style.white_space == style::WhiteSpace::pre_wrap;
  const bool collapses_here = flow_.paragraph == nullptr || flow_.paragraph->ends_in_space();
  const bool blank = text.find_first_not_of(" \n\t\r\f") == std::string_view::npos;
  if (text.empty() || (blank && !keeps && collapses_here)) return;
  const auto& container = boxes_.boxes[flow_.container];
  if (blank && (container.kind == BoxKind::table || container.kind == BoxKind::row_group || container.kind == BoxKind::row ||
                container.kind == BoxKind::flex))
    return;
  InlineItem like;
  like.style = &style;
  like.node = index;
  like.link = link_;
  like.deferred = number;
  const auto own = text_tags(tags);
  auto& into = paragraph(own);
  like.leaf = tagging_.leaf(own);
  into.add_text(text, like, document_.language(style));
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

void BoxBuilder::inline_part(NodeIndex index, const ComputedStyle& style, std::string_view text, const TagContext& tags) {
  open_part(index, style);
  const auto depth = flow_.open_inlines.size();
  add_text(text, style, index, tags);
  close_inline(depth);
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
  added.flow = is_out_of_flow(style)         ? FlowKind::absolute
               : style.float_ != Float::none ? FlowKind::floating
               : is_inline_level(style)      ? FlowKind::atomic
                                             : FlowKind::in_flow;
  place_box(box, tags);
}

void BoxBuilder::picture(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  PictureBox picture;
  if (tree[index].tag == HtmlTag::svg) {
    auto read = document_.pictures.read(
        std::string(tree.svg_source(index)), "svg",
        {.language = std::string(document_.language(style_of(index))), .css = svg_css(style_of(index))}, document_.problems);
    if (read != nullptr) {
      document_.out.pictures.push_back(std::move(read));
      picture.picture = static_cast<std::uint32_t>(document_.out.pictures.size() - 1);
    }
  } else {
    picture.picture = document_.picture(tree.attribute(index, "src"), index);
  }
  picture.width = pixels_attribute(tree.attribute(index, "width"));
  picture.height = pixels_attribute(tree.attribute(index, "height"));
  picture.alternative = tree.attribute(index, "alt");
  boxes_.pictures.push_back(std::move(picture));
  add_inline_box(index, BoxKind::picture, static_cast<std::uint32_t>(boxes_.pictures.size() - 1), tags);
}

void BoxBuilder::list_marker(BoxIndex box, NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  const auto& marker_style = document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::marker)];
  ListMarker marker;
  marker.type = style.list_style_type;
  marker.style = &marker_style;
  const bool drawn = marker.type == style::ListStyleType::disc || marker.type == style::ListStyleType::circle ||
                     marker.type == style::ListStyleType::square;
  if (marker_style.content != nullptr) {
    marker.text = content_text(index, *marker_style.content);
    marker.type = style::ListStyleType::string;
  } else if (style.list_style_image != nullptr) {
    const auto row = document_.picture(style.list_style_image->text, index);
    if (row != kNone) marker.picture = document_.out.pictures[row];
  } else if (marker.type == style::ListStyleType::string) {
    marker.text = style.list_style_string->text;
  } else if (marker.type == style::ListStyleType::none) {
    return;
  } else if (!drawn) {
    marker.text = counters_.text("list-item", marker.type);
    if (marker.type != style::ListStyleType::dash) marker.text += '.';
  }
  if (style.list_style_position == style::ListStylePosition::inside) {
    const auto shown = drawn ? format_number(1, marker.type) : marker.text;
    InlineItem like;
    like.style = &marker_style;
    like.node = index;
    auto& into = paragraph(text_tags(tags));
    like.leaf = tagging_.label_leaf(tags);
    into.add_text(shown + " ", like, document_.language(marker_style));
    return;
  }
  marker.leaf = tagging_.label_leaf(tags);
  boxes_.boxes[box].marker = static_cast<std::uint32_t>(boxes_.markers.size());
  boxes_.markers.push_back(std::move(marker));
}

void BoxBuilder::footnote(NodeIndex index, const TagContext& tags) {
  const auto& style = style_of(index);
  counters_.increment("footnote", 1);
  const auto own = text_tags(tags);
  const auto& call_style = document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::footnote_call)];
  const auto& marker_style = document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::footnote_marker)];
  auto call_tags = own;
  if (!own.artifact)
    call_tags.parent = document_.out.structure.add(Role::reference, own.parent, document_.tree[index].offset);
  if (call_style.content != nullptr) {
    inline_part(index, call_style, content_text(index, *call_style.content), call_tags);
  }
  const auto note_tags = tagging_.open(index, style, own);
  note_anchor(index, style, note_tags);
  const auto box = add_box(BoxKind::block, style, index);
  boxes_.boxes[box].flow = FlowKind::footnote;
  boxes_.boxes[box].own_context = true;
  boxes_.boxes[box].parent = flow_.container;
  InlineItem item;
  item.type = ItemType::footnote;
  item.style = &style;
  item.box = box;
  item.node = index;
  paragraph(own).add_mark(item);
  Flow outer = std::exchange(flow_, Flow{});
  flow_.container = box;
  const auto outer_link = std::exchange(link_, kNone);
  if (marker_style.content != nullptr)
    inline_part(index, marker_style, content_text(index, *marker_style.content), note_tags);
  children(index, note_tags);
  end_paragraph();
  link_ = outer_link;
  flow_ = std::move(outer);
}

}  // namespace sats::layout
