#pragma once

#include <filesystem>
#include <string_view>

#include "base/problem.h"

namespace publish {

/// Writes a whole file or nothing: to a temporary file in the same folder that is then renamed over `path`.
/// Missing folders are made. A failure (no permission, disk full, …) is a problem, and leaves what was there before. A
/// device or a pipe is never replaced; a symbolic link is, and not followed.
bool write_atomically(const std::filesystem::path& path, std::string_view bytes, base::Problems& problems);

}  // namespace publish
