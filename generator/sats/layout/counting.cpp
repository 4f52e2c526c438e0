#include "sats/layout/counting.h"

#include <algorithm>
#include <charconv>

#include "sats/layout/box_builder.h"

namespace sats::layout {

using css::PseudoElement;
using html::kNoNode;
using html::NodeIndex;

namespace {

/// Numbers from attributes are kept within this, so that counting on cannot overflow.
constexpr int kMostNumber = 1'000'000;

std::optional<int> number_attribute(const html::Tree& tree, NodeIndex node, std::string_view name) {
  int value = 0;
  const auto text = tree.attribute(node, name);
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return std::nullopt;
  return std::clamp(value, -kMostNumber, kMostNumber);
}

bool is_reversed(const html::Tree& tree, NodeIndex list) {
  return list != kNoNode && tree[list].tag == HtmlTag::ol && tree.has_attribute(list, "reversed");
}

/// Whether a style changes the numbers of lists itself; another counter of the author's leaves them alone (css-lists-3
/// §4.6).
bool names_list_item(const css::CounterList* changes) {
  return changes != nullptr &&
         std::ranges::find(changes->changes, "list-item", &css::CounterChange::name) != changes->changes.end();
}

bool is_list(const html::Node& node) {
  return node.tag == HtmlTag::ol || node.tag == HtmlTag::ul || (node.tag == HtmlTag::unknown && node.text == "menu");
}

bool is_item(const html::Node& node, const ComputedStyle& style) {
  return node.tag == HtmlTag::li || (style.display == style::Display::list_item && node.tag != HtmlTag::summary);
}

/// What the items of a list count from: an ordered one's `start`, or down from how many they are.
int number_before_list(const html::Tree& tree, NodeIndex list) {
  if (tree[list].tag != HtmlTag::ol) return 0;
  const auto start = number_attribute(tree, list, "start");
  if (!is_reversed(tree, list)) return start.value_or(1) - 1;
  int items = 0;
  for (auto child = tree.first_child(list); child != kNoNode; child = tree.next_sibling(child))
    items += tree[child].tag == HtmlTag::li ? 1 : 0;
  return start.value_or(items) + 1;
}

}  // namespace

void count_generated(const ComputedStyle& style, Counters& counters) {
  if (style.counter_reset != nullptr) {
    for (const auto& change : style.counter_reset->changes) counters.reset(change.name, change.value);
  }
  if (style.counter_increment != nullptr) {
    for (const auto& change : style.counter_increment->changes) counters.increment(change.name, change.value);
  }
}

void count_element(const html::Tree& tree, NodeIndex node, const ComputedStyle& style, Counters& counters) {
  if (style.counter_reset != nullptr) {
    for (const auto& change : style.counter_reset->changes) counters.reset(change.name, change.value);
  }
  const bool own_number =
      names_list_item(style.counter_reset) && !tree.has_attribute(node, "start") && !is_reversed(tree, node);
  if (is_list(tree[node]) && !own_number) counters.begin_inside("list-item", number_before_list(tree, node));
  if (is_item(tree[node], style) && !names_list_item(style.counter_increment)) counters.increment("list-item", 1);
  if (style.counter_increment != nullptr) {
    for (const auto& change : style.counter_increment->changes) counters.increment(change.name, change.value);
  }
  if (tree[node].tag == HtmlTag::li) {
    // It was counted up by one.
    if (is_reversed(tree, tree[node].parent)) counters.increment("list-item", -2);
    if (const auto value = number_attribute(tree, node, "value")) counters.set("list-item", *value);
  }
  if (style.counter_set == nullptr) return;
  for (const auto& change : style.counter_set->changes) counters.set(change.name, change.value);
}

void BoxBuilder::survey_counters() {
  Counters counters;
  counters.enter();
  survey(0, counters);
}

void BoxBuilder::survey(NodeIndex index, Counters& counters) {
  const auto& tree = document_.tree;
  const auto& style = style_of(index);
  if (style.display == style::Display::none) return;
  const auto part = [&](PseudoElement which) {
    const auto row = document_.styled.nodes[index].of(which);
    if (row == style::kNoStyle) return;
    counters.enter();
    count_generated(document_.styled.styles[row], counters);
    counters.leave();
  };
  counters.enter();
  count_element(tree, index, style, counters);
  if (style.float_ == style::Float::footnote && style.position == style::Position::static_)
    counters.increment("footnote", 1);
  if (!tree.attribute(index, "id").empty()) surveyed_.emplace(index, counters);
  part(PseudoElement::before);
  for (auto child = tree.first_child(index); child != kNoNode; child = tree.next_sibling(child)) {
    if (tree[child].kind == html::NodeKind::element) survey(child, counters);
  }
  part(PseudoElement::after);
  counters.leave();
}

std::string BoxBuilder::target_counter(NodeIndex index, const css::ContentItem& item) {
  const auto anchor = target_of(index, item.target);
  if (anchor == kNone) return {};
  // What stands further on is not counted yet when it is referred to, so all is counted once ahead.
  if (surveyed_.empty()) survey_counters();
  const auto found = surveyed_.find(boxes_.anchors[anchor].node);
  if (found == surveyed_.end()) return {};
  const auto list_style = static_cast<style::ListStyleType>(item.list_style);
  return item.kind == css::ContentItem::Kind::target_counters ? found->second.texts(item.text, item.separator, list_style)
                                                              : found->second.text(item.text, list_style);
}

}  // namespace sats::layout
