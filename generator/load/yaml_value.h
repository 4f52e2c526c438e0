#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace load {

struct YamlEntry;

/// A piece of a YAML text as it was written, with its place. Whether `12` is a number is for the reader to say.
struct YamlValue {
  enum class Type { null, scalar, sequence, mapping };
  enum class Style { plain, quoted };

  Type type = Type::null;
  Style style = Style::plain;
  std::string text;                ///< Of a scalar.
  std::vector<YamlValue> items;    ///< Of a sequence.
  std::vector<YamlEntry> entries;  ///< Of a mapping, in the order they were written; no key twice.
  base::Span where;

  /// The value of a key, or null when this is no mapping or has no such key.
  [[nodiscard]] const YamlValue* find(std::string_view key) const;
};

/// A key, the key's place, and its value.
struct YamlEntry {
  std::string key;
  base::Span where;
  YamlValue value;
};

/// Reads the bytes from `begin` to `end` of a source as one YAML document (JSON is YAML too). Nesting is limited; anchors,
/// aliases and tags are refused, since nothing here needs them. An empty text is an empty mapping.
std::optional<YamlValue> read_yaml(const base::Source& source, std::uint32_t begin, std::uint32_t end,
                                   base::Problems& problems);

}  // namespace load
