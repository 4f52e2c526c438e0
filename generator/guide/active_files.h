#pragma once

#include <string_view>

namespace guide {

/// Whether a file of a guide could run or fetch something in a reader's browser: HTML and scripts always, an SVG picture
/// when it holds more than a drawing.
bool is_active_file(std::string_view path, std::string_view bytes);

}  // namespace guide
