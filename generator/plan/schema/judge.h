#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace plan {

/// valijson behind a door: compiled once, then asked whether values fit. Safe to ask from many threads.
class Judge {
 public:
  /// Compiles a schema; `why_not` gets the library's reason when it cannot.
  static std::optional<Judge> compile(const nlohmann::json& schema, std::string& why_not);

  /// Whether a value fits the schema in everything but `format` and `pattern`, which `walk_schema` judges.
  [[nodiscard]] bool accepts(const nlohmann::json& value) const;

 private:
  struct Compiled;
  explicit Judge(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace plan
