#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace base {

/// A text of the input as it may be shown on a terminal: bytes that are no UTF-8, and characters that would act instead of
/// being seen (control characters, line breaks, changes of direction), become U+FFFD. A tab becomes a space.
std::string printable(std::string_view text);

/// The same for every value.
std::vector<Argument> printable(std::vector<Argument> arguments);

}  // namespace base
