#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"

namespace line {

/// The name of a site's settings file.
inline constexpr const char* kSiteFile = "vejviser.json";

/// What the user pointed at, each sorted and named once.
struct Inputs {
  std::vector<std::filesystem::path> plan_files;
  std::vector<std::filesystem::path> guide_folders;
  std::vector<std::filesystem::path> theme_folders;
  std::vector<std::filesystem::path> kind_folders;

  [[nodiscard]] bool empty() const {
    return plan_files.empty() && guide_folders.empty() && theme_folders.empty() && kind_folders.empty();
  }
};

/// Finds out what a path is: a plan file (`.json`, `.ndjson`, `.jsonl`), a guide (a folder with `index.md`), a theme (with
/// `theme.json`), a plan kind (with `schema.json`), or a folder that is searched for all of these. What a build wrote and
/// hidden folders are passed over. A path in which nothing is found is a problem, and so is one of
/// those three files by itself.
void add_input(const std::filesystem::path& path, Inputs& inputs, base::Problems& problems);

/// Whether a path names a file that may hold plans.
bool is_plan_file(const std::filesystem::path& path);

/// Whether a folder is a guide.
bool is_guide_folder(const std::filesystem::path& path);

/// Whether a folder is a theme.
bool is_theme_folder(const std::filesystem::path& path);

}  // namespace line
