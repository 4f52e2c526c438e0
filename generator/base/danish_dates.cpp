#include "base/danish_dates.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace base {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months kShort{"jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."};
constexpr Months kLong{"januar", "februar", "marts",     "april",   "maj",      "juni",
                       "juli",   "august",  "september", "oktober", "november", "december"};
constexpr Months kAxis{"jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."};
constexpr std::array<std::string_view, 7> kWeekdays{"Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"};

std::string with_month(Date date, const Months& months) {
  const CalendarDay day = calendar_day(date);
  return fmt::format("{}. {} {}", day.day, months.at(day.month - 1), day.year);
}

}  // namespace

std::string short_date(Date date) { return with_month(date, kShort); }

std::string long_date(Date date) { return with_month(date, kLong); }

std::string weekday_date(Date date) {
  return fmt::format("{} den {}", kWeekdays.at(weekday_from_monday(date)), short_date(date));
}

std::string clock_time(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string short_period(Date from, Date to) { return short_date(from) + " - " + short_date(to); }

std::string long_period(Date from, Date to) { return long_date(from) + " - " + long_date(to); }

std::string meeting_time(Date date, int start) { return fmt::format("{}, kl. {}", weekday_date(date), clock_time(start)); }

std::string meeting_time(Date date, int start, int end) {
  return fmt::format("{}, kl. {}-{}", weekday_date(date), clock_time(start), clock_time(end));
}

std::string axis_month(Date date) { return std::string(kAxis.at(calendar_day(date).month - 1)); }

}  // namespace base
