#pragma once

#include <string>
#include <vector>

#include "base/print_document.h"
#include "pdf/prepare/markup.h"

namespace pdf {

/// A page of running lines for every page of the document, as one HTML document with the document's own style sheets:
/// `chapters[i]` is the chapter that page i + 1 belongs to.
Markup running_pages(const base::PrintDocument& document, const Markup& prepared, const std::vector<std::string>& chapters);

/// Whether any page has a running line at all.
bool has_running_lines(const base::PageSetup& page);

}  // namespace pdf
