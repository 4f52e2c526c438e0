#pragma once

#include <map>
#include <optional>
#include <utility>

#include "sats/layout/document.h"

namespace sats::layout {

/// Whether text may stand directly in an element of the tag tree.
enum class HoldsText : std::uint8_t {
  no,     ///< A section: text gets a paragraph of its own.
  mixed,  ///< A cell or list body: text stands there, but a block inside gets paragraphs.
  yes,    ///< A paragraph or heading.
};

/// Where in the tag tree the walk over the document stands.
struct TagContext {
  NodeId parent = 0;
  HoldsText holds_text = HoldsText::no;
  bool artifact = false;     ///< Nothing below is read aloud.
  bool in_contents = false;  ///< Below a nav with role doc-toc.
  bool only_looks = false;   ///< Directly in a table or list that is there for its looks: its rows, cells and items too.
};

/// Builds the tag tree while the boxes are built.
class Tagging {
 public:
  explicit Tagging(Document& document);

  /// The context inside an element, whose node is added when it has a role of its own.
  TagContext open(html::NodeIndex node, const ComputedStyle& style, const TagContext& context);

  /// A leaf for a piece of content; kNone for an artifact.
  NodeId leaf(const TagContext& context);

  /// A paragraph for text that stands directly in a section.
  TagContext paragraph(const TagContext& context);

  /// A list item's label.
  NodeId label_leaf(const TagContext& item);

  /// An element below another, with what the two lack between them.
  NodeId put(Role role, NodeId parent, std::uint32_t source_offset = kNone);

  /// Ends spans where their tables end, and fills rows that are too short. For the end of the walk.
  void make_tables_regular();

  /// Drops references to header cells that do not exist, and reports them. For the end of the walk.
  void check_headers();

  /// The element that stands for a node, or kNone.
  [[nodiscard]] NodeId element_of(html::NodeIndex node) const { return elements_[node]; }

 private:
  /// The element of a role that was put in below a parent for what has no place in it, or a new one.
  NodeId around_stray(Role role, NodeId parent, std::uint32_t source_offset);
  TagContext with(NodeId parent, HoldsText holds, const TagContext& context) const;
  NodeId add(Role role, html::NodeIndex node, const TagContext& context);
  void describe(NodeId element, html::NodeIndex node);
  void describe_cell(NodeId element, html::NodeIndex node);
  /// Whether an element and all below it is not read aloud.
  [[nodiscard]] bool is_silent(html::NodeIndex node) const;
  std::optional<TagContext> open_looks(html::NodeIndex node, const TagContext& context) const;
  TagContext open_contents(html::NodeIndex node, const TagContext& context);
  std::optional<TagContext> open_by_role(html::NodeIndex node, const ComputedStyle& style, const TagContext& context);
  std::optional<TagContext> open_by_tag(html::NodeIndex node, const ComputedStyle& style, const TagContext& context);
  TagContext open_inline(html::NodeIndex node, const TagContext& context);
  TagContext open_list_item(html::NodeIndex node, const TagContext& context);
  TagContext open_description(html::NodeIndex node, const TagContext& context);

  Document& document_;
  StructureTree& structure_;
  std::vector<NodeId> elements_;
  std::vector<html::NodeIndex> with_headers_;         ///< Cells that name their headers.
  std::map<std::pair<NodeId, Role>, NodeId> strays_;  ///< What is open around strays, by parent and role.
  std::vector<NodeId> labels_;                        ///< By list item node of the tag tree: its Lbl, or kNone.
};

}  // namespace sats::layout
