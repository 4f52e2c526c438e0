#include "guide/figure_fields.h"

#include <algorithm>

#include "guide/report.h"
#include "guide/text_pieces.h"

namespace guide {

namespace {

using Type = load::YamlValue::Type;

const std::vector<load::YamlValue> kNoItems;

}  // namespace

FigureFields::FigureFields(const load::YamlValue& mapping, std::initializer_list<std::string_view> known,
                           base::Problems& problems)
    : mapping_(mapping), problems_(problems) {
  if (mapping.type != Type::mapping) report("guide.figur.ikke-felter", mapping.where, {});
  const std::vector<std::string> names(known.begin(), known.end());
  for (const auto& entry : mapping.entries) {
    if (std::find(names.begin(), names.end(), entry.key) != names.end()) continue;
    problems_.add(suggesting(error_at(entry.where, "guide.figur.ukendt-felt", {{"felt", entry.key}}), entry.key, names));
  }
}

void FigureFields::report(std::string code, const base::Span& where, std::vector<base::Argument> arguments) {
  problems_.add(error_at(where, std::move(code), std::move(arguments)));
}

base::Span FigureFields::place(std::string_view name) const {
  const auto* value = mapping_.find(name);
  return value == nullptr ? mapping_.where : value->where;
}

const load::YamlValue* FigureFields::required(std::string_view name) {
  const auto* value = mapping_.find(name);
  const bool present = value != nullptr && value->type != Type::null;
  if (!present && mapping_.type == Type::mapping) {
    report("guide.figur.mangler-felt", place(name), {{"felt", std::string(name)}});
  }
  return present ? value : nullptr;
}

std::string FigureFields::text(std::string_view name) {
  const auto* value = required(name);
  return value == nullptr ? "" : scalar_text(*value, name, problems_).value_or("");
}

std::string FigureFields::optional_text(std::string_view name) { return mapping_.find(name) == nullptr ? "" : text(name); }

std::optional<base::Date> FigureFields::date(std::string_view name) {
  const auto* value = required(name);
  if (value == nullptr) return std::nullopt;
  const auto date = base::parse_date(value->text);
  if (!date) report("guide.figur.ikke-dato", value->where, {{"felt", std::string(name)}, {"vaerdi", value->text}});
  return date;
}

const std::vector<load::YamlValue>& FigureFields::list(std::string_view name) {
  const auto* value = required(name);
  if (value == nullptr) return kNoItems;
  if (value->type == Type::sequence && !value->items.empty()) return value->items;
  report("guide.figur.ikke-liste", value->where, {{"felt", std::string(name)}});
  return kNoItems;
}

const std::vector<load::YamlValue>& FigureFields::optional_list(std::string_view name) {
  return mapping_.find(name) == nullptr ? kNoItems : list(name);
}

std::optional<std::string> scalar_text(const load::YamlValue& value, std::string_view name, base::Problems& problems) {
  const auto text = trimmed(value.text);
  if (value.type == Type::scalar && !text.empty()) return std::string(text);
  problems.add(error_at(value.where, "guide.figur.ikke-tekst", {{"felt", std::string(name)}}));
  return std::nullopt;
}

}  // namespace guide
