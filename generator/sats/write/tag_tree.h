#pragma once

#include <span>
#include <vector>

#include "sats/write/tags.h"

namespace sats {

/// The tag tree with what hangs in it: children in order, the marks of each leaf, annotations, and which elements have
/// anything to say.
class TagTree {
 public:
  explicit TagTree(const TagSources& sources);

  [[nodiscard]] NodeId first_child(NodeId node) const { return first_child_[node]; }
  [[nodiscard]] NodeId next_sibling(NodeId node) const { return next_sibling_[node]; }

  /// The annotations of an element as rows of `TagSources::annotations`; kNone ends the list.
  [[nodiscard]] std::uint32_t first_annotation(NodeId node) const { return annotations_of_[node]; }
  [[nodiscard]] std::uint32_t next_annotation(std::uint32_t row) const { return next_annotation_[row]; }

  /// The marks of a leaf in painting order.
  [[nodiscard]] std::span<const Mark> marks_of(NodeId leaf) const;

  /// Whether an element is written: it has content, or is a cell, or holds an annotation.
  [[nodiscard]] bool is_kept(NodeId node) const { return kept_[node]; }

  /// The page of an element's first own content, or kNone.
  [[nodiscard]] std::uint32_t first_page_of(NodeId node) const;

 private:
  void find_children();
  void find_annotations();
  void choose_kept();

  const TagSources& sources_;
  const std::vector<StructureNode>& nodes_;
  std::vector<Mark> marks_;  ///< By leaf.
  std::vector<NodeId> first_child_;
  std::vector<NodeId> next_sibling_;
  std::vector<std::uint32_t> annotations_of_;
  std::vector<std::uint32_t> next_annotation_;
  std::vector<bool> kept_;
};

}  // namespace sats
