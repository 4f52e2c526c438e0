#include "line/inputs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/suggest.h"
#include "plan/kinds.h"
#include "publish/manifest.h"

namespace line {

namespace fs = std::filesystem;

namespace {

template <typename Path>
void add_once(std::vector<Path>& paths, Path path) {
  const auto place = std::lower_bound(paths.begin(), paths.end(), path);
  if (place == paths.end() || *place != path) paths.insert(place, std::move(path));
}

/// A kind of folder that counts as one thing, and the file by which it is known.
struct FolderRow {
  std::string_view mark;
  std::vector<fs::path> Inputs::*list;
};
constexpr std::array kFolders{FolderRow{"index.md", &Inputs::guide_folders}, FolderRow{"theme.json", &Inputs::theme_folders},
                              FolderRow{"schema.json", &Inputs::kind_folders}};

bool has_file(const fs::path& folder, std::string_view name) {
  std::error_code failed;
  return fs::is_regular_file(folder / name, failed);
}

/// A site's words for a kind of the program (`kinds/min-plan/labels.json`), which brings the schema.
bool is_words_of_kind(const fs::path& folder) {
  const auto type = folder.filename().string();
  return !plan::built_in_kind_file(type + "/schema.json").empty() && has_file(folder, "labels.json");
}

bool add_as_one_thing(const fs::path& folder, Inputs& inputs) {
  if (is_words_of_kind(folder)) {
    add_once(inputs.kind_folders, folder);
    return true;
  }
  const auto row =
      std::find_if(kFolders.begin(), kFolders.end(), [&](const FolderRow& r) { return has_file(folder, r.mark); });
  if (row == kFolders.end()) return false;
  add_once(inputs.*(row->list), folder);
  return true;
}

bool is_mark_of_folder(const fs::path& file) {
  return std::ranges::any_of(kFolders, [&](const FolderRow& row) { return file.filename() == row.mark; });
}

bool is_passed_over(const fs::path& folder) {
  return folder.filename().string().starts_with('.') || has_file(folder, publish::kManifestName);
}

void add_all_below(const fs::path& folder, Inputs& inputs) {
  std::error_code failed;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
    std::error_code ignored;
    const auto& path = entry->path();
    if (entry->is_directory(ignored)) {
      if (is_passed_over(path) || add_as_one_thing(path, inputs)) entry.disable_recursion_pending();
    } else if (is_plan_file(path) && entry->is_regular_file(ignored)) {
      add_once(inputs.plan_files, path);
    }
  }
}

base::Problem input_problem(const char* code, const fs::path& path) {
  return {
      .code = code, .arguments = {{"sti", path.generic_string()}, {"fil", path.generic_string()}}, .where = {}, .hints = {}};
}

/// A path that is not there, with the nearest name that is.
base::Problem missing_input(const fs::path& path) {
  auto problem = input_problem("base.fil.findes-ikke", path);
  std::vector<std::string> names;
  std::error_code failed;
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, failed)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  if (const auto near = base::nearest_word(path.filename().string(), names)) {
    const auto place = path.has_parent_path() ? path.parent_path() / *near : fs::path(*near);
    problem.hints.push_back(base::did_you_mean(place.generic_string()));
  }
  return problem;
}

/// A file that is read with the folder it lies in, and is nothing by itself.
base::Problem part_of_folder(const fs::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return {.code = "line.del-af-en-mappe",
          .arguments = {{"fil", file.generic_string()}, {"mappe", folder.generic_string()}},
          .where = {},
          .hints = {}};
}

}  // namespace

bool is_plan_file(const fs::path& path) {
  static constexpr std::array kEndings{".json", ".ndjson", ".jsonl"};
  const auto name = path.filename().string();
  const bool is_ours = name == kSiteFile || name == publish::kManifestName;
  return !is_ours && !name.starts_with('.') &&
         std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end();
}

bool is_guide_folder(const fs::path& path) { return has_file(path, "index.md"); }

bool is_theme_folder(const fs::path& path) { return has_file(path, "theme.json"); }

void add_input(const fs::path& path, Inputs& inputs, base::Problems& problems) {
  std::error_code failed;
  if (!fs::exists(path, failed)) {
    problems.add(missing_input(path));
    return;
  }
  if (!fs::is_directory(path, failed)) {
    if (is_mark_of_folder(path)) return problems.add(part_of_folder(path));
    if (is_plan_file(path)) return add_once(inputs.plan_files, path);
    problems.add(input_problem("kommando.intet-at-laese", path));
    return;
  }
  if (add_as_one_thing(path, inputs)) return;
  Inputs below;
  add_all_below(path, below);
  if (below.empty()) problems.add(input_problem("kommando.intet-at-laese.i-mappen", path));
  for (const auto& row : {&Inputs::plan_files, &Inputs::guide_folders, &Inputs::theme_folders, &Inputs::kind_folders}) {
    for (auto& found : below.*row) add_once(inputs.*row, std::move(found));
  }
}

}  // namespace line
