#include "line/inputs.h"

#include <algorithm>
#include <array>

namespace line {

namespace fs = std::filesystem;

namespace {

template <typename Path>
void add_once(std::vector<Path>& paths, Path path) {
  const auto place = std::lower_bound(paths.begin(), paths.end(), path);
  if (place == paths.end() || *place != path) paths.insert(place, std::move(path));
}

std::vector<fs::path> plan_files_below(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failed;
  auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
  for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
    std::error_code ignored;
    if (is_plan_file(entry->path()) && entry->is_regular_file(ignored)) found.push_back(entry->path());
  }
  return found;
}

base::Problem input_problem(const char* code, const fs::path& path) {
  return {
      .code = code, .arguments = {{"sti", path.generic_string()}, {"fil", path.generic_string()}}, .where = {}, .hints = {}};
}

}  // namespace

bool is_plan_file(const fs::path& path) {
  static constexpr std::array kEndings{".json", ".ndjson", ".jsonl"};
  const auto name = path.filename().string();
  return !name.starts_with('.') && std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end();
}

bool is_guide_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_regular_file(path / "index.md", failed);
}

void add_input(const fs::path& path, Inputs& inputs, base::Problems& problems) {
  std::error_code failed;
  if (!fs::exists(path, failed)) {
    problems.add(input_problem("base.fil.findes-ikke", path));
    return;
  }
  if (!fs::is_directory(path, failed)) {
    if (is_plan_file(path)) return add_once(inputs.plan_files, path);
    problems.add(input_problem("kommando.intet-at-laese", path));
    return;
  }
  if (is_guide_folder(path)) return add_once(inputs.guide_folders, path);
  const auto plans = plan_files_below(path);
  if (plans.empty()) problems.add(input_problem("kommando.intet-at-laese", path));
  for (const auto& plan : plans) add_once(inputs.plan_files, plan);
}

}  // namespace line
