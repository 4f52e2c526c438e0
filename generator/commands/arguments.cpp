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

std::optional<base::Date> today_from(std::string_view option, base::Problems& problems) {
  if (option.empty()) return local_day();
  const auto date = base::parse_date(option);
  if (!date) {
    problems.add(
        {.code = "kommando.forkert-dato", .arguments = {{"vaerdi", std::string(option)}}, .where = {}, .hints = {}});
  }
  return date;
}

}  // namespace commands
