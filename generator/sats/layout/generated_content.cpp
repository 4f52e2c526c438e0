#include "base/ascii.h"
#include "sats/layout/box_builder.h"
#include "sats/layout/box_kinds.h"
#include "sats/layout/counting.h"
#include "sats/layout/element_text.h"

namespace sats::layout {

using css::ContentItem;
using css::PseudoElement;
using html::NodeIndex;
using style::ListStyleType;

namespace {

/// What style sheets may put into one document; a thousand links that each repeat a chapter would else be a library.
constexpr std::size_t kMostGenerated = std::size_t{4} << 20U;

/// Quotation marks by language when the theme names none; Danish printing practice first.
struct QuoteRow {
  std::string_view language;
  std::string_view open;
  std::string_view close;
  std::string_view inner_open;
  std::string_view inner_close;
};
constexpr QuoteRow kQuotes[] = {
    {"da", "»", "«", "›", "‹"}, {"nb", "«", "»", "‘", "’"},     {"sv", "”", "”", "’", "’"},
    {"de", "„", "“", "‚", "‘"}, {"fr", "« ", " »", "‹ ", " ›"}, {"", "“", "”", "‘", "’"},
};

/// Whether a piece of content is known as text when boxes are built: all but page numbers, leaders and pictures.
bool is_text(const ContentItem& item) {
  using Kind = ContentItem::Kind;
  const bool page_number = item.text == "page" && (item.kind == Kind::target_counter || item.kind == Kind::counter);
  return !page_number && item.kind != Kind::leader && item.kind != Kind::picture;
}

}  // namespace

std::string BoxBuilder::quote(const ContentItem& item, const ComputedStyle& style) {
  using Kind = ContentItem::Kind;
  const bool opens = item.kind == Kind::open_quote || item.kind == Kind::no_open_quote;
  if (!opens && quote_depth_ > 0) --quote_depth_;
  const auto level = static_cast<std::size_t>(quote_depth_);
  if (opens) ++quote_depth_;
  if (item.kind == Kind::no_open_quote || item.kind == Kind::no_close_quote) return {};
  if (style.quotes != nullptr) {
    if (style.quotes->pairs.empty()) return {};
    const auto& pair = style.quotes->pairs[std::min(level, style.quotes->pairs.size() - 1)];
    return std::string(opens ? pair.first : pair.second);
  }
  const auto language = document_.language(style);
  for (const auto& row : kQuotes) {
    if (!language.starts_with(row.language)) continue;
    if (level % 2 == 0) return std::string(opens ? row.open : row.close);
    return std::string(opens ? row.inner_open : row.inner_close);
  }
  return {};
}

void BoxBuilder::generated(NodeIndex index, PseudoElement which, const TagContext& tags) {
  const auto row = document_.styled.nodes[index].of(which);
  if (row == style::kNoStyle) return;
  const auto& style = document_.styled.styles[row];
  counters_.enter();
  count_generated(style, counters_);
  const bool inline_level = style.display == style::Display::inline_ && style.float_ == style::Float::none;
  if (inline_level)
    inline_part(index, style, tags);
  else
    generated_box(index, style, tags);
  counters_.leave();
}

void BoxBuilder::generated_box(NodeIndex index, const ComputedStyle& style, const TagContext& tags) {
  const auto kind = kind_of(style);
  const auto box = add_box(kind, style, html::kNoNode);
  const auto flow = flow_of(style);
  boxes_.boxes[box].flow = flow;
  boxes_.boxes[box].own_context = opens_context(style, kind, flow);
  place_box(box, tags);
  Flow outer = std::exchange(flow_, Flow{});
  flow_.container = box;
  generated_items(index, *style.content, style, tags);
  end_paragraph();
  flow_ = std::move(outer);
}

void BoxBuilder::generated_items(NodeIndex index, const css::ContentList& content, const ComputedStyle& style,
                                 const TagContext& tags) {
  // Texts beside each other are one text, so that they are shaped and read as one.
  std::string text;
  const auto add = [&] {
    if (!text.empty()) add_text(std::exchange(text, {}), {&style, index}, tags);
  };
  for (const auto& item : content.items) {
    if (is_text(item)) {
      text += item_text(index, item);
      continue;
    }
    add();
    generated_item(index, item, style, tags);
  }
  add();
}

std::string BoxBuilder::expected_number(const PageNumber& number) const {
  if (number.anchor < known_.size() && known_[number.anchor]) return format_number(*known_[number.anchor], number.style);
  // As many digits as the document is likely to need: about two thousand bytes of HTML make a page.
  const auto pages = document_.tree.source.size() / 2000;
  return pages < 9 ? "0" : pages < 99 ? "00" : "000";
}

void BoxBuilder::generated_item(NodeIndex index, const ContentItem& item, const ComputedStyle& style,
                                const TagContext& tags) {
  using Kind = ContentItem::Kind;
  if (item.kind == Kind::leader) return generated_leader(index, item, style, tags);
  if (item.kind == Kind::picture) return generated_picture(index, item.text, style, tags);
  generated_number(index, item, style, tags);
}

void BoxBuilder::generated_leader(NodeIndex index, const ContentItem& item, const ComputedStyle& style,
                                  const TagContext& tags) {
  InlineItem leader;
  leader.type = ItemType::leader;
  leader.style = &style;
  leader.node = index;
  // The pattern's text is found again through the style's content.
  leader.deferred = static_cast<std::uint32_t>(&item - style.content->items.data());
  paragraph(text_tags(tags)).add_object(leader);
}

void BoxBuilder::generated_picture(NodeIndex index, std::string_view address, const ComputedStyle& style,
                                   const TagContext& tags) {
  const auto row = document_.picture(address, index);
  if (row == kNone) return;
  PictureBox picture;
  picture.picture = row;
  boxes_.pictures.push_back(picture);
  const auto box = add_box(BoxKind::picture, style, html::kNoNode);
  auto& added = boxes_.boxes[box];
  added.anonymous = true;
  added.content = static_cast<std::uint32_t>(boxes_.pictures.size() - 1);
  added.flow = FlowKind::atomic;
  added.own_context = true;
  auto artifact = tags;
  artifact.artifact = true;
  place_box(box, artifact);
}

std::uint32_t BoxBuilder::target_of(NodeIndex index, const css::Target& target) {
  return anchor_by_address(
      target.attribute.empty() ? target.address : document_.tree.attribute(index, base::lower_ascii(target.attribute)),
      index);
}

void BoxBuilder::generated_number(NodeIndex index, const ContentItem& item, const ComputedStyle& style,
                                  const TagContext& tags) {
  PageNumber number;
  number.style = static_cast<ListStyleType>(item.list_style);
  if (item.kind == ContentItem::Kind::target_counter) {
    number.anchor = target_of(index, item.target);
    if (number.anchor == kNone) return;
  }
  boxes_.numbers.push_back(number);
  add_text(expected_number(number), {&style, index, static_cast<std::uint32_t>(boxes_.numbers.size() - 1)}, tags);
}

std::string BoxBuilder::content_text(NodeIndex index, const css::ContentList& content) {
  std::string text;
  for (const auto& item : content.items) text += item_text(index, item);
  return text;
}

std::string BoxBuilder::item_text(NodeIndex index, const ContentItem& item) {
  if (generated_bytes_ > kMostGenerated) return {};
  auto text = item_value(index, item);
  generated_bytes_ += text.size();
  if (generated_bytes_ > kMostGenerated) {
    document_.report(base::Severity::error, "sats.for-meget-indsat", index,
                     {{"grænse", std::to_string(kMostGenerated >> 20U) + " MB"}});
  }
  return text;
}

std::string BoxBuilder::item_value(NodeIndex index, const ContentItem& item) {
  using Kind = ContentItem::Kind;
  const auto& tree = document_.tree;
  const auto list_style = static_cast<ListStyleType>(item.list_style);
  switch (item.kind) {
    case Kind::text: return std::string(item.text);
    case Kind::attribute: return std::string(tree.attribute(index, base::lower_ascii(item.text)));
    case Kind::counter: return counters_.text(item.text, list_style);
    case Kind::counters: return counters_.texts(item.text, item.separator, list_style);
    case Kind::open_quote:
    case Kind::close_quote:
    case Kind::no_open_quote:
    case Kind::no_close_quote: return quote(item, style_of(index));
    case Kind::target_counter:
    case Kind::target_counters: return target_counter(index, item);
    case Kind::element_text: return part_of(index, item.part);
    case Kind::target_text: {
      const auto anchor = target_of(index, item.target);
      return anchor == kNone ? std::string() : part_of_target(boxes_.anchors[anchor].node, item.part);
    }
    default: return {};
  }
}

}  // namespace sats::layout
