#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// A date that a text names in words, such as "fredag den 6. december 2019".
struct DateInText {
  base::Date date{};
  std::optional<unsigned> weekday;  ///< 0 is Monday; nothing when the text names none.
  std::string words;                ///< As the text has it.
};

/// Every date with day, month and year in a Danish text: `6. december 2019`, `6. dec. 2019`, `6/12 2019`, `6.12.2019`, with
/// or without a weekday before it.
std::vector<DateInText> dates_in(std::string_view text);

/// "mandag" for 0 to "søndag" for 6.
std::string_view weekday_name(unsigned weekday);

}  // namespace plan::min_plan
