#include "plan/min_plan/rules/cpr.h"

#include "base/ascii.h"

namespace plan::min_plan {

namespace {

/// How many digits stand in a row from an offset.
std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && base::is_digit(text[at + count])) ++count;
  return count;
}

/// DDMM of a real day and month; the year can be any.
bool begins_with_day(std::string_view digits) {
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

}  // namespace

bool holds_cpr(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto run = digits_from(text, at);
    if (run == 0) {
      ++at;
      continue;
    }
    const auto after = at + run;
    const bool joined =
        run == 6 && after < text.size() && (text[after] == '-' || text[after] == ' ') && digits_from(text, after + 1) == 4;
    if ((run == 10 || joined) && begins_with_day(text.substr(at))) return true;
    at = after;
  }
  return false;
}

}  // namespace plan::min_plan
