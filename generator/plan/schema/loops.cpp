#include "plan/schema/loops.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "plan/schema/pointer.h"

namespace plan {

namespace {

using nlohmann::json;

/// Follows the keywords that judge the same value as the schema they stand in.
class Loops {
 public:
  explicit Loops(const json& root) : root_(root) {}

  bool below(const json& schema) {
    if (!schema.is_structured()) return false;
    return from(schema) || std::any_of(schema.begin(), schema.end(), [this](const json& part) { return below(part); });
  }

 private:
  bool from(const json& schema) {
    if (!schema.is_object() || clean_.contains(&schema)) return false;
    if (!open_.insert(&schema).second) return true;
    const auto next = same_value_parts(schema);
    const bool loops = std::any_of(next.begin(), next.end(), [this](const json* part) { return from(*part); });
    open_.erase(&schema);
    if (!loops) clean_.insert(&schema);
    return loops;
  }

  [[nodiscard]] std::vector<const json*> same_value_parts(const json& schema) const {
    std::vector<const json*> parts;
    for (const auto& [keyword, part] : schema.items()) {
      if (keyword == "$ref" && part.is_string()) {
        const auto* const target = find_by_fragment(root_, part.get<std::string>());
        if (target != nullptr) parts.push_back(target);
      } else if (keyword == "not" || keyword == "if" || keyword == "then" || keyword == "else") {
        parts.push_back(&part);
      } else if ((keyword == "allOf" || keyword == "anyOf" || keyword == "oneOf") && part.is_array()) {
        for (const auto& one : part) parts.push_back(&one);
      }
    }
    return parts;
  }

  const json& root_;
  std::set<const json*> open_;
  std::set<const json*> clean_;
};

}  // namespace

bool leads_to_itself(const nlohmann::json& schema) { return Loops(schema).below(schema); }

}  // namespace plan
