#pragma once

#include <optional>

#include "sats/css/property.h"

namespace sats::css {

// The readers of values, one per kind of value; rows of the property table name them.

bool parse_keyword(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_length(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_line_height(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_number(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_colour(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_border_width(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_font_size(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_font_weight(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_font_family(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_keyword_or_length(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_decoration_line(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_background_picture(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_picture(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_string_or_none(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_list_style_type(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_quotes(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_content(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_counters(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_string_set(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_page_name(Cursor& in, const Property& row, ValuePool& pool, Value& out);
bool parse_page_size(Cursor& in, const Property& row, ValuePool& pool, Value& out);

/// A colour by name, hash or function; nothing when it is none.
std::optional<Colour> read_colour(Cursor& in);

/// A length, percentage, number or `calc()` as a sum of units; nothing when it is none.
std::optional<LengthSum> read_length_sum(Cursor& in);

/// How many units a sum has that are not 0; a plain number counts as one.
int count_units(const LengthSum& sum);

/// Whether a sum is only a number without unit.
bool is_plain_number(const LengthSum& sum);

/// The index of a word in a property's list, aliases followed; nothing when it is not there.
std::optional<std::uint8_t> keyword_index(std::string_view words, std::string_view word);

/// `inherit`, `initial`, `unset`, `revert`.
bool parse_global_keyword(Cursor& in, Value& out);

/// Makes a value that points into the pool; null is `none`.
inline void point_to(Value& out, const void* pointer) {
  out.kind = Value::Kind::pointer;
  out.pointer = pointer;
}

/// The address in `url()`, whose first token comes next; empty when there is none.
std::string_view read_address(Cursor& in);

/// The words of `list-style-type`, which counters use too.
extern const std::string_view kListStyleWords;

}  // namespace sats::css
