#include "plan/schema/scalars.h"

#include <fmt/core.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/blank.h"
#include "base/date.h"
#include "base/utf8.h"

namespace plan {

namespace {

Violation violation(ViolationKind kind, std::vector<base::Argument> arguments) {
  Violation made;
  made.kind = kind;
  made.arguments = std::move(arguments);
  return made;
}

void check_length(const nlohmann::json& schema, const std::string& text, std::vector<Violation>& found) {
  const auto length = base::code_point_count(text);
  const auto shortest = schema.value("minLength", std::size_t{0});
  const bool blank = base::is_blank(text);
  if (length < shortest || (shortest > 0 && blank)) {
    const auto kind = blank ? ViolationKind::empty_text : ViolationKind::too_short;
    found.push_back(violation(kind, {{"antal", std::to_string(length)}, {"graense", std::to_string(shortest)}}));
  }
  const auto longest = schema.find("maxLength");
  if (longest != schema.end() && length > longest->get<std::size_t>()) {
    const auto limit = std::to_string(longest->get<std::size_t>());
    found.push_back(violation(ViolationKind::too_long, {{"antal", std::to_string(length)}, {"graense", limit}}));
  }
}

/// A year outside these is a slip of the finger: no plan speaks of it.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

bool is_far(base::Date date) {
  const int year = base::calendar_day(date).year;
  return year < kFirstYear || year > kLastYear;
}

/// The name of the first character that does something without being seen, such as U+202E, or nothing: control
/// characters but tab and line ends, and changes of the writing direction, which make a text read otherwise than it is.
std::string first_unprintable(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto at = [&](std::size_t place) { return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U; };
    const unsigned byte = at(i);
    unsigned code = 0;
    if (byte == 0x7F || (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r')) return fmt::format("U+{:04X}", byte);
    if (byte == 0xC2 && at(i + 1) < 0xA0) code = at(i + 1);
    if (byte == 0xE2 && at(i + 1) == 0x80 && at(i + 2) >= 0xAA && at(i + 2) <= 0xAE) code = 0x2000 + at(i + 2) - 0x80;
    if (byte == 0xE2 && at(i + 1) == 0x81 && at(i + 2) >= 0xA6 && at(i + 2) <= 0xA9) code = 0x2040 + at(i + 2) - 0x80;
    if (code != 0) return fmt::format("U+{:04X}", code);
  }
  return "";
}

std::string example_of(const nlohmann::json& schema) {
  const auto examples = schema.find("examples");
  const bool has_text =
      examples != schema.end() && examples->is_array() && !examples->empty() && examples->front().is_string();
  return has_text ? examples->front().get<std::string>() : "";
}

void check_form(const nlohmann::json& schema, const Patterns& patterns, const std::string& text,
                std::vector<Violation>& found) {
  if (schema.value("format", "") == "date") {
    const auto date = base::parse_date(text);
    if (!date) found.push_back(violation(ViolationKind::bad_date, {}));
    if (date && is_far(*date)) {
      found.push_back(violation(ViolationKind::far_date,
                                {{"foerste", std::to_string(kFirstYear)}, {"sidste", std::to_string(kLastYear)}}));
    }
    return;  // the pattern of a date says the same once more
  }
  const auto pattern = schema.find("pattern");
  if (pattern == schema.end() || patterns.match(pattern->get<std::string>(), text)) return;
  auto explanation = schema.value("description", "");
  if (explanation.ends_with('.')) explanation.pop_back();
  found.push_back(violation(ViolationKind::bad_pattern, {{"forklaring", explanation}, {"eksempel", example_of(schema)}}));
}

}  // namespace

std::vector<Violation> violations_of_text(const nlohmann::json& schema, const Patterns& patterns, const std::string& text) {
  std::vector<Violation> found;
  if (const auto character = first_unprintable(text); !character.empty()) {
    found.push_back(violation(ViolationKind::unprintable, {{"tegn", character}}));
  }
  check_length(schema, text, found);
  if (found.empty()) check_form(schema, patterns, text, found);
  return found;
}

std::string number_text(double number) {
  return nlohmann::json(number).dump().ends_with(".0") ? std::to_string(static_cast<long long>(number))
                                                       : nlohmann::json(number).dump();
}

std::vector<Violation> violations_of_number(const nlohmann::json& schema, double number) {
  struct Limit {
    const char* keyword;
    ViolationKind kind;
    bool (*breaks)(double, double);
  };
  static constexpr Limit kLimits[] = {
      {"minimum", ViolationKind::too_small, [](double value, double limit) { return value < limit; }},
      {"exclusiveMinimum", ViolationKind::too_small, [](double value, double limit) { return value <= limit; }},
      {"maximum", ViolationKind::too_large, [](double value, double limit) { return value > limit; }},
      {"exclusiveMaximum", ViolationKind::too_large, [](double value, double limit) { return value >= limit; }},
      {"multipleOf", ViolationKind::not_multiple,
       [](double value, double limit) { return std::remainder(value, limit) != 0; }},
  };
  std::vector<Violation> found;
  for (const auto& [keyword, kind, breaks] : kLimits) {
    const auto limit = schema.find(keyword);
    if (limit == schema.end() || !limit->is_number() || !breaks(number, limit->get<double>())) continue;
    found.push_back(violation(kind, {{"graense", number_text(limit->get<double>())}}));
  }
  return found;
}

}  // namespace plan
