#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sats {

/// A font as CSS asks for it: a family list with weight and slant, and the chain of faces it falls back to. Interned: equal
/// requests give equal ids, so styles can share and compare them. Valid as long as its FontLibrary.
using FontId = std::uint32_t;

/// One face (one font file, with what had to be synthesised) that glyphs are taken from. Valid as long as its FontLibrary.
using FaceId = std::uint32_t;
constexpr FaceId kNoFace = 0xFFFFFFFF;

enum class Slant : std::uint8_t { upright, italic };

/// What CSS says of the font. Families in order of wish, as written (`Open Sans`, `serif`, `sans-serif`, `monospace`).
struct FontRequest {
  std::vector<std::string> families;
  int weight = 400;  ///< 1-1000
  Slant slant = Slant::upright;

  bool operator==(const FontRequest&) const = default;
};

/// Measures of a face as parts of the font size (1 em). All are positive on their own side of the baseline.
struct FaceMetrics {
  float ascent = 0.8F;
  float descent = 0.2F;
  float line_gap = 0;
  float x_height = 0.5F;
  float cap_height = 0.7F;
  float underline_offset = 0.1F;  ///< From the baseline down to the middle of the line.
  float underline_thickness = 0.05F;
  float strikeout_offset = 0.25F;  ///< From the baseline up to the middle of the line.
  float strikeout_thickness = 0.05F;
  float space_advance = 0.25F;
  float zero_advance = 0.5F;  ///< Width of "0", the unit `ch`.
};

}  // namespace sats
