#pragma once

#include <map>
#include <string>

#include "documents/pdf_reader.h"
#include "pdf_checker/cmap.h"
#include "pdf_checker/qpdf_headers.h"

namespace documents {

/// The maps from codes to text of the fonts that have been met.
using FontTexts = std::map<QPDFObjGen, pdf_checker::CMap>;

/// A page's text: all of it, and by the number of the marked content that it stands in.
struct WalkedPage {
  PageText text;
  std::map<int, std::u32string> marked;
};

/// Follows a page's content and everything it draws.
WalkedPage walk_page(const QPDFObjectHandle& page, FontTexts& fonts);

}  // namespace documents
