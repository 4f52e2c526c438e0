#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_store.h"

namespace theme {

/// The folders that themes are looked for in, by the name that `--theme` and `extends` use.
using ThemeFolders = std::map<std::string, std::shared_ptr<const base::FileStore>, std::less<>>;

/// The themes that travel inside the program. Callers add or replace folders of their own.
ThemeFolders builtin_folders();

}  // namespace theme
