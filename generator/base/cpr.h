#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// Where a text holds what reads as a Danish personal number: its first digit, the first of its last four, and its end.
struct PersonalNumber {
  std::size_t begin = 0;
  std::size_t serial = 0;
  std::size_t end = 0;
};

/// The first personal number from an offset on: DDMMYYNNNN of a possible day and month, 60 added to the day of a number that
/// stands in for one. A hyphen or dash of any kind may part the last four digits, and blanks and line ends where people put
/// them (`010190 - 1234`, `0101 90 1234`); with a dash before the last four also as a date (`01.01.90-1234`). Digits may be
/// of full width. All of it is also known as the escapes of JSON.
std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from = 0);

/// Puts `x` in place of the last four digits of every personal number, so that a message or log never passes one on.
/// There are as many code points as before.
std::string mask_personal_numbers(std::string text);

}  // namespace base
