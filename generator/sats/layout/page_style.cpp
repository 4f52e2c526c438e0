#include "sats/layout/page_style.h"

#include <algorithm>

#include "sats/layout/edges.h"

namespace sats::layout {

using css::MarginBox;
using css::PageRule;

namespace {

constexpr float kPointsPerMm = 72 / 25.4F;

/// Sides of a sheet, in points; the greatest is what PDF readers must be able to show (ISO 32000-1, C.2).
constexpr float kLeastSide = 10;
constexpr float kMostSide = 14400;

bool applies(const PageRule& rule, const PageKind& kind, const std::vector<std::string>& names) {
  if (!rule.name.empty() && rule.name != names[kind.name]) return false;
  if (rule.first && !kind.first) return false;
  if (rule.blank && !kind.blank) return false;
  if (rule.side == PageRule::Side::left && !kind.left) return false;
  return rule.side != PageRule::Side::right || !kind.left;
}

}  // namespace

css::ContentList running_content(std::string_view text) {
  using Item = css::ContentItem;
  css::ContentList list;
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    if (open > 0) list.items.push_back({.kind = Item::Kind::text, .text = text.substr(0, open)});
    text.remove_prefix(open);
    if (text.empty()) break;
    const auto close = text.find('}');
    if (close == std::string_view::npos) {
      list.items.push_back({.kind = Item::Kind::text, .text = text});
      break;
    }
    const auto name = text.substr(1, close - 1);
    Item item;
    item.text = name;
    item.list_style = static_cast<std::uint8_t>(style::ListStyleType::decimal);
    item.kind = name == "page" || name == "pages" ? Item::Kind::counter : Item::Kind::string;
    // The chapter that a page begins with, or the first to begin on it.
    if (name == "chapter") item.pick = css::StringPick::first;
    list.items.push_back(item);
    text.remove_prefix(close + 1);
  }
  return list;
}

PageStyles::PageStyles(Document& document, const base::PageSetup& setup) : document_(document), setup_(setup) {}

const PageGeometry& PageStyles::of(const PageKind& kind) {
  const auto found = known_.find(kind);
  if (found != known_.end()) return found->second;
  return known_.emplace(kind, compute(kind)).first->second;
}

const ComputedStyle* PageStyles::keep(ComputedStyle style) {
  style.index = static_cast<std::uint32_t>(document_.styled.styles.size());
  document_.styled.styles.push_back(style);
  return &document_.styled.styles.back();
}

PageStyles::Rules PageStyles::rules_for(const PageKind& kind) const {
  Rules rules;
  for (const auto& rule : document_.rules.page_rules) {
    if (applies(rule, kind, document_.boxes.page_names)) rules.push_back(&rule);
  }
  std::ranges::stable_sort(rules, [](const PageRule* a, const PageRule* b) {
    return a->origin != b->origin ? a->origin < b->origin : a->specificity < b->specificity;
  });
  return rules;
}

PageStyles::Declarations PageStyles::declared(const Rules& rules, MarginBox box) const {
  Declarations found;
  for (const auto* rule : rules) {
    if (rule->box != box) continue;
    for (std::uint32_t i = 0; i < rule->declaration_count; ++i)
      found.push_back(&document_.rules.declarations[rule->first_declaration + i]);
  }
  return found;
}

const ComputedStyle& PageStyles::body_style() const {
  const auto& nodes = document_.tree.nodes;
  const auto body = std::ranges::find(nodes, html::Tag::body, &html::Node::tag);
  return document_.styled.style(body == nodes.end() ? 0 : static_cast<html::NodeIndex>(body - nodes.begin()));
}

void PageStyles::set_size(PageGeometry& page) const {
  page.width = static_cast<float>(setup_.width) * kPointsPerMm;
  page.height = static_cast<float>(setup_.height) * kPointsPerMm;
  if (const auto* size = page.style->page_size) {
    if (size->width > 0) page.width = size->width, page.height = size->height;
    const bool turn = (size->turn == css::PageSize::Turn::landscape && page.width < page.height) ||
                      (size->turn == css::PageSize::Turn::portrait && page.width > page.height);
    if (turn) std::swap(page.width, page.height);
  }
  page.width = std::clamp(page.width, kLeastSide, kMostSide);
  page.height = std::clamp(page.height, kLeastSide, kMostSide);
}

void PageStyles::set_margins(PageGeometry& page, const Declarations& declarations) const {
  // Margins that no rule sets come from the page setup; `initial` cannot be told from unset, so zero must be declared.
  const auto margin = [&](std::string_view name, const css::Length& length, double setup, float reference) {
    const bool is_declared = std::ranges::any_of(declarations, [name](const css::Declaration* declaration) {
      return declaration->property < css::properties().size() && css::properties()[declaration->property].name == name;
    });
    return is_declared ? used_margin(length, reference) : static_cast<float>(setup) * kPointsPerMm;
  };
  const auto& style = *page.style;
  page.margin_top = margin("margin-top", style.margin_top, setup_.margin_top, page.height);
  page.margin_right = margin("margin-right", style.margin_right, setup_.margin_right, page.width);
  page.margin_bottom = margin("margin-bottom", style.margin_bottom, setup_.margin_bottom, page.height);
  page.margin_left = margin("margin-left", style.margin_left, setup_.margin_left, page.width);
}

PageGeometry PageStyles::compute(const PageKind& kind) {
  const auto rules = rules_for(kind);
  const auto declarations = declared(rules, MarginBox::count_);
  PageGeometry page;
  // Margin boxes take their font from the body, where themes set it.
  page.style = keep(style::compute_page_style(declarations, body_style(), document_.styled));
  set_size(page);
  set_margins(page, declarations);
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const auto of_box = declared(rules, static_cast<MarginBox>(i));
    if (of_box.empty()) continue;
    const auto box = style::compute_page_style(of_box, *page.style, document_.styled);
    const bool is_footnote = static_cast<MarginBox>(i) == MarginBox::footnote;
    if (is_footnote || (box.content != nullptr && !box.content->items.empty() && box.display != style::Display::none))
      page.boxes[i] = keep(box);
  }
  add_running_lines(page, kind);
  return page;
}

void PageStyles::add_running_lines(PageGeometry& page, const PageKind& kind) {
  if (kind.first && setup_.first_page == base::FirstPage::plain) return;
  struct Slot {
    const std::string& text;
    MarginBox box;
  };
  const Slot slots[] = {{setup_.header.left, MarginBox::top_left},        {setup_.header.center, MarginBox::top_center},
                        {setup_.header.right, MarginBox::top_right},      {setup_.footer.left, MarginBox::bottom_left},
                        {setup_.footer.center, MarginBox::bottom_center}, {setup_.footer.right, MarginBox::bottom_right}};
  for (const auto& slot : slots) {
    auto& style = page.boxes[static_cast<std::size_t>(slot.box)];
    if (!slot.text.empty() && style == nullptr) style = running_text(slot.text, slot.box, *page.style);
  }
}

const ComputedStyle* PageStyles::running_text(const std::string& text, MarginBox box, const ComputedStyle& page) {
  auto style = style::compute_page_style({}, page, document_.styled);
  style.content =
      &document_.styled.pool->contents.emplace_back(running_content(document_.styled.pool->texts.emplace_back(text)));
  style.font_size = std::min(page.font_size, 9.0F);
  style.vertical_align = style::VerticalAlign::middle;
  const bool is_left = box == MarginBox::top_left || box == MarginBox::bottom_left;
  const bool is_center = box == MarginBox::top_center || box == MarginBox::bottom_center;
  style.text_align = is_left ? style::TextAlign::left : is_center ? style::TextAlign::center : style::TextAlign::right;
  return keep(style);
}

}  // namespace sats::layout
