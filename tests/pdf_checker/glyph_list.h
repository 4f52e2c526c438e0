#pragma once

#include <string_view>

namespace pdf_checker {

/// Whether the Adobe Glyph List has a name as it stands; `uni00E5` and `A.alt` are made by rules and are not in it.
bool is_adobe_glyph_name(std::string_view name);

}  // namespace pdf_checker
