#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "base/problem.h"
#include "load/json_document.h"
#include "plan/schema/violation.h"

namespace plan {

/// A JSON Schema (draft 7), compiled once per run and shared by every check and thread.
class Schema {
 public:
  /// Compiles a schema file; what is wrong with it is a problem at its beginning.
  static std::optional<Schema> compile(const load::JsonDocument& document, base::Problems& problems);

  /// Where a value breaks the schema, at most kViolationLimit places. Empty means that it fits.
  [[nodiscard]] std::vector<Violation> violations(const nlohmann::json& value) const;

  /// The schema as it is written.
  [[nodiscard]] const nlohmann::json& json() const;

 private:
  struct Parts;
  explicit Schema(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

  std::shared_ptr<const Parts> parts_;
};

}  // namespace plan
