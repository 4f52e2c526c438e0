#pragma once

#include <string_view>
#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Sorts the links of a file into pages, files and external addresses, and turns relative paths into paths from the root.
/// Schemes other than http, https, mailto and tel, addresses that are no addresses, and paths that leave the root are
/// errors; a picture without a text alternative is a warning. After an error a picture's file is empty.
void place_link_targets(std::vector<Node>& nodes, std::string_view file, base::Problems& problems);

}  // namespace guide
