#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/print_document.h"
#include "base/problem.h"
#include "load/json_document.h"

namespace theme {

/// Colours, fonts and sizes by name without the dashes: `farve-accent` is `--farve-accent` in the style sheets.
using Tokens = std::map<std::string, std::string, std::less<>>;

/// A kind of box in a guide: `> [!fakta]`.
struct BoxKind {
  std::string label;
  std::string icon;         ///< Name of a file in `icons/` without `.svg`.
  std::string colour;       ///< Names the tokens `farve-boks-<colour>` and `farve-boks-<colour>-lys`.
  std::string description;  ///< For the legend of the guide.
};

/// What `theme.json` says, put together along the chain of themes: a later theme's members replace an earlier one's.
struct ThemeSettings {
  std::string name;
  std::string description;
  std::string logo_file;  ///< Path below the theme, in `assets/`.
  std::string logo_text;  ///< The name beside the logo, and its text alternative.
  base::PageSetup plan_page;
  base::PageSetup book_page;
  Tokens tokens;
  std::map<std::string, BoxKind, std::less<>> boxes;
  std::map<std::string, std::string, std::less<>> items;  ///< Kind of a plan's item to the group that gives icon and colour.

  [[nodiscard]] std::vector<std::string> box_kinds() const;
};

/// Which theme a `theme.json` extends: its `extends`, or `standard` when it says nothing.
std::string parent_of(const load::JsonDocument& document);

/// Lays one `theme.json` over the settings so far. Unknown keys, wrong types and values that cannot be are problems.
void apply_settings(const load::JsonDocument& document, ThemeSettings& settings, base::Problems& problems);

}  // namespace theme
