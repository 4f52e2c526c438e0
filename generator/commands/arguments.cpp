#include "commands/arguments.h"

#include <chrono>
#include <ctime>

namespace commands {

namespace {

/// The day by the machine's own time zone, as the person at it would say.
base::Date local_day() {
  const auto now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  constexpr int kTmYearBase = 1900;
  return std::chrono::year{local.tm_year + kTmYearBase} / (local.tm_mon + 1) / local.tm_mday;
}

}  // namespace

base::Date today_for(const std::string& option, const line::Site& site) {
  // The option's value was checked where the command line was read.
  if (const auto named = base::parse_date(option)) return *named;
  return site.settings.date.value_or(local_day());
}

std::string today_text(const std::string& option, const line::Site& site, const Console& console) {
  const bool is_of_site = option.empty() && site.settings.date.has_value();
  return console.text(is_of_site ? "besked.i-dag.i-webstedet" : "besked.i-dag",
                      {{"dato", base::to_iso(today_for(option, site))}, {"fil", site.file.generic_string()}});
}

}  // namespace commands
