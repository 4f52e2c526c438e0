#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pdf_checker {

/// From character codes to UTF-16 text.
using CMap = std::map<unsigned, std::u16string>;

/// Reads the bfchar and bfrange sections of a ToUnicode map.
CMap read_cmap(std::string_view text);

}  // namespace pdf_checker
