#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sats/text/font.h"

struct hb_face_t;
struct hb_font_t;

namespace sats {

/// What a request got from a face that does not have it by itself.
struct Synthesis {
  bool slant = false;  ///< Drawn with a skew of 12 degrees.
  bool bold = false;   ///< Drawn with a thin outline.

  bool operator==(const Synthesis&) const = default;
};

/// What a PDF font descriptor says, in 1/1000 em where it is a length.
struct FaceDescription {
  std::string postscript_name;
  std::string family;
  int weight = 400;
  int ascent = 0;
  int descent = 0;
  int cap_height = 0;
  int stem_width = 0;
  float italic_angle = 0;
  bool fixed_pitch = false;
  bool serif = false;
  bool italic = false;
  bool script = false;
  bool cff = false;           ///< Outlines are CFF, else TrueType.
  bool embeddable = true;     ///< OS/2 fsType lets it stand in a document.
  int box[4] = {0, 0, 0, 0};  ///< Font bounding box: left, bottom, right, top.
};

/// An opened face. It never changes, so any thread may use it.
class Face {
 public:
  /// Opens a face of a font file in memory or on disk; null when it is not a font that can be used.
  static std::unique_ptr<Face> open_file(const std::string& path, unsigned index);
  static std::unique_ptr<Face> open_bytes(std::string bytes, unsigned index = 0);

  /// The same face drawn slanted or bolder than it is.
  [[nodiscard]] std::unique_ptr<Face> with(Synthesis synthesis) const;

  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face();

  [[nodiscard]] hb_face_t* hb_face() const { return hb_face_; }
  [[nodiscard]] hb_font_t* hb_font() const { return hb_font_; }
  [[nodiscard]] unsigned units_per_em() const { return units_per_em_; }
  [[nodiscard]] unsigned glyph_count() const { return glyph_count_; }
  [[nodiscard]] const FaceMetrics& metrics() const { return metrics_; }
  [[nodiscard]] const FaceDescription& description() const { return description_; }
  [[nodiscard]] Synthesis synthesis() const { return synthesis_; }

  /// The glyph of a code point, 0 when the face has none.
  [[nodiscard]] std::uint16_t glyph(char32_t code_point) const;

  /// Advance of a glyph in font units.
  [[nodiscard]] int advance(std::uint16_t glyph) const;

 private:
  Face(hb_face_t* face, Synthesis synthesis);

  hb_face_t* hb_face_;
  hb_font_t* hb_font_;
  unsigned units_per_em_;
  unsigned glyph_count_;
  Synthesis synthesis_;
  FaceMetrics metrics_;
  FaceDescription description_;
};

}  // namespace sats
