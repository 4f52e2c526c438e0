#pragma once

#include <cstdint>
#include <vector>

#include "sats/css/rule_set.h"
#include "sats/html/tree.h"

namespace sats::style {

/// Finds the rules that apply to the elements of one document. Names of the document are looked up once, as numbers of the
/// rule set.
class Matcher {
 public:
  Matcher(const html::Tree& tree, const css::RuleSet& rules);

  /// One selector that matched.
  struct Match {
    std::uint32_t selector;
    css::PseudoElement pseudo;
  };

  /// Every selector that matches an element, in no order, each once.
  void match(html::NodeIndex node, std::vector<Match>& out);

  /// Whether the selectors took more work than any honest style sheet needs; from then on nothing matches.
  [[nodiscard]] bool gave_up() const { return work_ > kMostWork; }

 private:
  /// What became of a try: no ancestor or no sibling further on can help either, or the next one may.
  enum class Outcome : std::uint8_t { matched, failed, no_sibling_helps, nothing_helps };

  struct Element {
    std::uint32_t type = 0;
    std::uint32_t id = 0;
    std::uint32_t first_class = 0;
    std::uint32_t class_count = 0;
    html::NodeIndex previous = html::kNoNode;  ///< The element before it among its siblings.
    std::uint32_t number = 1;                  ///< Its place among them, from 1.
  };

  void read_names(html::NodeIndex node, html::NodeIndex previous);
  void try_bucket(const std::vector<std::uint32_t>& bucket, html::NodeIndex node, std::vector<Match>& out);
  bool matches(const css::Selector& selector, html::NodeIndex node, int depth);
  Outcome match_from(const css::Selector& selector, std::uint32_t compound, html::NodeIndex node, int depth);
  bool matches_compound(const css::Compound& compound, html::NodeIndex node, int depth);
  bool matches_simple(const css::SimpleSelector& simple, html::NodeIndex node, int depth);
  bool matches_attribute(const css::SimpleSelector& simple, html::NodeIndex node) const;
  bool matches_any(const css::SimpleSelector& simple, html::NodeIndex node, int depth);
  bool matches_language(const css::SimpleSelector& simple, html::NodeIndex node) const;
  [[nodiscard]] html::NodeIndex next_element(html::NodeIndex node) const;
  [[nodiscard]] std::int32_t number_of_type(html::NodeIndex node) const;
  [[nodiscard]] std::int32_t number_from_end(html::NodeIndex node) const;
  [[nodiscard]] bool is_empty(html::NodeIndex node) const;

  static constexpr std::uint64_t kMostWork = 400'000'000;

  const html::Tree& tree_;
  const css::RuleSet& rules_;
  std::vector<Element> elements_;
  std::vector<std::uint32_t> classes_;
  std::uint64_t work_ = 0;
};

}  // namespace sats::style
