#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// The members of a JSON object that is known to fit the schema; a member that is missing or of another type is empty.
class Fields {
 public:
  Fields(const nlohmann::json& object, std::string at) : object_(object), at_(std::move(at)) {}

  [[nodiscard]] const std::string& at() const { return at_; }
  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] bool is_true(const char* key) const;
  [[nodiscard]] std::optional<bool> truth(const char* key) const;
  [[nodiscard]] std::optional<int> whole(const char* key) const;
  [[nodiscard]] std::optional<double> number(const char* key) const;
  [[nodiscard]] std::optional<base::Date> date(const char* key) const;

  /// Minutes after midnight; nothing when there is no such time of day.
  [[nodiscard]] std::optional<int> time_of_day(const char* key) const;
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;

  /// Reads a member that is an object; nothing when it is not there.
  template <typename T>
  [[nodiscard]] std::optional<T> object(const char* key, T (*read)(const Fields&)) const {
    const auto* const found = member(key);
    if (found == nullptr || !found->is_object()) return std::nullopt;
    return read(Fields(*found, at_ + "/" + key));
  }

  /// Reads a member that is a list of objects.
  template <typename T>
  [[nodiscard]] std::vector<T> objects(const char* key, T (*read)(const Fields&)) const {
    std::vector<T> made;
    const auto* const found = member(key);
    if (found == nullptr || !found->is_array()) return made;
    made.reserve(found->size());
    for (std::size_t i = 0; i < found->size(); ++i) {
      made.push_back(read(Fields((*found)[i], at_ + "/" + key + "/" + std::to_string(i))));
    }
    return made;
  }

 private:
  [[nodiscard]] const nlohmann::json* member(const char* key) const;

  const nlohmann::json& object_;
  std::string at_;
};

}  // namespace plan::min_plan
