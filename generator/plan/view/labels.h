#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace plan {

/// The printed words of a kind, from its labels.json.
class Labels {
 public:
  explicit Labels(nlohmann::json tree) : tree_(std::move(tree)) {}

  /// The label of a code in a group, such as ("former", "telefon") or ("krav.indledning", "akasse"); the code itself when
  /// there is none.
  [[nodiscard]] std::string text(std::string_view group, std::string_view code) const;

  /// A label with its `{name}` places filled.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] std::string fill(std::string_view group, std::string_view code, Values values) const;

  /// A link's text and address: `{"tekst", "url"}`.
  [[nodiscard]] nlohmann::json link(std::string_view name) const;

  [[nodiscard]] const nlohmann::json& tree() const { return tree_; }

 private:
  [[nodiscard]] const nlohmann::json* find(std::string_view group, std::string_view code) const;

  nlohmann::json tree_;
};

}  // namespace plan
