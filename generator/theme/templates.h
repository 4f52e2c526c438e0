#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "base/problem.h"
#include "theme/template_tree.h"

namespace theme {

/// Whether a reader may be sent to an address: to the web, a mail or telephone program, or a file beside the page; never to
/// a script.
bool is_harmless_address(std::string_view address);

/// A theme's templates by name, each parsed once; rendering only reads, so threads may share them.
class Templates {
 public:
  /// Parses every template and checks that each `{{> name}}` names one of them.
  static std::optional<Templates> parse(const std::map<std::string, base::Source, std::less<>>& sources,
                                        base::Problems& problems);

  [[nodiscard]] bool contains(std::string_view name) const { return templates_.contains(name); }

  /// The templates that other templates include.
  [[nodiscard]] std::set<std::string> partial_names() const;

  /// Every name that a tag of any template asks for, as written: `labels.today`.
  [[nodiscard]] std::set<std::string> names_used() const;

  /// Fills a template in. A name is looked up in the innermost section first, then outwards, last in `scopes` from the back
  /// to the front. A name that is nowhere is a problem at its tag; null, false, `""`, `[]` and `{}` count as empty.
  std::optional<base::Html> render(std::string_view name, std::span<const nlohmann::json* const> scopes,
                                   base::Problems& problems) const;

 private:
  std::map<std::string, std::vector<Piece>, std::less<>> templates_;
};

}  // namespace theme
