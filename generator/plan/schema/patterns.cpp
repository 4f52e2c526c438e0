#include "plan/schema/patterns.h"

#include <nlohmann/json.hpp>

namespace plan {

namespace {

/// std::regex recurses once or more per character, so a long text would exhaust the stack.
constexpr std::size_t kLongestMatchedText = 1000;

}  // namespace

Patterns::Patterns(const nlohmann::json& schema) { collect(schema); }

void Patterns::collect(const nlohmann::json& schema) {
  if (!schema.is_structured()) return;
  if (schema.is_object()) {
    const auto pattern = schema.find("pattern");
    if (pattern != schema.end() && pattern->is_string()) compile(pattern->get<std::string>());
    const auto keys = schema.find("patternProperties");
    if (keys != schema.end() && keys->is_object()) {
      for (const auto& [key, below] : keys->items()) compile(key);
    }
  }
  for (const auto& below : schema) collect(below);
}

void Patterns::compile(const std::string& pattern) {
  if (compiled_.contains(pattern)) return;
  try {
    compiled_.emplace(pattern, std::regex(pattern));
  } catch (const std::regex_error&) {
    return;
  }
}

bool Patterns::match(const std::string& pattern, std::string_view text) const {
  const auto found = compiled_.find(pattern);
  return text.size() <= kLongestMatchedText && found != compiled_.end() &&
         std::regex_search(text.begin(), text.end(), found->second);
}

}  // namespace plan
