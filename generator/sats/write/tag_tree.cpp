#include "sats/write/tag_tree.h"

#include <algorithm>

namespace sats {
namespace {

bool is_cell(Role role) { return role == Role::table_header_cell || role == Role::table_data_cell; }

}  // namespace

TagTree::TagTree(const TagSources& sources)
    : sources_(sources), nodes_(sources.document.structure.nodes), marks_(sources.marks.all()) {
  std::ranges::stable_sort(marks_, {}, &Mark::leaf);
  find_children();
  find_annotations();
  choose_kept();
}

void TagTree::find_children() {
  first_child_.assign(nodes_.size(), kNone);
  next_sibling_.assign(nodes_.size(), kNone);
  for (auto node = static_cast<NodeId>(nodes_.size()); node-- > 1;) {
    const std::uint32_t parent = nodes_[node].parent;
    if (parent == kNone) continue;
    next_sibling_[node] = first_child_[parent];
    first_child_[parent] = node;
  }
}

void TagTree::find_annotations() {
  annotations_of_.assign(nodes_.size(), kNone);
  next_annotation_.assign(sources_.annotations.size(), kNone);
  for (std::size_t i = sources_.annotations.size(); i-- > 0;) {
    const NodeId node = sources_.annotations[i].node;
    if (node == kNone) continue;
    next_annotation_[i] = annotations_of_[node];
    annotations_of_[node] = static_cast<std::uint32_t>(i);
  }
}

void TagTree::choose_kept() {
  kept_.assign(nodes_.size(), false);
  std::vector<bool> filled(nodes_.size(), false);
  for (const Mark& mark : marks_) filled[mark.leaf] = true;
  for (auto node = static_cast<NodeId>(nodes_.size()); node-- > 0;) {
    const bool leaf = nodes_[node].role == Role::content;
    const auto said = nodes_[node].attributes;
    const bool is_printed_field = said != kNone && sources_.document.structure.attributes[said].printed_field.has_value();
    const bool always = is_cell(nodes_[node].role) || annotations_of_[node] != kNone || is_printed_field || node == 0;
    kept_[node] = kept_[node] || (!leaf && always);
    if ((kept_[node] || filled[node]) && nodes_[node].parent != kNone) kept_[nodes_[node].parent] = true;
  }
}

std::span<const Mark> TagTree::marks_of(NodeId leaf) const {
  const auto begin = std::ranges::lower_bound(marks_, leaf, {}, &Mark::leaf);
  const auto end = std::ranges::upper_bound(marks_, leaf, {}, &Mark::leaf);
  return {begin, end};
}

std::uint32_t TagTree::first_page_of(NodeId node) const {
  for (NodeId child = first_child_[node]; child != kNone; child = next_sibling_[child]) {
    if (nodes_[child].role != Role::content) continue;
    const auto marks = marks_of(child);
    if (!marks.empty()) return marks.front().page;
  }
  return annotations_of_[node] == kNone ? kNone : sources_.annotations[annotations_of_[node]].page;
}

}  // namespace sats
