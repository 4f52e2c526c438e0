#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "theme/theme_settings.h"

namespace theme {

/// Finds a file of the theme, its own or an inherited one; nothing when there is none.
using FindFile = std::function<base::Source(std::string_view path)>;

/// A style sheet with each line `@import "file.css";` replaced by that file of the theme. A missing file, and anything that
/// would be fetched from the net, is a problem. Paths that were imported are added to `imported`.
std::optional<std::string> assemble_stylesheet(std::string_view path, const FindFile& find, std::set<std::string>& imported,
                                               base::Problems& problems);

/// The names that a style sheet asks for with `var(--name)` and those it gives a value itself.
struct PropertyNames {
  std::set<std::string> used;
  std::set<std::string> defined;
};
PropertyNames property_names(std::string_view css);

/// Reports each `var(--name)` of one file that is neither a token nor defined in `defined`.
void check_tokens(const base::Source& css, const Tokens& tokens, const std::set<std::string>& defined,
                  base::Problems& problems);

/// `:root` with every token as a custom property, for browsers.
std::string root_properties(const Tokens& tokens);

/// The style sheet with each `var(--token)` replaced by the token's value, for engines that know no custom properties.
std::string resolve_tokens(std::string_view css, const Tokens& tokens);

}  // namespace theme
