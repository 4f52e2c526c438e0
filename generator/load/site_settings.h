#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "load/json_document.h"

namespace load {

/// What a site's `vejviser.json` says. Paths are relative to the folder that the file lies in.
struct SiteSettings {
  std::string title = "Vejviser";
  std::string author;
  std::string theme = "standard";                 ///< A theme's name, or its folder.
  std::string themes = "themes";                  ///< Folder with the site's own themes, one folder each.
  std::string kinds = "kinds";                    ///< Folder with the site's own plan kinds, one folder each.
  std::string snippets;                           ///< Folder with the texts that are merged into plans.
  std::string titles;                             ///< Code list of job titles (JSON); empty: titles are not looked up.
  std::vector<std::string> plans;                 ///< Files, folders, or `folder/*.json`.
  std::vector<std::string> previous;              ///< The versions of plans that were there before; as `plans`.
  std::vector<std::string> guides;                ///< Folders.
  std::vector<std::string> audiences{"borger"};   ///< Whom plans are made for.
  std::vector<std::string> forms{"html", "pdf"};  ///< What is made of each plan: `html`, `print`, `pdf`.
  std::string engine;                             ///< PDF engine; empty: the best one that is here.
  std::vector<std::string> command;               ///< Program and arguments of the engine `command`.
  std::string rules = "2019";                     ///< The years whose rules plans are held against: `2015` or `2019`.
  std::optional<base::Date> date;                 ///< The day that counts as today; nothing: the machine's own.
  std::optional<JsonDocument> limits;             ///< The member `limits` as it is written; the plan room reads it.
};

/// Reads a site's settings; unknown keys and wrong values are problems at their place.
std::optional<SiteSettings> read_site_settings(const JsonDocument& document, base::Problems& problems);

}  // namespace load
