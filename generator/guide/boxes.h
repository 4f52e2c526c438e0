#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Turns each quote that begins `[!kind] Title` into a Box. Case does not matter, and GitHub's five English kinds are taken
/// as note, tip, vigtigt and advarsel. An unknown kind is an error; a `tjekliste` without a list and a `citat` without a
/// last line "— Name, role" are warnings.
void make_boxes(std::vector<Node>& nodes, std::span<const std::string> kinds, base::Problems& problems);

}  // namespace guide
