#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "sats/html/tag.h"

namespace sats::html {

/// A node's place in the tree's array; nodes stand in document order.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t { element, text };

/// A name and value as the parser gave them (names in lower case, entities decoded).
struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// An element or a piece of text. The subtree of node `i` is the range [i, end).
struct Node {
  NodeKind kind = NodeKind::element;
  Tag tag = Tag::unknown;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;
  std::uint32_t offset = 0;  ///< Byte in the source where the node begins.
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::string_view text;  ///< Text: its characters. Element: its name. For `svg` see `Tree::svg_source`.
};

/// A document as one array of nodes; node 0 is `html`. Strings live as long as the tree.
class Tree {
 public:
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::string source_name;
  std::string source;
  std::vector<std::shared_ptr<char[]>> storage;  ///< Where decoded strings live.

  [[nodiscard]] const Node& operator[](NodeIndex index) const { return nodes[index]; }

  /// The first child, or kNoNode.
  [[nodiscard]] NodeIndex first_child(NodeIndex index) const { return nodes[index].end > index + 1 ? index + 1 : kNoNode; }

  /// The sibling after a node, or kNoNode.
  [[nodiscard]] NodeIndex next_sibling(NodeIndex index) const {
    const auto& node = nodes[index];
    return node.parent != kNoNode && node.end < nodes[node.parent].end ? node.end : kNoNode;
  }

  /// The value of an attribute, or an empty view; `has_attribute` tells an empty one from a missing one.
  [[nodiscard]] std::string_view attribute(NodeIndex index, std::string_view name) const;
  [[nodiscard]] bool has_attribute(NodeIndex index, std::string_view name) const;

  /// Where the value of one of an element's attributes stands in the source; nothing when it is written with entities.
  [[nodiscard]] std::optional<std::uint32_t> attribute_place(NodeIndex index, std::string_view value) const;

  /// The markup of an `svg` element as XML, and the words of its own `title`; empty for other elements.
  [[nodiscard]] std::string_view svg_source(NodeIndex index) const;
  [[nodiscard]] std::string_view svg_title(NodeIndex index) const;

  /// All text below a node, white space as it stands.
  [[nodiscard]] std::string text_content(NodeIndex index) const;

  /// The place of a node for a problem; the copy of the source is made once and shared.
  [[nodiscard]] base::Span span(NodeIndex index) const;

 private:
  friend class TreeBuilder;
  struct SvgSource {
    NodeIndex node;
    std::string markup;
    std::string title;
  };
  [[nodiscard]] const SvgSource* svg(NodeIndex index) const;
  std::vector<SvgSource> svg_sources_;
  mutable base::Source shared_source_;
};

/// What a document may hold before it is refused; far above any real document, far below what hurts.
struct TreeLimits {
  std::uint32_t max_nodes = 4'000'000;
  std::uint32_t max_depth = 400;
  std::uint32_t max_open = 20'000;  ///< Layers that the parser is not even asked to read.
  std::size_t max_bytes = std::size_t{256} << 20U;
  double max_parse_seconds = 20;
};

/// Reads HTML as browsers do (nothing is ill-formed). Bad UTF-8 and a broken limit are problems; a nesting that is too deep
/// is cut there and the rest kept. Nothing is returned only when there is nothing to lay out.
std::optional<Tree> parse(std::string_view source_name, std::string_view html, const TreeLimits& limits,
                          base::Problems& problems);

}  // namespace sats::html
