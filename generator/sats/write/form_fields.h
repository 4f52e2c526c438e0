#pragma once

#include <string>
#include <vector>

#include "sats/page/laid_document.h"
#include "sats/text/font_library.h"
#include "sats/write/font_writer.h"
#include "sats/write/glyph_use.h"
#include "sats/write/links.h"
#include "sats/write/object_file.h"

namespace sats {

/// What form fields need of the document around them.
struct FormSurroundings {
  const std::vector<ObjectId>& pages;
  FontLibrary& fonts;
  const GlyphUses& uses;
  const std::vector<WrittenFont>& written;
};

/// Writes the form fields and gives the AcroForm dictionary; empty when there are none.
std::string write_form_fields(const LaidDocument& document, const FormSurroundings& around, Annotations& annotations,
                              ObjectFile& file);

}  // namespace sats
