#pragma once

#include <string_view>
#include <vector>

#include "sats/text/line_breaks.h"

namespace sats {

/// The breaks of a text that holds only Latin, Greek and Cyrillic letters and common punctuation, by annex 14 without ICU
/// (ten times faster, the same answer). False, and nothing added, when the text holds anything else.
bool find_latin_breaks(std::string_view text, std::vector<BreakOpportunity>& out);

}  // namespace sats
