#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"

namespace plan {

/// The printed words of a kind, from its labels.json. A word that is missing is reported: a code is nothing to read.
class Labels {
 public:
  Labels(const nlohmann::json& tree, base::Problems& problems) : tree_(tree), problems_(problems) {}

  /// The label of a code in a group, such as ("former", "telefon") or ("krav.indledning", "akasse").
  [[nodiscard]] std::string text(std::string_view group, std::string_view code) const;

  /// A label with its `{name}` places filled.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] std::string fill(std::string_view group, std::string_view code, Values values) const;

  /// A link's text and address: `{"tekst", "url"}`.
  [[nodiscard]] nlohmann::json link(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view group, std::string_view code) const { return find(group, code) != nullptr; }

  [[nodiscard]] const nlohmann::json& tree() const { return tree_; }

 private:
  void report_missing(std::string_view group, std::string_view code) const;
  [[nodiscard]] const nlohmann::json* find(std::string_view group, std::string_view code) const;

  const nlohmann::json& tree_;
  base::Problems& problems_;
};

}  // namespace plan
