#pragma once

#include <string>

namespace base {

/// Puts `x` in place of the last four digits of everything that looks like a Danish personal number (DDMMYYNNNN, with or
/// without a hyphen, the day and month possible), so that a message or log never passes one on. Lengths stay as they are.
std::string mask_personal_numbers(std::string text);

}  // namespace base
