#pragma once

#include <map>
#include <optional>
#include <string>

#include "qpdf_headers.h"

namespace pdf_checker {

/// An embedded font as FreeType reads it: how wide its glyphs really are.
struct FontProgram {
  unsigned glyph_count = 0;
  std::map<unsigned, double> widths;  ///< By glyph, in thousandths of the size.
};

/// Reads the program of a font descriptor with the widths of some glyphs; nothing when it cannot be read.
std::optional<FontProgram> read_font_program(const QPDFObjectHandle& descriptor, const std::set<unsigned>& glyphs);

/// The width that a CID font's dictionary gives a code.
double said_width(QPDFObjectHandle cid_font, unsigned cid);

}  // namespace pdf_checker
