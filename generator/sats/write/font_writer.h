#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "sats/text/font_library.h"
#include "sats/write/font_subset.h"
#include "sats/write/glyph_use.h"
#include "sats/write/object_file.h"

namespace sats {

/// A face as it stands in the file.
struct WrittenFont {
  const FaceUse* use = nullptr;
  std::shared_ptr<const FontSubset> subset;
  ObjectId object = 0;
  Synthesis synthesis;
};

/// Writes the fonts of a document, as Type 0 fonts with Identity-H, and gives them in the order of use; they are called
/// `F0`, `F1` … in resources. A face that cannot be cut down or may not be embedded is a problem and has no subset.
std::vector<WrittenFont> write_fonts(const GlyphUses& uses, const FontLibrary& fonts, SubsetCache& cache, ObjectFile& file,
                                     base::Problems& problems);

/// The CMap from glyph numbers to text (ISO 32000-1, 9.10.3).
std::string to_unicode_map(const FaceUse& use, const FontSubset& subset, const std::vector<std::uint16_t>& glyphs);

}  // namespace sats
