// Bytes that claim to be a font of a theme: opened, measured, shaped with and cut down.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sats/text/face.h"
#include "sats/text/font_library.h"
#include "sats/text/shaper.h"
#include "sats/write/face_letters.h"
#include "sats/write/font_subset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sats::FontLibrary fonts(sats::FontSources::added_only);
  base::Problems problems;
  const sats::FontRequest request{{"Fuzz"}, 400, sats::Slant::upright};
  if (!fonts.add_face(request, {reinterpret_cast<const char*>(data), size}, problems)) return 0;
  sats::Shaper shaper(fonts);
  const sats::TextStyle style{.font = fonts.find(request), .size = 10};
  constexpr std::string_view kText = "Anne kører gaffeltruck; أحمد 12 %";
  sats::ShapedText shaped;
  shaper.shape({kText, 0, static_cast<std::uint32_t>(kText.size()), 0}, style, shaped);
  const sats::Face& face = fonts.face(fonts.first_face(style.font));
  sats::FaceLettersCache letters;
  std::vector<std::uint16_t> glyphs{0};
  for (const auto& [glyph, text] : letters.of(0, face).texts) {
    if (glyph > glyphs.back() && glyph < face.glyph_count()) glyphs.push_back(glyph);
  }
  sats::make_subset(face, glyphs);
  return 0;
}
