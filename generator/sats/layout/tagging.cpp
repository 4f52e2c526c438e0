#include "sats/layout/tagging.h"

#include <algorithm>
#include <array>

#include "sats/layout/element_text.h"
#include "sats/page/tag_nesting.h"

namespace sats::layout {

namespace {

using html::NodeIndex;
using style::Display;

struct RoleRow {
  HtmlTag tag;
  Role role;
  HoldsText holds;
};

/// What HTML elements are in the tag tree (ISO 32000-1, 14.8.4). Elements that are not here pass their content on.
constexpr std::array kRoles = std::to_array<RoleRow>({
    {HtmlTag::article, Role::section, HoldsText::no},
    {HtmlTag::section, Role::section, HoldsText::no},
    {HtmlTag::aside, Role::section, HoldsText::no},
    {HtmlTag::nav, Role::section, HoldsText::no},
    {HtmlTag::blockquote, Role::block_quote, HoldsText::no},
    {HtmlTag::p, Role::paragraph, HoldsText::yes},
    {HtmlTag::pre, Role::paragraph, HoldsText::yes},
    {HtmlTag::h1, Role::heading_1, HoldsText::yes},
    {HtmlTag::h2, Role::heading_2, HoldsText::yes},
    {HtmlTag::h3, Role::heading_3, HoldsText::yes},
    {HtmlTag::h4, Role::heading_4, HoldsText::yes},
    {HtmlTag::h5, Role::heading_5, HoldsText::yes},
    {HtmlTag::h6, Role::heading_6, HoldsText::yes},
    {HtmlTag::ul, Role::list, HoldsText::no},
    {HtmlTag::ol, Role::list, HoldsText::no},
    {HtmlTag::dl, Role::list, HoldsText::no},
    {HtmlTag::table, Role::table, HoldsText::no},
    {HtmlTag::thead, Role::table_head, HoldsText::no},
    {HtmlTag::tbody, Role::table_body, HoldsText::no},
    {HtmlTag::tfoot, Role::table_foot, HoldsText::no},
    {HtmlTag::tr, Role::table_row, HoldsText::no},
    {HtmlTag::th, Role::table_header_cell, HoldsText::mixed},
    {HtmlTag::td, Role::table_data_cell, HoldsText::mixed},
    {HtmlTag::caption, Role::caption, HoldsText::mixed},
    {HtmlTag::figcaption, Role::caption, HoldsText::mixed},
    {HtmlTag::figure, Role::division, HoldsText::no},
    {HtmlTag::img, Role::figure, HoldsText::yes},
    {HtmlTag::svg, Role::figure, HoldsText::yes},
    {HtmlTag::math, Role::formula, HoldsText::yes},
});

ListNumbering numbering_of(style::ListStyleType type) {
  using T = style::ListStyleType;
  switch (type) {
    case T::disc: return ListNumbering::disc;
    case T::circle: return ListNumbering::circle;
    case T::square: return ListNumbering::square;
    case T::decimal:
    case T::decimal_leading_zero: return ListNumbering::decimal;
    case T::lower_alpha: return ListNumbering::lower_alpha;
    case T::upper_alpha: return ListNumbering::upper_alpha;
    case T::lower_roman: return ListNumbering::lower_roman;
    case T::upper_roman: return ListNumbering::upper_roman;
    default: return ListNumbering::none;
  }
}

bool is_inline(const ComputedStyle& style) { return style.display == Display::inline_; }

}  // namespace

Tagging::Tagging(Document& document) : document_(document), structure_(document.out.structure) {
  elements_.assign(document.tree.nodes.size(), kNone);
  structure_.add(Role::document, kNone, 0);
}

TagContext Tagging::with(NodeId parent, HoldsText holds, const TagContext& context) const {
  TagContext inner = context;
  inner.parent = parent;
  inner.holds_text = holds;
  inner.only_looks = false;
  return inner;
}

NodeId Tagging::add(Role role, NodeIndex node, const TagContext& context) {
  const auto element = put(role, context.parent, document_.tree[node].offset);
  elements_[node] = element;
  describe(element, node);
  return element;
}

void Tagging::describe(NodeId element, NodeIndex node) {
  const auto& html = document_.tree[node];
  if (html.tag == HtmlTag::math) structure_.attributes_of(element).alternative = element_text(document_, node);
  if (const auto title = document_.tree.svg_title(node); !title.empty())
    structure_.attributes_of(element).alternative = title;
  for (std::uint32_t i = 0; i < html.attribute_count; ++i) {
    const auto& attribute = document_.tree.attributes[html.first_attribute + i];
    if (attribute.name == "lang") structure_.attributes_of(element).language = attribute.value;
    if (attribute.name == "alt" || attribute.name == "alttext")
      structure_.attributes_of(element).alternative = std::string(attribute.value);
    if (attribute.name == "aria-label" && structure_.nodes[element].role == Role::figure) {
      structure_.attributes_of(element).alternative = std::string(attribute.value);
    }
    if (attribute.name == "title" && html.tag != HtmlTag::abbr) structure_.attributes_of(element).title = attribute.value;
    if (attribute.name == "summary") structure_.attributes_of(element).summary = attribute.value;
  }
}

bool Tagging::is_silent(NodeIndex node) const {
  const auto& tree = document_.tree;
  const auto tag = tree[node].tag;
  const bool is_picture = tag == HtmlTag::img || tag == HtmlTag::svg;
  if (tag == HtmlTag::hr || tree.attribute(node, "aria-hidden") == "true") return true;
  const auto role = tree.attribute(node, "role");
  if (is_picture && (role == "presentation" || role == "none")) return true;
  // An alternative that is said and empty: the picture is only decoration.
  return is_picture && role != "img" && tree.has_attribute(node, "alt") && tree.attribute(node, "alt").empty();
}

TagContext Tagging::open(NodeIndex node, const ComputedStyle& style, const TagContext& context) {
  if (context.artifact || is_silent(node)) {
    TagContext inner = context;
    inner.artifact = true;
    return inner;
  }
  // A field is a field, whatever role it is given.
  if (html::is_control(document_.tree[node].tag) && style.float_ != style::Float::footnote)
    return with(add(Role::form, node, context), HoldsText::yes, context);
  if (const auto looks = open_looks(node, context)) return *looks;
  if (const auto said = open_by_role(node, style, context)) {
    // A link is a link too, whatever else it is.
    return document_.tree[node].tag == HtmlTag::a ? open_inline(node, *said) : *said;
  }
  if (const auto tagged = open_by_tag(node, style, context)) return *tagged;
  if (is_inline(style) || document_.tree[node].tag == HtmlTag::a) return open_inline(node, context);
  // A block without a role: text below a cell or list body gets paragraphs again.
  TagContext inner = context;
  if (context.holds_text == HoldsText::mixed) inner.holds_text = HoldsText::no;
  return inner;
}

std::optional<TagContext> Tagging::open_by_role(NodeIndex node, const ComputedStyle& style, const TagContext& context) {
  const auto role = document_.tree.attribute(node, "role");
  if (role == "presentation" || role == "none") return context;
  if (role == "img") return with(add(Role::figure, node, context), HoldsText::yes, context);
  if (role == "doc-toc" || role == "directory") return open_contents(node, context);
  if (style.float_ != style::Float::footnote && role != "doc-footnote" && role != "note") return std::nullopt;
  const auto note = add(Role::note, node, context);
  structure_.attributes_of(note).id = "note-" + std::to_string(note);
  return with(note, HoldsText::mixed, context);
}

TagContext Tagging::open_contents(NodeIndex node, const TagContext& context) {
  // A table of contents is nothing but its entries; the heading above them stands beside it.
  const auto tag = document_.tree[node].tag;
  const auto role = tag == HtmlTag::ul || tag == HtmlTag::ol ? Role::toc : Role::section;
  TagContext inner = with(add(role, node, context), HoldsText::no, context);
  inner.in_contents = true;
  return inner;
}

std::optional<TagContext> Tagging::open_by_tag(NodeIndex node, const ComputedStyle& style, const TagContext& context) {
  const auto tag = document_.tree[node].tag;
  if (context.in_contents && (tag == HtmlTag::ul || tag == HtmlTag::ol))
    return with(add(Role::toc, node, context), HoldsText::no, context);
  if (context.in_contents && tag == HtmlTag::li) return with(add(Role::toc_item, node, context), HoldsText::yes, context);
  if (tag == HtmlTag::li) return open_list_item(node, context);
  if (tag == HtmlTag::dt || tag == HtmlTag::dd) return open_description(node, context);
  const auto* row = std::ranges::find(kRoles, tag, &RoleRow::tag);
  if (row == kRoles.end()) return std::nullopt;
  const auto element = add(row->role, node, context);
  if (row->role == Role::list)
    structure_.attributes_of(element).numbering =
        tag == HtmlTag::dl ? ListNumbering::none : numbering_of(style.list_style_type);
  if (row->role == Role::table_header_cell || row->role == Role::table_data_cell) describe_cell(element, node);
  return with(element, row->holds, context);
}

TagContext Tagging::open_inline(NodeIndex node, const TagContext& context) {
  const auto& tree = document_.tree;
  const auto tag = tree[node].tag;
  if (tag == HtmlTag::a && !tree.attribute(node, "href").empty()) {
    TagContext outer = context;
    if (context.in_contents) {
      outer.parent = put(Role::reference, context.parent, tree[node].offset);
    }
    return with(add(Role::link, node, outer), HoldsText::yes, context);
  }
  if (tag == HtmlTag::q) return with(add(Role::quote, node, context), HoldsText::yes, context);
  if (tag == HtmlTag::code || tag == HtmlTag::kbd || tag == HtmlTag::samp) {
    return with(add(Role::code, node, context), HoldsText::yes, context);
  }
  if (tree.has_attribute(node, "lang")) return with(add(Role::span, node, context), HoldsText::yes, context);
  return context;
}

TagContext Tagging::open_list_item(NodeIndex node, const TagContext& context) {
  const auto item = add(Role::list_item, node, context);
  labels_.resize(structure_.nodes.size() + 1, kNone);
  const auto label = put(Role::label, item, document_.tree[node].offset);
  const auto body = put(Role::list_body, item, document_.tree[node].offset);
  labels_.resize(structure_.nodes.size(), kNone);
  labels_[body] = label;
  return with(body, HoldsText::mixed, context);
}

TagContext Tagging::open_description(NodeIndex node, const TagContext& context) {
  // dt begins an item of the list and dd is its body; what the item is, the walk learns from the dt before.
  auto& tree = document_.tree;
  const bool term = tree[node].tag == HtmlTag::dt;
  NodeId item = kNone;
  if (!term) {
    for (auto before = node; before-- > 0 && tree[node].parent != html::kNoNode && before > tree[node].parent;) {
      if (tree[before].parent == tree[node].parent && tree[before].tag == HtmlTag::dt && elements_[before] != kNone) {
        item = structure_.nodes[elements_[before]].parent;
        break;
      }
    }
  }
  TagContext outer = context;
  outer.parent = item != kNone ? item : put(Role::list_item, context.parent, tree[node].offset);
  return with(add(term ? Role::label : Role::list_body, node, outer), HoldsText::mixed, context);
}

NodeId Tagging::put(Role role, NodeId parent, std::uint32_t source_offset) {
  if (const auto missing = missing_between(structure_.nodes[parent].role, role))
    return put(role, around_stray(*missing, parent, source_offset), source_offset);
  if (!strays_.empty())
    strays_.erase(strays_.lower_bound({parent, Role::content}), strays_.lower_bound({parent + 1, Role::content}));
  return structure_.add(role, parent, source_offset);
}

NodeId Tagging::around_stray(Role role, NodeId parent, std::uint32_t source_offset) {
  if (const auto open = strays_.find({parent, role}); open != strays_.end()) return open->second;
  const auto made = put(role, parent, source_offset);
  strays_[{parent, role}] = made;
  return made;
}

NodeId Tagging::leaf(const TagContext& context) { return context.artifact ? kNone : put(Role::content, context.parent); }

TagContext Tagging::paragraph(const TagContext& context) {
  if (context.artifact) return context;
  return with(put(Role::paragraph, context.parent), HoldsText::yes, context);
}

NodeId Tagging::label_leaf(const TagContext& item) {
  if (item.artifact || item.only_looks || item.parent >= labels_.size() || labels_[item.parent] == kNone) return kNone;
  // One sign for an item: a box inside it that is shaped like an item of its own has none.
  return structure_.add(Role::content, std::exchange(labels_[item.parent], kNone));
}

}  // namespace sats::layout
