#pragma once

#include <string>
#include <vector>

#include "guide/guide.h"

namespace guide_test {

/// Nodes as an indented outline, one node a line, for golden cases.
std::string dump_nodes(const std::vector<guide::Node>& nodes, std::size_t indent = 0);

/// A guide as an outline: parts, pages with their numbers and addresses, contents, nodes and footnotes.
std::string dump_guide(const guide::Guide& guide);

}  // namespace guide_test
