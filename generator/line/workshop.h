#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/file_store.h"
#include "base/problem.h"
#include "guide/snippets.h"
#include "line/earlier_plans.h"
#include "plan/check.h"
#include "plan/kinds.h"
#include "theme/theme.h"

namespace line {

/// What a run asks for before it sees its first plan or guide. Folders that are empty are not looked into.
struct WorkshopOrder {
  std::string theme = "standard";                    ///< A theme's name, or its folder.
  std::filesystem::path theme_folder;                ///< Holds the site's own themes, one folder each.
  std::filesystem::path kinds_folder;                ///< Holds the site's own plan kinds, one folder each.
  std::filesystem::path snippets_folder;             ///< Holds the guide texts that are merged into plans.
  std::filesystem::path titles_file;                 ///< Code list of job titles (JSON).
  std::string author;                                ///< Written into the PDFs; empty: the theme's own name.
  std::optional<load::JsonDocument> limits;          ///< Numbers that replace the rules' own.
  std::vector<std::filesystem::path> earlier_plans;  ///< Files with the versions of plans that were there before.
  plan::min_plan::RuleSet rules = plan::min_plan::RuleSet::from_2019;
  plan::min_plan::Purpose purpose = plan::min_plan::Purpose::publish;
  base::Date today;
};

/// Everything that plans and guides are made with, loaded and checked once for a run. Only read afterwards, so threads share
/// it.
struct Workshop {
  plan::Kinds kinds;
  plan::min_plan::Settings min_plan;
  EarlierPlans earlier_plans;
  theme::Theme theme;
  guide::Snippets snippets;                            ///< Also the broken ones.
  std::shared_ptr<const base::FileStore> theme_files;  ///< What print documents may read of the theme.
  std::string author;                                  ///< Written into the PDFs; empty: the theme's own name.
  base::Date today;
  std::string fingerprint;  ///< SHA-256 over the program, the theme, the kinds and the snippets: equal = equal outputs.
};

/// The kinds that come with the program and those of the site.
plan::Kinds open_kinds(const WorkshopOrder& order, base::Problems& problems);

/// A theme that can be chosen by its name.
struct ThemeChoice {
  std::string name;
  std::string description;
  std::filesystem::path folder;  ///< Empty for a theme that comes with the program.
};

/// The themes that come with the program and those of the site, by name. A theme that is broken is a problem.
std::vector<ThemeChoice> list_themes(const WorkshopOrder& order, base::Problems& problems);

/// Loads the theme that the order names, and reports what is wrong in it.
std::optional<theme::Theme> open_theme(const WorkshopOrder& order, base::Problems& problems);

/// Loads what the order names. Any error leaves nothing, but for one in a snippet, which stops only the plans that want it.
std::optional<Workshop> open_workshop(const WorkshopOrder& order, base::Problems& problems);

}  // namespace line
