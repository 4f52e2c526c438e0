#include "line/workshop.h"

#include <map>

#include "line/fingerprint.h"
#include "line/inputs.h"
#include "line/snippet_check.h"
#include "load/json_document.h"
#include "plan/audience.h"
#include "plan/min_plan/settings.h"
#include "theme/load_theme.h"
#include "theme/theme_folders.h"

namespace line {

namespace fs = std::filesystem;

namespace {

/// The folders of a site's own themes by their names.
std::map<std::string, fs::path> site_themes(const fs::path& parent) {
  std::map<std::string, fs::path> themes;
  std::error_code failed;
  if (parent.empty()) return themes;
  for (const auto& entry : fs::directory_iterator(parent, failed)) {
    if (is_theme_folder(entry.path())) themes.emplace(entry.path().filename().string(), entry.path());
  }
  return themes;
}

/// The program's themes and the site's, which may replace them.
theme::ThemeFolders theme_folders(const WorkshopOrder& order) {
  auto folders = theme::builtin_folders();
  for (const auto& [name, folder] : site_themes(order.theme_folder))
    folders[name] = std::make_shared<base::DiskFileStore>(folder);
  return folders;
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

guide::Snippets load_site_snippets(const fs::path& folder, const theme::Theme& theme, base::Problems& problems) {
  if (folder.empty()) return {};
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

plan::min_plan::Settings rule_settings(const WorkshopOrder& order, base::Problems& problems) {
  plan::min_plan::Settings settings;
  settings.titles = load_titles(order.titles_file, problems);
  settings.rules = order.rules;
  settings.purpose = order.purpose;
  const auto limits = order.limits ? plan::min_plan::read_limits(*order.limits, problems) : std::nullopt;
  if (limits) settings.limits = *limits;
  return settings;
}

std::string fingerprint_of(const WorkshopOrder& order, const theme::Theme& theme, const theme::ThemeFolders& folders) {
  Fingerprint fingerprint;
  fingerprint.add_program();
  for (const auto& name : theme.chain) fingerprint.add_files(*folders.at(name), "");
  for (const auto& folder : {order.kinds_folder, order.snippets_folder}) {
    if (!folder.empty()) fingerprint.add_files(base::DiskFileStore(folder), "");
  }
  if (order.limits) fingerprint.add(order.limits->value.dump());
  return fingerprint.add(order.author).add(base::to_iso(order.today)).sum();
}

}  // namespace

plan::Kinds open_kinds(const WorkshopOrder& order, base::Problems& problems) {
  auto kinds = plan::Kinds::built_in();
  if (!order.kinds_folder.empty()) kinds.add_from(base::DiskFileStore(order.kinds_folder), "", problems);
  return kinds;
}

std::vector<ThemeChoice> list_themes(const WorkshopOrder& order, base::Problems& problems) {
  const auto own = site_themes(order.theme_folder);
  const auto folders = theme_folders(order);
  std::vector<ThemeChoice> choices;
  for (const auto& [name, files] : folders) {
    const auto loaded = theme::load_theme(name, folders, problems);
    const auto place = own.find(name);
    choices.push_back({name, loaded ? loaded->settings.description : "", place == own.end() ? fs::path() : place->second});
  }
  return choices;
}

std::optional<theme::Theme> open_theme(const WorkshopOrder& order, base::Problems& problems) {
  auto folders = theme_folders(order);
  const auto name = theme_name(order.theme, folders);
  return theme::load_theme(name, folders, problems);
}

std::optional<Workshop> open_workshop(const WorkshopOrder& order, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  auto folders = theme_folders(order);
  const auto name = theme_name(order.theme, folders);
  auto theme = theme::load_theme(name, folders, problems);
  if (!theme) return std::nullopt;
  Workshop workshop{.kinds = open_kinds(order, problems),
                    .min_plan = rule_settings(order, problems),
                    .theme = *std::move(theme),
                    .author = order.author,
                    .today = order.today};
  if (problems.error_count() > errors_before) return std::nullopt;
  workshop.snippets = load_site_snippets(order.snippets_folder, workshop.theme, problems);
  check_snippets(workshop.snippets, workshop.kinds, problems);
  for (const auto& file : order.earlier_plans) workshop.earlier_plans.add(file, problems);
  workshop.theme_files = asset_store(workshop.theme);
  workshop.fingerprint = fingerprint_of(order, workshop.theme, folders);
  return workshop;
}

}  // namespace line
