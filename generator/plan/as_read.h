#pragma once

#include <string>
#include <string_view>

namespace plan {

/// A text as a reader takes it, however it is written: letters composed and of ordinary width (NFKC), nothing invisible
/// (soft hyphens, joiners), every dash a hyphen, every run of white space one blank. Signs outside ASCII, such as
/// quotation marks, become blanks, too; only the section sign stays. For judging texts, never for showing them.
std::string as_read(std::string_view text);

}  // namespace plan
