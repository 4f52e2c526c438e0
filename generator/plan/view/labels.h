#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"

namespace plan {

/// Whether the reader uses Jobnet; who is exempt from it is led nowhere on it.
enum class JobnetUse { yes, exempt };

/// Whether a link of the view has an address; a site may take one away, and some readers are not to follow it.
inline bool has_address(const nlohmann::json& link) { return !link.at("url").get_ref<const std::string&>().empty(); }

/// The printed words of a kind, from its labels.json. A word that is missing is reported: a code is nothing to read.
class Labels {
 public:
  Labels(const nlohmann::json& tree, base::Problems& problems, JobnetUse jobnet = JobnetUse::yes)
      : tree_(tree), problems_(problems), jobnet_(jobnet) {}

  /// The label of a code in a group, such as ("former", "telefon") or ("krav.indledning", "akasse").
  [[nodiscard]] std::string text(std::string_view group, std::string_view code) const;

  /// A label with its `{name}` places filled.
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  [[nodiscard]] std::string fill(std::string_view group, std::string_view code, Values values) const;

  /// A link's text and address: `{"tekst", "url"}`. The address is empty where the reader is not to follow it.
  [[nodiscard]] nlohmann::json link(std::string_view name) const;

  [[nodiscard]] bool has(std::string_view group, std::string_view code) const { return find(group, code) != nullptr; }

  [[nodiscard]] bool leads_to_jobnet() const { return jobnet_ == JobnetUse::yes; }

  [[nodiscard]] const nlohmann::json& tree() const { return tree_; }

 private:
  void report_missing(std::string_view group, std::string_view code) const;
  [[nodiscard]] const nlohmann::json* find(std::string_view group, std::string_view code) const;

  const nlohmann::json& tree_;
  base::Problems& problems_;
  JobnetUse jobnet_;
};

}  // namespace plan
