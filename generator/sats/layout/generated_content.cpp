#include "sats/layout/box_builder.h"

namespace sats::layout {

using css::ContentItem;
using css::PseudoElement;
using html::NodeIndex;
using style::ListStyleType;

namespace {

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
  if (style.counter_reset != nullptr) {
    for (const auto& change : style.counter_reset->changes) counters_.reset(change.name, change.value);
  }
  if (style.counter_increment != nullptr) {
    for (const auto& change : style.counter_increment->changes) counters_.increment(change.name, change.value);
  }
  const bool inline_level = style.display == style::Display::inline_ && style.float_ == style::Float::none;
  if (inline_level) {
    open_part(index, style);
    const auto depth = flow_.open_inlines.size();
    generated_items(index, *style.content, style, tags);
    close_inline(depth);
  } else {
    const bool table = style.display == style::Display::table_cell;
    const auto box = add_box(table                                   ? BoxKind::cell
                             : style.display == style::Display::flex ? BoxKind::flex
                                                                     : BoxKind::block,
                             style, html::kNoNode);
    auto& added = boxes_.boxes[box];
    const bool out = style.position == style::Position::absolute || style.position == style::Position::fixed;
    added.flow = out                                             ? FlowKind::absolute
                 : style.float_ != style::Float::none            ? FlowKind::floating
                 : style.display == style::Display::inline_block ? FlowKind::atomic
                                                                 : FlowKind::in_flow;
    added.own_context = added.flow != FlowKind::in_flow || added.kind != BoxKind::block;
    place_box(box, tags);
    Flow outer = std::exchange(flow_, Flow{});
    flow_.container = box;
    generated_items(index, *style.content, style, tags);
    end_paragraph();
    flow_ = std::move(outer);
  }
  counters_.leave();
}

void BoxBuilder::generated_items(NodeIndex index, const css::ContentList& content, const ComputedStyle& style,
                                 const TagContext& tags) {
  for (const auto& item : content.items) generated_item(index, item, style, tags);
}

std::string BoxBuilder::expected_number(const PageNumber& number) const {
  if (number.anchor < known_pages_.size() && known_pages_[number.anchor] != kNone) {
    return format_number(static_cast<int>(known_pages_[number.anchor]) + 1, number.style);
  }
  // As many digits as the document is likely to need: about two thousand bytes of HTML make a page.
  const auto pages = document_.tree.source.size() / 2000;
  return pages < 9 ? "0" : pages < 99 ? "00" : "000";
}

void BoxBuilder::generated_item(NodeIndex index, const ContentItem& item, const ComputedStyle& style,
                                const TagContext& tags) {
  using Kind = ContentItem::Kind;
  if (item.kind == Kind::leader) {
    InlineItem leader;
    leader.type = ItemType::leader;
    leader.style = &style;
    leader.node = index;
    // The pattern's text is found again through the style's content.
    leader.deferred = static_cast<std::uint32_t>(&item - style.content->items.data());
    paragraph(text_tags(tags)).add_object(leader);
    return;
  }
  if (item.kind == Kind::picture) {
    const auto row = document_.picture(item.text, index);
    if (row == kNone) return;
    PictureBox picture;
    picture.picture = row;
    boxes_.pictures.push_back(picture);
    const auto box = add_box(BoxKind::picture, style, html::kNoNode);
    boxes_.boxes[box].anonymous = true;
    boxes_.boxes[box].content = static_cast<std::uint32_t>(boxes_.pictures.size() - 1);
    boxes_.boxes[box].flow = FlowKind::atomic;
    boxes_.boxes[box].own_context = true;
    auto artifact = tags;
    artifact.artifact = true;
    place_box(box, artifact);
    return;
  }
  const bool page_counter = item.text == "page" && (item.kind == Kind::target_counter || item.kind == Kind::counter);
  if (page_counter) {
    PageNumber number;
    number.style = static_cast<ListStyleType>(item.list_style);
    if (item.kind == Kind::target_counter) {
      const auto address =
          item.target.attribute.empty() ? item.target.address : document_.tree.attribute(index, item.target.attribute);
      number.anchor = anchor_by_address(address, index);
      if (number.anchor == kNone) return;
    }
    boxes_.numbers.push_back(number);
    add_text(expected_number(number), style, index, tags, static_cast<std::uint32_t>(boxes_.numbers.size() - 1));
    return;
  }
  css::ContentList one;
  one.items.push_back(item);
  add_text(content_text(index, one), style, index, tags);
}

std::string BoxBuilder::content_text(NodeIndex index, const css::ContentList& content) {
  using Kind = ContentItem::Kind;
  const auto& tree = document_.tree;
  const auto squeezed = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space)
        out += c;
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  };
  std::string text;
  for (const auto& item : content.items) {
    switch (item.kind) {
      case Kind::text: text += item.text; break;
      case Kind::attribute: text += tree.attribute(index, item.text); break;
      case Kind::counter: text += counters_.text(item.text, static_cast<ListStyleType>(item.list_style)); break;
      case Kind::counters:
        text += counters_.texts(item.text, item.separator, static_cast<ListStyleType>(item.list_style));
        break;
      case Kind::open_quote:
      case Kind::close_quote:
      case Kind::no_open_quote:
      case Kind::no_close_quote: text += quote(item, style_of(index)); break;
      case Kind::element_text: text += squeezed(tree.text_content(index)); break;
      case Kind::target_text: {
        const auto address =
            item.target.attribute.empty() ? item.target.address : tree.attribute(index, item.target.attribute);
        const auto anchor = anchor_by_address(address, index);
        if (anchor != kNone) text += squeezed(tree.text_content(boxes_.anchors[anchor].node));
        break;
      }
      default: break;
    }
  }
  return text;
}

}  // namespace sats::layout
