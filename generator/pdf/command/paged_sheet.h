#pragma once

#include <string>

#include "base/print_document.h"

namespace pdf {

/// Page size, margins, running lines, page numbers of targets and leaders in the words of CSS Paged Media and Generated
/// Content for Paged Media, for programs that know them.
std::string paged_sheet(const base::PrintDocument& document);

}  // namespace pdf
