#include "base/cpr.h"

#include <string_view>

#include "base/ascii.h"

namespace base {

namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && base::is_digit(text[at + count])) ++count;
  return count;
}

/// Days up to 91: administrative numbers add 60 to the day.
bool may_begin_personal_number(std::string_view digits) {
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const bool day_fits = (day >= 1 && day <= 31) || (day >= 61 && day <= 91);
  return day_fits && month >= 1 && month <= 12;
}

constexpr std::size_t kBirthDigits = 6;
constexpr std::size_t kSerialDigits = 4;

/// Where the last four digits of a personal number at `at` begin, or npos.
std::size_t serial_of_number_at(std::string_view text, std::size_t at, std::size_t run) {
  if (run == kBirthDigits + kSerialDigits)
    return may_begin_personal_number(text.substr(at)) ? at + kBirthDigits : std::string_view::npos;
  const auto hyphen = at + kBirthDigits;
  const bool hyphenated = run == kBirthDigits && hyphen < text.size() && text[hyphen] == '-';
  if (!hyphenated || digits_at(text, hyphen + 1) != kSerialDigits) return std::string_view::npos;
  return may_begin_personal_number(text.substr(at)) ? hyphen + 1 : std::string_view::npos;
}

}  // namespace

std::string mask_personal_numbers(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto run = digits_at(text, at);
    if (run == 0) {
      ++at;
      continue;
    }
    const auto serial = serial_of_number_at(text, at, run);
    if (serial != std::string::npos) text.replace(serial, kSerialDigits, kSerialDigits, 'x');
    at += run;
  }
  return text;
}

}  // namespace base
