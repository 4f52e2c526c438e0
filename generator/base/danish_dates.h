#pragma once

#include <string>

#include "base/date.h"

namespace base {

/// `1. jan. 2020`: the months as jan. feb. marts april maj juni juli aug. sep. okt. nov. dec. (D1 appendix 2).
std::string short_date(Date date);

/// `21. november 2019`, the form of the timeline's header.
std::string long_date(Date date);

/// `Fredag den 6. dec. 2019`, the form of a deadline.
std::string weekday_date(Date date);

/// `14:15` from minutes after midnight.
std::string clock_time(int minutes);

/// `1. jan. 2020 - 31. marts 2020`, the form of a popup.
std::string short_period(Date from, Date to);

/// `21. november 2019 - 21. maj 2020`, the form of the timeline's header.
std::string long_period(Date from, Date to);

/// `Torsdag den 7. nov. 2019, kl. 14:15`, the form of an agreement that lies behind.
std::string meeting_time(Date date, int start);

/// `Tirsdag den 10. dec. 2019, kl. 13:30-14:00`, the form of an agreement to come.
std::string meeting_time(Date date, int start, int end);

/// `dec.`: the month as the timeline's axis names it (jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.).
std::string axis_month(Date date);

}  // namespace base
