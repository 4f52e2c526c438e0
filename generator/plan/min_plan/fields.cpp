#include "plan/min_plan/fields.h"

#include <cmath>
#include <limits>

namespace plan::min_plan {

const nlohmann::json* Fields::member(const char* key) const {
  if (!object_.is_object()) return nullptr;
  const auto found = object_.find(key);
  return found == object_.end() ? nullptr : &*found;
}

std::string Fields::text(const char* key) const {
  const auto* const found = member(key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<bool> Fields::truth(const char* key) const {
  const auto* const found = member(key);
  return found != nullptr && found->is_boolean() ? std::optional(found->get<bool>()) : std::nullopt;
}

bool Fields::is_true(const char* key) const { return truth(key).value_or(false); }

std::optional<double> Fields::number(const char* key) const {
  const auto* const found = member(key);
  return found != nullptr && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<int> Fields::whole(const char* key) const {
  const auto value = number(key);
  const bool fits = value && std::abs(*value) <= std::numeric_limits<int>::max();
  return fits ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<base::Date> Fields::date(const char* key) const { return base::parse_date(text(key)); }

std::optional<int> Fields::time_of_day(const char* key) const { return base::parse_time_of_day(text(key)); }

std::vector<std::string> Fields::texts(const char* key) const {
  std::vector<std::string> made;
  const auto* const found = member(key);
  if (found == nullptr || !found->is_array()) return made;
  for (const auto& element : *found) {
    if (element.is_string()) made.push_back(element.get<std::string>());
  }
  return made;
}

}  // namespace plan::min_plan
