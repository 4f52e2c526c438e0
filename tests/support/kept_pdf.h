#pragma once

#include <string_view>

namespace test_support {

/// Keeps a PDF that a test made, so that every one of them is checked together at the end of a run: it is written to
/// `$KEEP_PDFS/<folder>/<name>.pdf`, or nowhere when the variable is not set. Only whole, tagged PDFs belong there.
void keep_pdf(std::string_view folder, std::string_view name, std::string_view pdf);

/// The same for what belongs to a kept PDF, such as its text; `file_name` with its ending.
void keep_beside(std::string_view folder, std::string_view file_name, std::string_view bytes);

}  // namespace test_support
