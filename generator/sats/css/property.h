#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "sats/css/cursor.h"
#include "sats/css/value.h"

namespace sats::style {
struct ComputedStyle;
struct ApplyContext;
}  // namespace sats::style

namespace sats::css {

/// A row of the property table.
using PropertyId = std::uint8_t;

/// The property number of `--name` declarations; their value points to a PendingValue.
inline constexpr PropertyId kCustomProperty = 255;

/// A value for a longhand property. `offset` is its place in the style sheet.
struct Declaration {
  PropertyId property = 0;
  bool important = false;
  Value value;
  std::uint32_t offset = 0;
};

struct Property;

/// Reads one value; false when the tokens are not a value of the property.
using ParseValue = bool (*)(Cursor&, const Property&, ValuePool&, Value&);

/// Puts a value into a style when it is more than storing it in the field.
using ApplyValue = void (*)(style::ComputedStyle&, const Value&, const style::ApplyContext&);

enum class Inherited : std::uint8_t { no, yes };

/// What a length property takes besides lengths; bits of `Property::accepts`.
enum LengthWords : std::uint8_t {
  accepts_auto = 1,
  accepts_none = 2,
  accepts_normal = 4,
  accepts_percent = 8,
  accepts_negative = 16,
  accepts_number = 32
};

/// One property of the print profile: its name, how its value is read and where it lies in a ComputedStyle.
struct Property {
  std::string_view name;
  Inherited inherited = Inherited::no;
  ParseValue parse = nullptr;
  ApplyValue apply = nullptr;
  std::uint16_t offset = 0;
  std::uint16_t size = 0;
  std::string_view words;  ///< Keywords in the order of their enumerators; `alias=word` behind them.
  std::uint8_t accepts = 0;
};

/// All longhand properties; a PropertyId is an index.
std::span<const Property> properties();

/// Names of all shorthand properties, for the documentation's test.
std::vector<std::string_view> shorthand_names();

/// Receives the longhand values that a declaration stands for.
using DeclarationSink = std::function<void(PropertyId, const Value&)>;

enum class ParseOutcome : std::uint8_t { fine, unknown_property, bad_value };

/// Reads `name: value`, longhand or shorthand. A value with `var()` is passed on as `Kind::pending` under the first property
/// it sets; `resolve_pending` reads it when the custom properties are known.
ParseOutcome parse_declaration(std::string_view name, Tokens value, ValuePool& pool, const DeclarationSink& sink);

/// The longhand properties that a name sets, itself when it is one.
std::vector<PropertyId> longhands_of(std::string_view name);

/// All property names, for suggestions.
const std::vector<std::string>& property_names();

}  // namespace sats::css
