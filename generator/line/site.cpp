#include "line/site.h"

#include <algorithm>

#include "base/file_store.h"
#include "load/json_places.h"

namespace line {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kAllPlans = "/*.json";

/// `folder/*.json` means the plans of the folder itself, without those of its subfolders.
std::vector<fs::path> plans_of_folder(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> plans;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (is_plan_file(entry.path()) && entry.path().extension() == ".json") plans.push_back(entry.path());
  }
  std::sort(plans.begin(), plans.end());
  return plans;
}

/// Nothing when the settings do not mean all plans of a folder.
std::optional<fs::path> folder_of_all_plans(const Site& site, const std::string& plans) {
  if (!plans.ends_with(kAllPlans)) return std::nullopt;
  return site.resolve(plans.substr(0, plans.size() - kAllPlans.size()));
}

void add_plans(const Site& site, const std::string& plans, Inputs& inputs, base::Problems& problems) {
  const auto folder = folder_of_all_plans(site, plans);
  const auto found = folder ? plans_of_folder(*folder) : std::vector<fs::path>{site.resolve(plans)};
  if (found.empty()) return add_input(*folder / "*.json", inputs, problems);
  for (const auto& plan : found) add_input(plan, inputs, problems);
}

/// Whether a folder is there that has no plans: before the first night there are no earlier ones.
bool is_empty_folder(const Site& site, const std::string& plans) {
  std::error_code failed;
  const auto folder = folder_of_all_plans(site, plans);
  return folder ? fs::is_directory(*folder, failed) && plans_of_folder(*folder).empty()
                : fs::is_directory(site.resolve(plans), failed) && fs::is_empty(site.resolve(plans), failed);
}

std::string folder_or_nothing(const fs::path& folder) {
  std::error_code failed;
  return fs::is_directory(folder, failed) ? folder.string() : std::string();
}

/// A problem with what the settings name at a JSON pointer, placed there.
base::Problem named_by(const Site& site, const std::string& pointer, base::Problem problem) {
  if (!problem.where && site.document) problem.where = load::JsonPlaces(*site.document).locate(pointer).value;
  return problem;
}

/// Whether the folders are there that the settings name; the folders that a site may have need not be.
bool has_its_folders(const Site& site, base::Problems& problems) {
  const load::SiteSettings defaults;
  const auto& settings = site.settings;
  bool complete = true;
  const auto expect = [&](const char* key, const std::string& folder, const std::string& otherwise) {
    std::error_code failed;
    if (folder == otherwise || fs::is_directory(site.resolve(folder), failed)) return;
    problems.add(named_by(site, key,
                          {.code = "base.fil.findes-ikke",
                           .arguments = {{"fil", site.resolve(folder).generic_string()}},
                           .where = {},
                           .hints = {}}));
    complete = false;
  };
  expect("/themes", settings.themes, defaults.themes);
  expect("/kinds", settings.kinds, defaults.kinds);
  expect("/snippets", settings.snippets, defaults.snippets);
  return complete;
}

void add_guide(const Site& site, const std::string& guide, Inputs& inputs, base::Problems& problems) {
  add_input(site.resolve(guide), inputs, problems);
}

void add_earlier(const Site& site, const std::string& plans, Inputs& inputs, base::Problems& problems) {
  if (!is_empty_folder(site, plans)) add_plans(site, plans, inputs, problems);
}

/// A list of the settings, and how what it names becomes inputs.
struct SettingsList {
  const char* pointer;
  const std::vector<std::string>& names;
  void (*add)(const Site&, const std::string&, Inputs&, base::Problems&);
};

void add_each(const Site& site, const SettingsList& list, Inputs& inputs, base::Problems& problems) {
  for (std::size_t i = 0; i < list.names.size(); ++i) {
    base::Problems found;
    list.add(site, list.names[i], inputs, found);
    for (const auto& problem : found) problems.add(named_by(site, list.pointer + ("/" + std::to_string(i)), problem));
  }
}

}  // namespace

fs::path Site::resolve(const std::string& path) const {
  if (path.empty()) return {};
  return folder == "." ? fs::path(path) : (folder / path).lexically_normal();
}

std::optional<Site> open_site(const fs::path& file, base::Problems& problems) {
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  auto text = base::DiskFileStore(folder).read(file.filename().string(), problems);
  if (!text) return std::nullopt;
  auto document = load::load_json(base::make_source(file.generic_string(), *std::move(text)), problems);
  auto settings = document ? load::read_site_settings(*document, problems) : std::nullopt;
  if (!settings) return std::nullopt;
  Site site{*std::move(settings), folder, file, std::move(document)};
  return has_its_folders(site, problems) ? std::optional(std::move(site)) : std::nullopt;
}

std::optional<Site> open_site_here(base::Problems& problems) {
  std::error_code failed;
  if (fs::exists(kSiteFile, failed)) return open_site(kSiteFile, problems);
  return Site{.settings = {}, .folder = ".", .file = {}};
}

std::optional<Site> open_site_meant(const std::string& file, base::Problems& problems) {
  return file.empty() ? open_site_here(problems) : open_site(file, problems);
}

std::optional<fs::path> site_file_of(const fs::path& path) {
  std::error_code failed;
  auto folder = fs::weakly_canonical(fs::absolute(path, failed), failed);
  if (failed) return std::nullopt;
  if (!fs::is_directory(folder, failed)) folder = folder.parent_path();
  while (!fs::is_regular_file(folder / kSiteFile, failed)) {
    if (folder == folder.parent_path()) return std::nullopt;
    folder = folder.parent_path();
  }
  return path.is_absolute() ? folder / kSiteFile : fs::proximate(folder / kSiteFile, failed);
}

plan::min_plan::Purpose purpose_of(const Site& site) {
  const auto& audiences = site.settings.audiences;
  const bool has_job_centre = std::find(audiences.begin(), audiences.end(), "jobcenter") != audiences.end();
  return has_job_centre ? plan::min_plan::Purpose::preview : plan::min_plan::Purpose::publish;
}

WorkshopOrder workshop_order(const Site& site, const std::string& theme, base::Date today) {
  const auto& settings = site.settings;
  // A theme of the settings may be a folder beside the settings file; a theme of the command line is the user's own path.
  const auto own_folder = folder_or_nothing(site.resolve(settings.theme));
  return {.theme = !theme.empty()        ? theme
                   : !own_folder.empty() ? own_folder
                                         : settings.theme,
          .theme_folder = folder_or_nothing(site.resolve(settings.themes)),
          .kinds_folder = folder_or_nothing(site.resolve(settings.kinds)),
          .snippets_folder = site.resolve(settings.snippets),
          .titles_file = site.resolve(settings.titles),
          .author = settings.author,
          .limits = settings.limits,
          .rules = settings.rules == "2015" ? plan::min_plan::RuleSet::before_2019 : plan::min_plan::RuleSet::from_2019,
          .purpose = purpose_of(site),
          .today = today};
}

Inputs site_inputs(const Site& site, base::Problems& problems) {
  Inputs inputs;
  add_each(site, {"/plans", site.settings.plans, add_plans}, inputs, problems);
  add_each(site, {"/guides", site.settings.guides, add_guide}, inputs, problems);
  return inputs;
}

std::vector<fs::path> earlier_plan_files(const Site& site, base::Problems& problems) {
  Inputs inputs;
  add_each(site, {"/previous", site.settings.previous, add_earlier}, inputs, problems);
  return inputs.plan_files;
}

pdf::EngineOptions engine_options(const Site& site) {
  pdf::EngineOptions options;
  options.command = site.settings.command;
  return options;
}

}  // namespace line
