#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <regex>
#include <string>
#include <string_view>

namespace plan {

/// Every pattern of a schema, compiled once (up to a millisecond each) and shared by all threads that check against it.
class Patterns {
 public:
  /// Collects the `pattern` and `patternProperties` of a schema. One that is no regular expression matches nothing.
  explicit Patterns(const nlohmann::json& schema);

  /// Whether a pattern of the schema is found in a text. A text too long to be matched safely does not match.
  [[nodiscard]] bool match(const std::string& pattern, std::string_view text) const;

 private:
  void collect(const nlohmann::json& schema);
  void compile(const std::string& pattern);

  std::map<std::string, std::regex, std::less<>> compiled_;
};

}  // namespace plan
