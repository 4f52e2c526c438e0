#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"

namespace line {

/// What the user pointed at: files with plans, and folders with guides, each sorted and named once.
struct Inputs {
  std::vector<std::filesystem::path> plan_files;
  std::vector<std::filesystem::path> guide_folders;
};

/// Finds out what a path is: a plan file (`.json`, `.ndjson`, `.jsonl`), a guide (a folder with `index.md`), or a folder
/// that is searched for plan files. A path that is none of these, or a folder without any plan, is a problem.
void add_input(const std::filesystem::path& path, Inputs& inputs, base::Problems& problems);

/// Whether a path names a file that may hold plans.
bool is_plan_file(const std::filesystem::path& path);

/// Whether a folder is a guide.
bool is_guide_folder(const std::filesystem::path& path);

}  // namespace line
