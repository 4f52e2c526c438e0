#pragma once

#include <string>
#include <string_view>

#include "pdf/prepare/markup.h"

namespace pdf {

/// Puts this engine's own sheets around the document's, sets the zoom that gives true sizes, shields drawings from it, and
/// says the breaks of the print profile (`break-before: page`) in the words that QtWebKit knows (`page-break-before:
/// always`).
void add_engine_sheets(Markup& markup, double zoom);

/// The same declarations with breaks in the words of CSS 2.1. The sheet must have been cleaned (no comments).
std::string with_old_breaks(std::string_view css);

}  // namespace pdf
