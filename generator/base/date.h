#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A calendar day; differences are in days.
using Date = std::chrono::sys_days;

/// A day from `YYYY-MM-DD` (ISO 8601), or nothing when the form is another or the day does not exist.
std::optional<Date> parse_date(std::string_view iso);

/// The day as `YYYY-MM-DD`.
std::string to_iso(Date date);

/// The same day of the month some months later (or earlier); the last day of the month where that day does not exist.
Date add_months(Date date, int months);

/// Year, month 1-12 and day 1-31 of a date.
struct CalendarDay {
  int year;
  unsigned month;
  unsigned day;
};
CalendarDay calendar_day(Date date);

/// 0 is Monday, 6 is Sunday.
unsigned weekday_from_monday(Date date);

/// A time of day in minutes after midnight, from `HH:MM` (00:00 to 23:59), or nothing.
std::optional<int> parse_time_of_day(std::string_view text);

}  // namespace base
