#include "plan/schema/judge.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace plan {

namespace {

/// Takes `format` and `pattern` out: valijson makes a std::regex anew for every date, and a long text overflows its stack.
void drop_regexes(nlohmann::json& schema) {
  if (schema.is_object()) {
    for (const auto* keyword : {"format", "pattern"}) {
      const auto found = schema.find(keyword);
      if (found != schema.end() && found->is_string()) schema.erase(found);
    }
  }
  if (!schema.is_structured()) return;
  for (auto& below : schema) drop_regexes(below);
}

}  // namespace

struct Judge::Compiled {
  valijson::Schema schema;
};

std::optional<Judge> Judge::compile(const nlohmann::json& schema, std::string& why_not) {
  auto without_regexes = schema;
  drop_regexes(without_regexes);
  auto compiled = std::make_shared<Compiled>();
  try {
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(without_regexes), compiled->schema);
  } catch (const std::exception& failed) {
    why_not = failed.what();
    return std::nullopt;
  }
  return Judge(std::move(compiled));
}

bool Judge::accepts(const nlohmann::json& value) const {
  try {
    valijson::Validator validator;  // its pattern cache is not shared between threads, and never used
    return validator.validate(compiled_->schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace plan
