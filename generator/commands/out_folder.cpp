#include "commands/out_folder.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace commands {

namespace fs = std::filesystem;

namespace {

/// A path in full, links followed as far as it is there.
fs::path real_path(const fs::path& path) {
  std::error_code failed;
  auto real = fs::weakly_canonical(fs::absolute(path, failed), failed);
  if (failed) real = path.lexically_normal();
  return real.has_filename() ? real : real.parent_path();
}

bool holds(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Everything that the site's settings name, and the settings themselves.
std::vector<fs::path> sources_of(const line::Site& site) {
  const auto& settings = site.settings;
  std::vector<fs::path> sources{site.file, site.folder};
  for (const auto& named : {settings.snippets, settings.titles, settings.themes, settings.kinds, settings.theme})
    sources.push_back(site.resolve(named));
  for (const auto& list : {settings.plans, settings.previous, settings.guides}) {
    for (const auto& named : list) sources.push_back(site.resolve(named));
  }
  std::erase_if(sources, [](const fs::path& path) { return path.empty(); });
  return sources;
}

void refuse(const char* code, const std::string& folder, const fs::path& source, base::Problems& problems) {
  problems.add(
      {.code = code, .arguments = {{"mappe", folder}, {"kilde", source.generic_string()}}, .where = {}, .hints = {}});
}

}  // namespace

bool may_build_into(const std::string& folder, const line::Site& site, base::Problems& problems) {
  const auto real = real_path(folder);
  if (real == real.root_path()) {
    refuse("kommando.ud.rod", folder, {}, problems);
    return false;
  }
  const auto sources = sources_of(site);
  const auto held = std::ranges::find_if(sources, [&](const fs::path& source) { return holds(real, real_path(source)); });
  if (held == sources.end()) return true;
  refuse("kommando.ud.kilder", folder, *held, problems);
  return false;
}

}  // namespace commands
