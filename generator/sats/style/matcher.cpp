#include "sats/style/matcher.h"

#include <algorithm>
#include <array>
#include <span>

namespace sats::style {

using css::AttributeTest;
using css::Combinator;
using css::SimpleKind;
using html::kNoNode;
using html::NodeIndex;
using html::NodeKind;

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Whether n is a term of step*k + offset with k >= 0.
bool is_term(std::int32_t n, std::int32_t step, std::int32_t offset) {
  const std::int64_t rest = std::int64_t{n} - offset;
  return step == 0 ? rest == 0 : rest % step == 0 && rest / step >= 0;
}

bool equal(std::string_view a, std::string_view b, bool ignore_case) {
  if (a.size() != b.size()) return false;
  if (!ignore_case) return a == b;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool contains(std::string_view text, std::string_view part, bool ignore_case) {
  for (std::size_t begin = 0; begin + part.size() <= text.size(); ++begin) {
    if (equal(text.substr(begin, part.size()), part, ignore_case)) return true;
  }
  return false;
}

bool has_word(std::string_view list, std::string_view word, bool ignore_case) {
  for (std::size_t begin = 0; begin < list.size();) {
    while (begin < list.size() && is_space(list[begin])) ++begin;
    auto end = begin;
    while (end < list.size() && !is_space(list[end])) ++end;
    if (end > begin && equal(list.substr(begin, end - begin), word, ignore_case)) return true;
    begin = end;
  }
  return false;
}

}  // namespace

Matcher::Matcher(const html::Tree& tree, const css::RuleSet& rules)
    : tree_(tree), rules_(rules), elements_(tree.nodes.size()) {
  std::array<std::uint32_t, static_cast<std::size_t>(html::Tag::count_)> types{};
  std::array<bool, static_cast<std::size_t>(html::Tag::count_)> known{};
  std::vector<NodeIndex> last_child(tree.nodes.size(), kNoNode);
  for (NodeIndex i = 0; i < tree.nodes.size(); ++i) {
    const auto& node = tree.nodes[i];
    if (node.kind == NodeKind::text) continue;
    const auto tag = static_cast<std::size_t>(node.tag);
    if (node.tag == html::Tag::unknown) {
      elements_[i].type = rules.names.find(node.text);
    } else {
      if (!known[tag]) types[tag] = rules.names.find(node.text);
      known[tag] = true;
      elements_[i].type = types[tag];
    }
    read_names(i, node.parent == kNoNode ? kNoNode : last_child[node.parent]);
    if (node.parent != kNoNode) last_child[node.parent] = i;
  }
}

void Matcher::read_names(NodeIndex node, NodeIndex previous) {
  auto& element = elements_[node];
  element.previous = previous;
  if (previous != kNoNode) element.number = elements_[previous].number + 1;
  element.first_class = static_cast<std::uint32_t>(classes_.size());
  const auto& html_node = tree_.nodes[node];
  for (std::uint32_t i = 0; i < html_node.attribute_count; ++i) {
    const auto& attribute = tree_.attributes[html_node.first_attribute + i];
    if (attribute.name == "id") element.id = rules_.names.find(attribute.value);
    if (attribute.name != "class") continue;
    const auto list = attribute.value;
    for (std::size_t begin = 0; begin < list.size();) {
      while (begin < list.size() && is_space(list[begin])) ++begin;
      auto end = begin;
      while (end < list.size() && !is_space(list[end])) ++end;
      const auto name = end > begin ? rules_.names.find(list.substr(begin, end - begin)) : 0;
      if (name != 0) classes_.push_back(name);
      begin = end;
    }
  }
  element.class_count = static_cast<std::uint32_t>(classes_.size()) - element.first_class;
}

void Matcher::match(NodeIndex node, std::vector<Match>& out) {
  const auto& element = elements_[node];
  try_bucket(rules_.index.any, node, out);
  if (element.type != 0) try_bucket(rules_.index.by_type[element.type], node, out);
  for (std::uint32_t i = 0; i < element.class_count; ++i) {
    try_bucket(rules_.index.by_class[classes_[element.first_class + i]], node, out);
  }
  if (element.id != 0) try_bucket(rules_.index.by_id[element.id], node, out);
}

void Matcher::try_bucket(const std::vector<std::uint32_t>& bucket, NodeIndex node, std::vector<Match>& out) {
  for (const auto index : bucket) {
    if (gave_up()) return;
    const auto& selector = rules_.selectors[index];
    if (matches(selector, node, 0)) out.push_back({index, selector.pseudo});
  }
}

bool Matcher::matches(const css::Selector& selector, NodeIndex node, int depth) {
  return match_from(selector, 0, node, depth) == Outcome::matched;
}

Matcher::Outcome Matcher::match_from(const css::Selector& selector, std::uint32_t index, NodeIndex node, int depth) {
  const auto& compound = rules_.selector_pool.compounds[selector.first_compound + index];
  if (!matches_compound(compound, node, depth)) return Outcome::failed;
  if (compound.to_left == Combinator::none) return Outcome::matched;
  if (compound.to_left == Combinator::child || compound.to_left == Combinator::descendant) {
    for (auto up = tree_.nodes[node].parent; up != kNoNode; up = tree_.nodes[up].parent) {
      const auto outcome = match_from(selector, index + 1, up, depth);
      if (outcome == Outcome::matched || outcome == Outcome::nothing_helps) return outcome;
      if (compound.to_left == Combinator::child) return Outcome::failed;
    }
    return Outcome::nothing_helps;
  }
  for (auto before = elements_[node].previous; before != kNoNode; before = elements_[before].previous) {
    const auto outcome = match_from(selector, index + 1, before, depth);
    if (outcome != Outcome::failed) return outcome;
    if (compound.to_left == Combinator::next_sibling) return Outcome::failed;
  }
  return Outcome::no_sibling_helps;
}

bool Matcher::matches_compound(const css::Compound& compound, NodeIndex node, int depth) {
  work_ += compound.simple_count + 1U;
  if (gave_up()) return false;
  for (std::uint32_t i = 0; i < compound.simple_count; ++i) {
    if (!matches_simple(rules_.selector_pool.simples[compound.first_simple + i], node, depth)) return false;
  }
  return true;
}

bool Matcher::matches_simple(const css::SimpleSelector& simple, NodeIndex node, int depth) {
  const auto& element = elements_[node];
  switch (simple.kind) {
    case SimpleKind::type: return element.type == simple.name;
    case SimpleKind::id: return element.id == simple.name;
    case SimpleKind::class_:
      for (std::uint32_t i = 0; i < element.class_count; ++i) {
        if (classes_[element.first_class + i] == simple.name) return true;
      }
      return false;
    case SimpleKind::attribute: return matches_attribute(simple, node);
    case SimpleKind::first_child: return element.previous == kNoNode;
    case SimpleKind::last_child: return next_element(node) == kNoNode;
    case SimpleKind::only_child: return element.previous == kNoNode && next_element(node) == kNoNode;
    case SimpleKind::nth_child: return is_term(static_cast<std::int32_t>(element.number), simple.step, simple.offset);
    case SimpleKind::nth_last_child: return is_term(number_from_end(node), simple.step, simple.offset);
    case SimpleKind::first_of_type: return number_of_type(node) == 1;
    case SimpleKind::nth_of_type: return is_term(number_of_type(node), simple.step, simple.offset);
    case SimpleKind::last_of_type:
      for (auto next = next_element(node); next != kNoNode; next = next_element(next)) {
        if (tree_.nodes[next].text == tree_.nodes[node].text) return false;
      }
      return true;
    case SimpleKind::empty: return is_empty(node);
    case SimpleKind::root: return node == 0;
    case SimpleKind::link: return tree_.nodes[node].tag == html::Tag::a && tree_.has_attribute(node, "href");
    case SimpleKind::not_: return !matches_any(simple, node, depth);
    case SimpleKind::is_: return matches_any(simple, node, depth);
    case SimpleKind::lang: return matches_language(simple, node);
    case SimpleKind::never: return false;
  }
  return false;
}

bool Matcher::matches_any(const css::SimpleSelector& simple, NodeIndex node, int depth) {
  for (std::int32_t i = 0; i < simple.step; ++i) {
    const auto& inner =
        rules_.selector_pool.selectors[static_cast<std::size_t>(simple.offset) + static_cast<std::size_t>(i)];
    if (matches(inner, node, depth + 1)) return true;
  }
  return false;
}

bool Matcher::matches_attribute(const css::SimpleSelector& simple, NodeIndex node) const {
  // Names are the same in capitals; the tree has HTML's in small letters, and those of SVG as SVG writes them.
  const auto& html_node = tree_.nodes[node];
  const auto attributes = std::span(tree_.attributes).subspan(html_node.first_attribute, html_node.attribute_count);
  const auto found =
      std::ranges::find_if(attributes, [&](const auto& one) { return equal(one.name, simple.attribute, true); });
  if (found == attributes.end()) return false;
  if (simple.test == AttributeTest::present) return true;
  const auto value = found->value;
  const auto wanted = simple.value;
  const auto same = [&simple](std::string_view a, std::string_view b) { return equal(a, b, simple.ignore_case); };
  switch (simple.test) {
    case AttributeTest::equals: return same(value, wanted);
    case AttributeTest::word: return has_word(value, wanted, simple.ignore_case);
    case AttributeTest::dash:
      return same(value.substr(0, wanted.size()), wanted) && (value.size() == wanted.size() || value[wanted.size()] == '-');
    case AttributeTest::prefix: return !wanted.empty() && same(value.substr(0, wanted.size()), wanted);
    case AttributeTest::suffix:
      return !wanted.empty() && value.size() >= wanted.size() && same(value.substr(value.size() - wanted.size()), wanted);
    case AttributeTest::contains: return !wanted.empty() && contains(value, wanted, simple.ignore_case);
    default: return false;
  }
}

bool Matcher::matches_language(const css::SimpleSelector& simple, NodeIndex node) const {
  for (auto up = node; up != kNoNode; up = tree_.nodes[up].parent) {
    if (!tree_.has_attribute(up, "lang")) continue;
    const auto language = tree_.attribute(up, "lang");
    const auto wanted = simple.attribute;
    return equal(language.substr(0, wanted.size()), wanted, true) &&
           (language.size() == wanted.size() || language[wanted.size()] == '-');
  }
  return false;
}

NodeIndex Matcher::next_element(NodeIndex node) const {
  auto next = tree_.next_sibling(node);
  while (next != kNoNode && tree_.nodes[next].kind == NodeKind::text) next = tree_.next_sibling(next);
  return next;
}

std::int32_t Matcher::number_of_type(NodeIndex node) const {
  std::int32_t number = 1;
  for (auto before = elements_[node].previous; before != kNoNode; before = elements_[before].previous) {
    number += tree_.nodes[before].text == tree_.nodes[node].text ? 1 : 0;
  }
  return number;
}

std::int32_t Matcher::number_from_end(NodeIndex node) const {
  std::int32_t number = 1;
  for (auto next = next_element(node); next != kNoNode; next = next_element(next)) ++number;
  return number;
}

bool Matcher::is_empty(NodeIndex node) const {
  for (auto child = tree_.first_child(node); child != kNoNode; child = tree_.next_sibling(child)) {
    if (tree_.nodes[child].kind == NodeKind::element || !tree_.nodes[child].text.empty()) return false;
  }
  return true;
}

}  // namespace sats::style
