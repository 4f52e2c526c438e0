#include "plan/danish_dates.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace plan {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months kShort{"jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."};
constexpr Months kLong{"januar", "februar", "marts",     "april",   "maj",      "juni",
                       "juli",   "august",  "september", "oktober", "november", "december"};
constexpr Months kAxis{"jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."};
constexpr std::array<std::string_view, 7> kWeekdays{"Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"};

std::string with_month(base::Date date, const Months& months) {
  const base::CalendarDay day = base::calendar_day(date);
  return fmt::format("{}. {} {}", day.day, months.at(day.month - 1), day.year);
}

}  // namespace

std::string short_date(base::Date date) { return with_month(date, kShort); }

std::string long_date(base::Date date) { return with_month(date, kLong); }

std::string weekday_date(base::Date date) {
  return fmt::format("{} den {}", kWeekdays.at(base::weekday_from_monday(date)), short_date(date));
}

std::string clock_time(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string short_period(base::Date from, base::Date to) { return short_date(from) + " - " + short_date(to); }

std::string long_period(base::Date from, base::Date to) { return long_date(from) + " - " + long_date(to); }

std::string meeting_time(base::Date date, int start) {
  return fmt::format("{}, kl. {}", weekday_date(date), clock_time(start));
}

std::string meeting_time(base::Date date, int start, int end) {
  return fmt::format("{}, kl. {}-{}", weekday_date(date), clock_time(start), clock_time(end));
}

std::string axis_month(base::Date date) { return std::string(kAxis.at(base::calendar_day(date).month - 1)); }

}  // namespace plan
