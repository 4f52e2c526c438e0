#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/print_document.h"
#include "pdf/qpdf_headers.h"

namespace pdf {

/// Opens a PDF that stands in memory; throws what qpdf throws. `bytes` must outlive the document.
void open_in_memory(QPDF& document, std::string_view bytes);

/// Sets title, language, author, subject, metadata stream and viewer preferences. What an engine has said itself stays,
/// except what depends on the clock.
void describe(QPDF& pdf, const base::PrintDocument& document, std::string_view producer);

/// The document as bytes: the same document gives the same bytes.
std::string write_bytes(QPDF& pdf);

}  // namespace pdf
