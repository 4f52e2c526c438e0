#pragma once

#include <string>
#include <vector>

#include "documents/expected.h"
#include "documents/made_document.h"
#include "documents/pdf_reader.h"

namespace documents {

/// What is not as it should be, a sentence each; empty when all is well.
using Findings = std::vector<std::string>;

/// Every word of the HTML is read once, in order.
Findings check_words(const Expected& expected, const ReadPdf& pdf);

/// Landmarks, destinations, bookmarks and links lead to the pages on which the words really are printed.
Findings check_places(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made);

/// What a page shows beyond the document's words is its running lines, and heads of tables and titles of boxes that go on.
Findings check_artifacts(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made);

/// The form fields have the names and labels of the HTML, in its order.
Findings check_fields(const Expected& expected, const ReadPdf& pdf);

/// Other programs read the same letters from each page, and say nothing bad of the file.
Findings check_with_readers(const ReadPdf& pdf, const std::string& path);

}  // namespace documents
