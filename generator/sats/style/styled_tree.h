#pragma once

#include <array>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "sats/css/rule_set.h"
#include "sats/html/tree.h"
#include "sats/style/computed_style.h"

namespace sats::style {

/// A row of `StyledTree::styles`. Row 0 is the initial style and stands for "none" of a pseudo-element.
using StyleIndex = std::uint32_t;
inline constexpr StyleIndex kNoStyle = 0;

/// `--name` values an element sets, in front of those of its ancestors.
struct CustomScope {
  const CustomScope* outer = nullptr;
  std::vector<std::pair<std::string_view, css::Tokens>> values;
};

/// The styles of an element and of its generated parts.
struct NodeStyles {
  StyleIndex self = kNoStyle;
  std::array<StyleIndex, 5> pseudo{};  ///< before, after, marker, footnote-call, footnote-marker.

  [[nodiscard]] StyleIndex of(css::PseudoElement which) const { return pseudo[static_cast<std::size_t>(which) - 1]; }
};

/// A document with its styles worked out; equal elements share one style. Texts have their parent's.
struct StyledTree {
  std::deque<ComputedStyle> styles;  ///< Addresses stay valid.
  std::vector<NodeStyles> nodes;
  std::vector<std::string_view> languages;
  std::shared_ptr<css::ValuePool> pool = std::make_shared<css::ValuePool>();  ///< Values of `style` attributes and of var().
  std::deque<CustomScope> scopes;

  [[nodiscard]] const ComputedStyle& style(html::NodeIndex node) const { return styles[nodes[node].self]; }
};

/// What styles begin from: the size of the page in points, and the language of the document.
struct Ground {
  float page_width;
  float page_height;
  std::string_view language;
};

/// Runs the cascade over a document. Page size (points) is what vw and vh refer to.
StyledTree compute_styles(const html::Tree& tree, const css::RuleSet& rules, const Ground& ground, base::Problems& problems);

/// A style for declarations outside the tree: a page or a box in its margin. `declarations` come in the order of the
/// cascade.
ComputedStyle compute_page_style(std::span<const css::Declaration* const> declarations, const ComputedStyle& parent,
                                 StyledTree& styled);

}  // namespace sats::style
