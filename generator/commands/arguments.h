#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/problem.h"

namespace commands {

/// The day that `--date` names, or the machine's own when it is empty. The only place where the clock is read.
std::optional<base::Date> today_from(std::string_view option, base::Problems& problems);

}  // namespace commands
