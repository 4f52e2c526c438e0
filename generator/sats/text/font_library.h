#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "sats/text/font.h"

namespace sats {

class Face;

/// Where a library looks for fonts: those of the system, or none but what `add_face` brings.
enum class FontSources { system, added_only };

/// Every font of a run, shared by all documents and threads; all functions may be called from any thread.
class FontLibrary {
 public:
  explicit FontLibrary(FontSources sources = FontSources::system);
  FontLibrary(const FontLibrary&) = delete;
  FontLibrary& operator=(const FontLibrary&) = delete;
  ~FontLibrary();

  /// The font for a request. There is always one: a family that is not here falls back to the next, and last to any face.
  FontId find(const FontRequest& request);

  /// Whether a family of that name is here (generic names are); for the warning about a missing font.
  bool has_family(std::string_view family);

  /// Whether there is any font at all; without one nothing can be printed.
  bool has_fonts();

  /// Adds a face of a theme (`@font-face`), before the system's of the same family. Bytes are TrueType or OpenType.
  bool add_face(const FontRequest& describes, std::string bytes, base::Problems& problems);

  /// Measures of the font's first face, which sets the line height.
  const FaceMetrics& metrics(FontId font);

  /// Measures of the face that glyphs were taken from.
  const FaceMetrics& face_metrics(FaceId face) const;

  /// The face itself, for the shaper and the writer.
  const Face& face(FaceId face) const;

  /// The first face of the font's chain that has a code point, in the given language where that matters; the font's
  /// first face when no font has it.
  FaceId face_for(FontId font, char32_t code_point, std::string_view language);

  /// The same for a letter with its marks, one code point after the other: a face that has all of them, or the letters
  /// that they are joined to. Where there is none, the first letter decides.
  FaceId face_for_cluster(FontId font, std::u32string_view cluster, std::string_view language);

  /// The first face of the font's chain; kNoFace when there is no font at all.
  FaceId first_face(FontId font);

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace sats
