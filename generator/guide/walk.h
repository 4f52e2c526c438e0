#pragma once

#include <variant>
#include <vector>

#include "guide/node.h"

namespace guide {

/// The node's content when it is of that kind, else null.
template <typename T>
const T* as(const Node& node) {
  return std::get_if<T>(&node.content);
}
template <typename T>
T* as(Node& node) {
  return std::get_if<T>(&node.content);
}

/// Calls `visit(node)` for every node in reading order: a node, then its title, then its children.
template <typename Nodes, typename Visit>
void walk(Nodes& nodes, const Visit& visit) {
  for (auto& node : nodes) {
    visit(node);
    walk(node.title, visit);
    walk(node.children, visit);
  }
}

/// Calls `visit(list)` for every list of sibling blocks or inlines, the inner ones first; `visit` may change the list.
template <typename Visit>
void walk_lists(std::vector<Node>& nodes, const Visit& visit) {
  for (auto& node : nodes) {
    walk_lists(node.title, visit);
    walk_lists(node.children, visit);
  }
  visit(nodes);
}

}  // namespace guide
