#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/print_document.h"
#include "base/problem.h"
#include "pdf/engine.h"

namespace pdf_test {

/// The text of each page, as pdftotext reads it, white space folded to single spaces.
std::vector<std::string> page_texts(const std::string& pdf);

/// A letter's size on paper in points, and where its base line stands on which page.
struct PlacedText {
  int page = 0;
  double size = 0;
  double base_line = 0;
};

/// Every piece of text that the content streams draw, running lines left out.
std::vector<PlacedText> placed_texts(const std::string& pdf);

/// A store with a small picture, a broken one and a secret that nothing may read.
const base::FileStore& resources();

/// A whole PNG of one red pixel.
std::string red_pixel();

/// A document with plain margins and a body, title and author.
base::PrintDocument document(std::string body);

/// The codes of problems, one a line, in order.
std::string codes(const base::Problems& problems);

/// Every engine of the table that is here, `command` with weasyprint. The others are named aloud.
std::vector<std::unique_ptr<pdf::PdfEngine>> present_engines();

}  // namespace pdf_test
