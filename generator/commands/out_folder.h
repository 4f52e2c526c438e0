#pragma once

#include <string>

#include "base/problem.h"
#include "line/site.h"

namespace commands {

/// Whether a site may be built into a folder. Not into the root of the file system, nor into a folder that holds what the
/// site is made of: outputs and sources would lie side by side, and one could take the other's place.
bool may_build_into(const std::string& folder, const line::Site& site, base::Problems& problems);

}  // namespace commands
