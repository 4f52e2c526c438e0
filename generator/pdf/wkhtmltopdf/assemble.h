#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/print_document.h"
#include "pdf/wkhtmltopdf/layout.h"
#include "pdf/wkhtmltopdf/survey.h"

namespace pdf {

/// The pieces of a finished document.
struct Pieces {
  const std::string& rendered;                ///< The last pass, as the renderer wrote it.
  const std::optional<std::string>& running;  ///< The pages of running lines, or none.
  const Layout& layout;
  const Survey& survey;
  const std::vector<EmptyStrip>& empty_strips;
};

/// Puts the unmarked pages on paper of the right size, stamps running lines and leaders, adds links and bookmarks.
/// Throws what qpdf throws.
std::string assemble(const Pieces& pieces, const base::PrintDocument& document, const std::string& producer);

/// The drawing of each page of a rendered PDF, with its marks taken out. Throws what qpdf throws.
std::vector<UnmarkedPage> read_pages(const std::string& rendered, int mark_count);

}  // namespace pdf
