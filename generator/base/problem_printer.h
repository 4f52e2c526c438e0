#pragma once

#include <string>

#include "base/messages.h"
#include "base/problem.h"

namespace base {

/// The three looks of a problem: with source line and caret, one line for editors, and JSON for programs.
enum class ProblemFormat { long_form, short_form, json };

/// One problem as text; ends with a line break. JSON is one object on one line. Personal numbers are masked.
std::string print_problem(const Problem& problem, ProblemFormat format, Language language);

/// All problems, one after the other, in the order in which a reader goes through the files.
std::string print_problems(const Problems& problems, ProblemFormat format, Language language);

}  // namespace base
