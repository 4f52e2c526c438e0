#pragma once

#include <string_view>

namespace plan::min_plan {

/// Whether a text holds what reads as a CPR number: a date of six digits and four more, with or without a hyphen or a blank
/// between them, and no further digit on either side.
bool holds_cpr(std::string_view text);

}  // namespace plan::min_plan
