#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sats/text/font.h"
#include "sats/text/glyph.h"

namespace sats {

class FontLibrary;

/// An interned language tag (`da`, `ar`, `zh-Hant`); 0 is "not said".
using LanguageId = std::uint16_t;
/// An interned list of OpenType features as in `font-feature-settings` or `font-variant` (`"smcp" 1`); 0 is the font's own.
using FeaturesId = std::uint16_t;

/// What a piece of text is set in. Sizes and spacing in points. Letter spacing other than 0 turns ligatures off.
struct TextStyle {
  FontId font = 0;
  float size = 12;
  float letter_spacing = 0;
  float word_spacing = 0;
  LanguageId language = 0;
  FeaturesId features = 0;
};

/// Glyphs of one face in one direction, in visual order (left to right on paper).
struct ShapedRun {
  FaceId face = 0;
  std::uint32_t first_glyph = 0;
  std::uint32_t glyph_count = 0;
  std::uint32_t begin = 0;  ///< Bytes of the text it stands for.
  std::uint32_t end = 0;
  std::uint8_t level = 0;  ///< Bidi level; odd is right to left, and its clusters descend.
};

/// Shaped text, runs in logical order. Appended to, so that one buffer serves a paragraph.
struct ShapedText {
  std::vector<ShapedRun> runs;
  std::vector<Glyph> glyphs;

  void clear() {
    runs.clear();
    glyphs.clear();
  }
};

/// A part of a paragraph that has one style and one bidi level; clusters are offsets into the paragraph.
struct TextPiece {
  std::string_view paragraph;  ///< UTF-8
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t level = 0;
};

/// Turns text into glyphs. Words are shaped once for all sizes, documents and threads; a Shaper may be used by many threads.
/// White space is a word of its own, so a line broken at a space needs no new shaping. A tab, line break or soft hyphen has
/// a glyph of no width; tab stops are layout's.
class Shaper {
 public:
  explicit Shaper(FontLibrary& fonts);
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;
  ~Shaper();

  LanguageId language(std::string_view tag);
  /// Unknown words in the list are left out.
  FeaturesId features(std::string_view css_settings);

  void shape(const TextPiece& piece, const TextStyle& style, ShapedText& out);

  /// Width in points of a text in one style, left to right; cheaper than shaping when the glyphs are not needed.
  float measure(std::string_view text, const TextStyle& style);

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace sats
