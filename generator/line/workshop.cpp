#include "line/workshop.h"

#include "line/fingerprint.h"
#include "load/json_document.h"
#include "plan/audience.h"
#include "plan/min_plan/settings.h"
#include "theme/load_theme.h"
#include "theme/theme_folders.h"

namespace line {

namespace fs = std::filesystem;

namespace {

void add_site_themes(theme::ThemeFolders& folders, const fs::path& parent) {
  std::error_code failed;
  if (parent.empty()) return;
  for (const auto& entry : fs::directory_iterator(parent, failed)) {
    const auto is_theme = fs::is_regular_file(entry.path() / "theme.json", failed);
    if (is_theme) folders[entry.path().filename().string()] = std::make_shared<base::DiskFileStore>(entry.path());
  }
}

/// A theme given by its folder is known by the folder's name from there on.
std::string theme_name(const std::string& theme, theme::ThemeFolders& folders) {
  std::error_code failed;
  if (folders.contains(theme) || !fs::is_directory(theme, failed)) return theme;
  const auto folder = fs::path(theme + "/").lexically_normal().parent_path();
  auto name = folder.filename().string();
  folders[name] = std::make_shared<base::DiskFileStore>(folder);
  return name;
}

std::shared_ptr<const base::FileStore> asset_store(const theme::Theme& theme) {
  std::map<std::string, std::string, std::less<>> files;
  for (const auto& asset : theme.assets) files.emplace(asset.path, asset.bytes);
  return std::make_shared<base::MemoryFileStore>(std::move(files));
}

std::optional<guide::Snippets> load_site_snippets(const fs::path& folder, const theme::Theme& theme,
                                                  base::Problems& problems) {
  if (folder.empty()) return guide::Snippets{};
  return guide::load_snippets(base::DiskFileStore(folder),
                              {.folder = "", .box_kinds = theme.settings.box_kinds(), .audiences = plan::audience_words()},
                              problems);
}

std::shared_ptr<const plan::min_plan::TitleList> load_titles(const fs::path& file, base::Problems& problems) {
  if (file.empty()) return nullptr;
  const base::DiskFileStore store(file.has_parent_path() ? file.parent_path() : fs::path("."));
  auto text = store.read(file.filename().string(), problems);
  if (!text) return nullptr;
  const auto document = load::load_json(base::make_source(file.generic_string(), *std::move(text)), problems);
  auto titles = document ? plan::min_plan::read_title_list(*document, problems) : std::nullopt;
  return titles ? std::make_shared<const plan::min_plan::TitleList>(*std::move(titles)) : nullptr;
}

}  // namespace

std::optional<Workshop> open_workshop(const WorkshopOrder& order, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  auto folders = theme::builtin_folders();
  add_site_themes(folders, order.theme_folder);
  auto theme = theme::load_theme(theme_name(order.theme, folders), folders, problems);
  if (!theme) return std::nullopt;
  Workshop workshop{
      .kinds = plan::Kinds::built_in(), .theme = *std::move(theme), .author = order.author, .today = order.today};
  if (!order.kinds_folder.empty()) workshop.kinds.add_from(base::DiskFileStore(order.kinds_folder), "", problems);
  workshop.min_plan.titles = load_titles(order.titles_file, problems);
  if (order.limits) {
    if (const auto limits = plan::min_plan::read_limits(*order.limits, problems)) workshop.min_plan.limits = *limits;
  }
  auto snippets = load_site_snippets(order.snippets_folder, workshop.theme, problems);
  if (!snippets || problems.error_count() > errors_before) return std::nullopt;
  workshop.snippets = *std::move(snippets);
  workshop.theme_files = asset_store(workshop.theme);
  Fingerprint fingerprint;
  fingerprint.add_program();
  for (const auto& name : workshop.theme.chain) fingerprint.add_files(*folders.at(name), "");
  for (const auto& folder : {order.kinds_folder, order.snippets_folder}) {
    if (!folder.empty()) fingerprint.add_files(base::DiskFileStore(folder), "");
  }
  if (order.limits) fingerprint.add(order.limits->value.dump());
  workshop.fingerprint = fingerprint.add(order.author).add(base::to_iso(order.today)).sum();
  return workshop;
}

}  // namespace line
