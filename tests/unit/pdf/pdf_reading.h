#pragma once

#include <memory>
#include <optional>
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

/// One page as grey pixels, two to a point.
struct DrawnPage {
  int width = 0;
  int height = 0;
  std::string pixels;

  /// The height above the foot of the sheet, in points, of the lowest thing drawn at or above `from`; nothing when there is
  /// none below `to`.
  [[nodiscard]] std::optional<double> lowest_ink(double from, double to) const;
};

/// Every page of a PDF, as pdftoppm draws it.
std::vector<DrawnPage> drawn_pages(const std::string& pdf);

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
