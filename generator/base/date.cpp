#include "base/date.h"

#include <fmt/format.h>

namespace base {

namespace {

using std::chrono::year_month_day;

std::optional<int> parse_digits(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = parse_digits(iso.substr(0, 4));
  const auto month = parse_digits(iso.substr(5, 2));
  const auto day = parse_digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

CalendarDay calendar_day(Date date) {
  const year_month_day day{date};
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

std::string to_iso(Date date) {
  const auto day = calendar_day(date);
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

Date add_months(Date date, int months) {
  const year_month_day day{date};
  const auto moved = std::chrono::year_month{day.year(), day.month()} + std::chrono::months{months};
  const year_month_day same_day{moved.year(), moved.month(), day.day()};
  return same_day.ok() ? Date{same_day} : Date{moved / std::chrono::last};
}

unsigned weekday_from_monday(Date date) { return std::chrono::weekday{date}.iso_encoding() - 1; }

std::optional<int> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = parse_digits(text.substr(0, 2));
  const auto minutes = parse_digits(text.substr(3, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

}  // namespace base
