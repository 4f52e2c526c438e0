#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sats/text/face.h"
#include "sats/write/object_file.h"

namespace sats {

/// What the font is called in the resources of fields.
inline constexpr std::string_view kFormFontName = "FF";

/// Writes a simple TrueType font with WinAnsiEncoding: whoever fills in a field needs every letter of it, and an encoding
/// that a keyboard can reach. Nothing when the face has no TrueType outlines.
std::optional<ObjectId> write_form_font(const Face& face, ObjectFile& file);

}  // namespace sats
