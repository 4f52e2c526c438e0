#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sats/text/face.h"
#include "sats/write/object_file.h"

namespace sats {

/// What the font is called in the resources of fields.
inline constexpr std::string_view kFormFontName = "FF";

/// A simple TrueType font with WinAnsiEncoding: whoever fills in a field needs every letter of it, and an encoding that a
/// keyboard can reach.
struct FormFont {
  ObjectId object = 0;
  std::array<int, 256> widths{};  ///< 1/1000 em by code.
  float ascent = 0.8F;            ///< Parts of the size.
  float descent = 0.2F;
};

/// Writes the font; nothing when the face has no TrueType outlines.
std::optional<FormFont> write_form_font(const Face& face, ObjectFile& file);

/// UTF-8 as code page 1252; a letter that it lacks is a question mark.
std::string win_ansi(std::string_view utf8);

}  // namespace sats
