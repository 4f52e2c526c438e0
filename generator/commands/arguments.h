#pragma once

#include <string>

#include "base/date.h"
#include "commands/console.h"
#include "line/site.h"

namespace commands {

/// The day that counts as today: the one that `--date` names, else the site's own, else the machine's. The only place where
/// the clock is read.
base::Date today_for(const std::string& option, const line::Site& site);

/// Says which day counts as today, and that it is the site's when it is.
std::string today_text(const std::string& option, const line::Site& site, const Console& console);

}  // namespace commands
