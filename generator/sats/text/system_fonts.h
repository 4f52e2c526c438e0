#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sats/text/face.h"
#include "sats/text/font.h"

namespace sats {

/// Where a face stands on disk, and what must be done to it to be what was asked for.
struct FontFile {
  std::string path;
  unsigned index = 0;
  Synthesis synthesis;
};

/// What must be synthesised when a face of one weight and slant stands in for a request.
Synthesis synthesis_for(const FontRequest& request, double weight, Slant slant);

/// How far a face is from a request by the rules of CSS Fonts 4, 5.2: less is nearer.
double font_distance(const FontRequest& request, double weight, Slant slant, double width);

/// The fonts that fontconfig knows. Reads its configuration on the first question. Not for several threads at once.
class SystemFonts {
 public:
  SystemFonts();
  SystemFonts(const SystemFonts&) = delete;
  SystemFonts& operator=(const SystemFonts&) = delete;
  ~SystemFonts();

  /// The face nearest to the request in a family of that name, or in one that is configured as the same by another name.
  std::optional<FontFile> match(std::string_view family, const FontRequest& request);

  /// The face that fontconfig chooses for a generic name (`serif`, `sans-serif`, `monospace`).
  std::optional<FontFile> match_generic(std::string_view family, const FontRequest& request);

  /// The first face, in fontconfig's order of likeness to the request, that has all of the letters.
  std::optional<FontFile> with_letters(const FontRequest& request, std::string_view language, std::u32string_view letters);

 private:
  struct Inside;
  Inside& inside();

  std::unique_ptr<Inside> inside_;
};

}  // namespace sats
