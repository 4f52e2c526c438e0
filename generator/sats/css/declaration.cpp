#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/ascii.h"
#include "sats/css/shorthand.h"

namespace sats::css {

namespace {

const std::unordered_map<std::string_view, PropertyId>& ids() {
  static const auto table = [] {
    std::unordered_map<std::string_view, PropertyId> ids;
    for (std::size_t i = 0; i < properties().size(); ++i) ids.emplace(properties()[i].name, static_cast<PropertyId>(i));
    return ids;
  }();
  return table;
}

bool has_capitals(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_var(Tokens tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) { return token.is_function("var"); });
}

/// A row by name. Longhands come before shorthands.
const ShorthandRow* find_shorthand(std::string_view name) {
  const auto found = std::ranges::find(shorthands(), name, &ShorthandRow::name);
  return found == shorthands().end() ? nullptr : &*found;
}

ParseOutcome parse_shorthand(const ShorthandRow& row, Tokens value, ValuePool& pool, const DeclarationSink& sink) {
  Cursor in(value);
  Value global;
  if (parse_global_keyword(in, global) && in.done()) {
    for (const auto name : row.longhands) sink(ids().at(name), global);
    return ParseOutcome::fine;
  }
  // Values are held back until the whole is known to be right.
  std::vector<std::pair<PropertyId, Value>> read;
  const DeclarationSink hold = [&read](PropertyId id, const Value& one) { read.emplace_back(id, one); };
  if (!row.expand({in, pool, hold}, row.longhands) || !in.done()) return ParseOutcome::bad_value;
  for (const auto& [id, one] : read) sink(id, one);
  return ParseOutcome::fine;
}

}  // namespace

bool Shorthand::try_read(std::string_view name, Value& value) const {
  const auto start = in.position();
  const auto& row = properties()[ids().at(name)];
  if (row.parse(in, row, pool, value)) return true;
  in.go_back(start);
  return false;
}

void Shorthand::set(std::string_view name, const Value& value) const { sink(ids().at(name), value); }

std::vector<std::string_view> shorthand_names() {
  std::vector<std::string_view> names;
  for (const auto& row : shorthands()) names.push_back(row.name);
  return names;
}

const std::vector<std::string>& property_names() {
  static const auto names = [] {
    std::vector<std::string> all;
    for (const auto& row : properties()) all.emplace_back(row.name);
    for (const auto& row : shorthands()) all.emplace_back(row.name);
    return all;
  }();
  return names;
}

std::vector<PropertyId> longhands_of(std::string_view name) {
  if (const auto property = ids().find(name); property != ids().end()) return {property->second};
  std::vector<PropertyId> longhands;
  const auto* shorthand = find_shorthand(name);
  if (shorthand == nullptr) return longhands;
  for (const auto longhand : shorthand->longhands) longhands.push_back(ids().at(longhand));
  return longhands;
}

ParseOutcome parse_declaration(std::string_view name, Tokens value, ValuePool& pool, const DeclarationSink& sink) {
  if (has_capitals(name)) return parse_declaration(base::lower_ascii(name), value, pool, sink);
  const auto property = ids().find(name);
  const auto* shorthand = property == ids().end() ? find_shorthand(name) : nullptr;
  if (property == ids().end() && shorthand == nullptr) return ParseOutcome::unknown_property;
  value = trimmed(value);
  if (has_var(value)) {
    auto& pending = pool.pending.emplace_back(PendingValue{pool.texts.emplace_back(name), {value.begin(), value.end()}});
    const auto first = shorthand == nullptr ? property->second : ids().at(shorthand->longhands.front());
    sink(first, {.kind = Value::Kind::pending, .pointer = &pending});
    return ParseOutcome::fine;
  }
  if (shorthand != nullptr) return parse_shorthand(*shorthand, value, pool, sink);
  Cursor in(value);
  Value read;
  const auto& row = properties()[property->second];
  if ((!parse_global_keyword(in, read) && !row.parse(in, row, pool, read)) || !in.done()) return ParseOutcome::bad_value;
  sink(property->second, read);
  return ParseOutcome::fine;
}

}  // namespace sats::css
