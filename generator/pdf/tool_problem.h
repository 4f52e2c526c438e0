#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace pdf {

/// A problem with a tool rather than with a place in the input.
base::Problem tool_problem(std::string code, std::vector<base::Argument> arguments,
                           base::Severity severity = base::Severity::error);

/// The end of what a program wrote, fit for one message: the last lines in one, valid UTF-8.
std::string last_words(std::string_view output);

}  // namespace pdf
