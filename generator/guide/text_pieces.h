#pragma once

#include <string_view>

#include "base/problem.h"

namespace guide {

/// The text without blanks (spaces, tabs, line ends) at either end.
std::string_view trimmed(std::string_view text);

/// What a place holds.
std::string_view slice(const base::Span& where);

/// The part of a place that holds `text`, or the whole place when it does not.
base::Span place_of(std::string_view text, const base::Span& within);

}  // namespace guide
