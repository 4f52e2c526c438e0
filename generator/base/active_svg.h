#pragma once

#include <string_view>

namespace base {

/// Whether an SVG picture holds more than a drawing: something that could run or fetch in a reader's browser.
bool is_active_svg(std::string_view bytes);

}  // namespace base
