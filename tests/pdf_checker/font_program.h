#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "qpdf_headers.h"

namespace pdf_checker {

/// A `cmap` of a TrueType font.
struct CharacterMap {
  unsigned platform = 0;
  unsigned encoding = 0;

  bool operator==(const CharacterMap&) const = default;
};

/// An embedded font as FreeType reads it: how wide its glyphs really are.
struct FontProgram {
  unsigned glyph_count = 0;
  std::map<unsigned, double> widths;  ///< By glyph, in thousandths of the size.
  std::vector<CharacterMap> maps;
  std::set<std::string> glyph_names;  ///< Without .notdef; none when the program has no names.
  std::set<unsigned> letters;         ///< ASCII letters that some map leads to a glyph.
};

/// Reads the program of a font descriptor with the widths of some glyphs; nothing when it cannot be read.
std::optional<FontProgram> read_font_program(const QPDFObjectHandle& descriptor, const std::set<unsigned>& glyphs);

/// The width that a CID font's dictionary gives a code.
double said_width(QPDFObjectHandle cid_font, unsigned cid);

}  // namespace pdf_checker
