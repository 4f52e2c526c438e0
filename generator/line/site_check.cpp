#include "line/site_check.h"

#include <map>
#include <optional>

#include "base/layered_file_store.h"
#include "line/contract_check.h"
#include "line/guide_line.h"
#include "line/plan_files.h"
#include "line/plan_line.h"
#include "line/sample_pages.h"
#include "line/theme_css.h"
#include "line/workshop.h"

namespace line {

namespace fs = std::filesystem;

namespace {

bool means_whole_site(const fs::path& path) {
  std::error_code failed;
  return path.filename() == kSiteFile || fs::is_regular_file(path / kSiteFile, failed);
}

fs::path settings_file(const fs::path& path) { return path.filename() == kSiteFile ? path : path / kSiteFile; }

void append(Inputs& all, const Inputs& more) {
  for (const auto& list : {&Inputs::plan_files, &Inputs::guide_folders, &Inputs::theme_folders, &Inputs::kind_folders}) {
    (all.*list).insert((all.*list).end(), (more.*list).begin(), (more.*list).end());
  }
}

/// The parts by their sites' settings files; the empty path is the site of where the program stands.
class Sorting {
 public:
  Sorting(const Site& here, base::Problems& problems) : here_(here), problems_(problems) {}

  void add(const fs::path& path) {
    if (means_whole_site(path)) {
      if (auto* part = part_of(settings_file(path))) append(part->inputs, site_inputs(part->site, problems_));
    } else if (auto* part = part_of(site_file_of(path).value_or(fs::path()))) {
      add_input(path, part->inputs, problems_);
    }
  }

  std::vector<CheckPart> take() {
    std::vector<CheckPart> parts;
    for (auto& [file, part] : parts_) {
      if (part && !part->inputs.empty()) parts.push_back(*std::move(part));
    }
    return parts;
  }

 private:
  /// A site whose settings are wrong is reported once, and has no part.
  CheckPart* part_of(const fs::path& file) {
    const auto [place, is_new] = parts_.try_emplace(file.lexically_normal());
    auto& part = place->second;
    if (is_new) {
      auto site = file.empty() ? std::optional(here_) : open_site(file, problems_);
      if (site) part = CheckPart{*std::move(site), {}};
    }
    return part ? &*part : nullptr;
  }

  const Site& here_;
  base::Problems& problems_;
  std::map<fs::path, std::optional<CheckPart>> parts_;
};

void check_theme(const CheckPart& part, const fs::path& folder, base::Date today, base::Problems& problems) {
  // With a folder before it, so that a name of the program's own theme does not stand for that theme.
  const auto place = folder.has_parent_path() ? folder : fs::path(".") / folder;
  const auto theme = open_theme(workshop_order(part.site, place.string(), today), problems);
  if (!theme) return;
  check_print_css(*theme, place, problems);
  check_templates(*theme, place, problems);
}

void check_kind(const fs::path& folder, base::Problems& problems) {
  const auto type = fs::absolute(folder / "").lexically_normal().parent_path().filename().string();
  const base::LayeredFileStore files({{type + "/", std::make_shared<base::DiskFileStore>(folder)}});
  plan::Kinds::built_in().add_from(files, "", problems);
}

}  // namespace

std::vector<CheckPart> part_of_site(const std::vector<fs::path>& paths, const Site& site, base::Problems& problems) {
  CheckPart part{site, {}};
  for (const auto& path : paths) add_input(path, part.inputs, problems);
  if (part.inputs.empty()) return {};
  return {std::move(part)};
}

std::vector<CheckPart> parts_to_check(const std::vector<fs::path>& paths, const Site& here, base::Problems& problems) {
  Sorting sorting(here, problems);
  for (const auto& path : paths) sorting.add(path);
  return sorting.take();
}

void check_part(const CheckPart& part, CheckFor whom, base::Date today, CheckCounts& counts, base::Problems& problems) {
  for (const auto& folder : part.inputs.theme_folders) check_theme(part, folder, today, problems);
  for (const auto& folder : part.inputs.kind_folders) check_kind(folder, problems);
  counts.themes += static_cast<int>(part.inputs.theme_folders.size());
  counts.kinds += static_cast<int>(part.inputs.kind_folders.size());
  if (part.inputs.plan_files.empty() && part.inputs.guide_folders.empty()) return;
  auto order = workshop_order(part.site, "", today);
  if (whom == CheckFor::preview) order.purpose = plan::min_plan::Purpose::preview;
  order.earlier_plans = earlier_plan_files(part.site, problems);
  const auto workshop = open_workshop(order, problems);
  if (!workshop) return;
  int contracts = 0;
  for (const auto& file : part.inputs.plan_files) {
    TakenNames taken;  // in one file; files of several sites may have the same
    for (const auto& text : read_plan_file(file, problems)) {
      taken.take(text, problems);
      const auto plan = check_plan_text(*workshop, text, problems);
      contracts += plan && has_contract(*plan) ? 1 : 0;
      ++counts.plans;
    }
  }
  check_contracts(part.site, contracts, problems);
  for (const auto& folder : part.inputs.guide_folders) {
    check_guide(*workshop, GuideFolder(folder), problems);
    ++counts.guides;
  }
}

}  // namespace line
