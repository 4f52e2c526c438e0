#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sats {

/// The number of an indirect object; its generation is always 0.
using ObjectId = std::uint32_t;

/// A number with at most `decimals` digits behind the point (0-5) and no more signs than it needs: `12`, `.5`, `-3.25`.
void append_number(std::string& out, double value, int decimals = 2);

/// The same for a value counted in hundredths.
void append_hundredths(std::string& out, std::int64_t hundredths);

void append_integer(std::string& out, std::int64_t value);

/// `/Name`, with `#xx` for signs that a name may not hold.
void append_name(std::string& out, std::string_view name);

/// `12 0 R`
void append_reference(std::string& out, ObjectId object);

/// A string of bytes, `(…)` with its escapes.
void append_bytes(std::string& out, std::string_view bytes);

/// Text for people (ISO 32000-1, 7.9.2.2): as it is when ASCII, else UTF-16 with a byte order mark. Input is UTF-8.
void append_text(std::string& out, std::string_view utf8);

/// UTF-16BE of a UTF-8 text as hexadecimal digits, for CMaps.
void append_utf16_hex(std::string& out, std::string_view utf8);

/// ` x y w h` style: numbers, each with a space in front.
template <typename... Numbers>
void append_numbers(std::string& out, Numbers... numbers) {
  ((append_number(out, static_cast<double>(numbers)), out += ' '), ...);
}

}  // namespace sats
