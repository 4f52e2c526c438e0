#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "guide/guide.h"
#include "guide/text_reader.h"

namespace guide {

/// Follows every link and picture of the guide: pages' paths become page ids, files must exist and are listed in
/// Guide::files. A page, anchor or file that does not exist is an error with the nearest one that does. `unread` are pages
/// that are there but could not be read: nothing is said of links to them.
void resolve_references(Guide& guide, const TextReader& texts, const std::vector<std::string>& unread,
                        base::Problems& problems);

}  // namespace guide
