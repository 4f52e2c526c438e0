#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "load/yaml_value.h"

namespace guide {

/// Reads the fields of one mapping in a figure's body; everything that is wrong becomes a problem at its place.
class FigureFields {
 public:
  /// Reports fields that are not among `known`, with the nearest one that is.
  FigureFields(const load::YamlValue& mapping, std::initializer_list<std::string_view> known, base::Problems& problems);

  /// A text that must be there; empty after a problem.
  std::string text(std::string_view name);

  /// A text that may be absent.
  std::string optional_text(std::string_view name);

  /// A day `YYYY-MM-DD` that must be there.
  std::optional<base::Date> date(std::string_view name);

  /// The items of a list that must be there and hold something.
  const std::vector<load::YamlValue>& list(std::string_view name);

  /// The items of a list that may be absent.
  const std::vector<load::YamlValue>& optional_list(std::string_view name);

  /// The place of a field's value, or of the mapping when it is absent.
  [[nodiscard]] base::Span place(std::string_view name) const;

  void report(std::string code, const base::Span& where, std::vector<base::Argument> arguments);

 private:
  /// The value of a field that must be there, or null after a problem.
  const load::YamlValue* required(std::string_view name);

  const load::YamlValue& mapping_;
  base::Problems& problems_;
};

/// A scalar's text, or nothing after a problem that names the field.
std::optional<std::string> scalar_text(const load::YamlValue& value, std::string_view name, base::Problems& problems);

}  // namespace guide
