#include "sats/text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <utility>

namespace sats {
namespace {

constexpr hb_tag_t kOs2 = HB_TAG('O', 'S', '/', '2');
constexpr hb_tag_t kPost = HB_TAG('p', 'o', 's', 't');
constexpr hb_tag_t kHead = HB_TAG('h', 'e', 'a', 'd');
constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f');
/// A face with more glyphs than this, or fewer than one, is not taken.
constexpr unsigned kMostGlyphs = 65535;

/// A table of a face, read with checks: past its end everything is 0.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    bytes_ = hb_blob_get_data(blob_, &length_);
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() { hb_blob_destroy(blob_); }

  [[nodiscard]] bool empty() const { return length_ == 0; }
  [[nodiscard]] unsigned u8(unsigned at) const { return at < length_ ? static_cast<unsigned char>(bytes_[at]) : 0U; }
  [[nodiscard]] unsigned u16(unsigned at) const { return (u8(at) << 8U) | u8(at + 1); }
  [[nodiscard]] int i16(unsigned at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::uint32_t u32(unsigned at) const { return (u16(at) << 16U) | u16(at + 2); }

 private:
  hb_blob_t* blob_;
  const char* bytes_ = nullptr;
  unsigned length_ = 0;
};

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 128> text{};
  auto size = static_cast<unsigned>(text.size());
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, text.data());
  return text.data();
}

/// A PostScript name may only hold these signs (ISO 32000-1, 7.3.5 needs escapes for the rest).
std::string clean_postscript_name(std::string name) {
  std::erase_if(
      name, [](char c) { return c < '!' || c > '~' || std::string_view("()<>[]{}/%#").find(c) != std::string_view::npos; });
  return name.empty() ? "Font" : name;
}

float metric(hb_font_t* font, hb_ot_metrics_tag_t tag, float fallback, float em) {
  hb_position_t position = 0;
  if (!hb_ot_metrics_get_position(font, tag, &position) || position == 0) return fallback;
  return static_cast<float>(position) / em;
}

float height_of(hb_font_t* font, char32_t letter, float fallback, float em) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, letter, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents)) return fallback;
  return static_cast<float>(extents.y_bearing) / em;
}

FaceMetrics measure(hb_font_t* font, unsigned units_per_em) {
  const auto em = static_cast<float>(units_per_em);
  FaceMetrics found;
  found.ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, found.ascent, em);
  found.descent = -metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -found.descent, em);
  found.line_gap = std::fmax(0.0F, metric(font, HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP, 0, em));
  found.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, height_of(font, U'x', found.x_height, em), em);
  found.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, height_of(font, U'H', found.cap_height, em), em);
  found.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, found.underline_thickness, em);
  found.underline_offset =
      -metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -found.underline_offset, em) + found.underline_thickness / 2;
  found.strikeout_thickness = metric(font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE, found.underline_thickness, em);
  found.strikeout_offset =
      metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, found.x_height / 2, em) - found.strikeout_thickness / 2;
  const auto advance_of = [&](char32_t letter, float fallback) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font, letter, &glyph)) return fallback;
    return static_cast<float>(hb_font_get_glyph_h_advance(font, glyph)) / em;
  };
  found.space_advance = advance_of(U' ', found.space_advance);
  found.zero_advance = advance_of(U'0', found.zero_advance);
  return found;
}

FaceDescription describe(hb_face_t* face, const FaceMetrics& metrics) {
  const Table os2(face, kOs2);
  const Table post(face, kPost);
  const Table head(face, kHead);
  FaceDescription found;
  found.postscript_name = clean_postscript_name(name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME));
  found.family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (found.family.empty()) found.family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
  const auto thousandths = [](float em) { return static_cast<int>(std::lround(em * 1000)); };
  found.ascent = thousandths(metrics.ascent);
  found.descent = -thousandths(metrics.descent);
  found.cap_height = thousandths(metrics.cap_height);
  found.weight = os2.empty() ? 400 : std::clamp(static_cast<int>(os2.u16(4)), 1, 1000);
  // No table holds the stem width; this is the usual estimate from the weight class.
  found.stem_width = 50 + found.weight * found.weight / 4225;
  found.italic_angle = static_cast<float>(static_cast<std::int32_t>(post.u32(4))) / 65536.0F;
  found.fixed_pitch = post.u32(12) != 0;
  const unsigned family_class = os2.u8(30);
  found.serif = family_class >= 1 && family_class <= 7 && family_class != 6;
  found.script = family_class == 10;
  found.italic = (os2.u16(62) & 1U) != 0 || found.italic_angle != 0;
  const Table cff(face, kCff);
  found.cff = !cff.empty();
  found.embeddable = (os2.u16(8) & 0x000FU) != 0x0002U;
  const auto em = static_cast<float>(hb_face_get_upem(face));
  for (unsigned i = 0; i < 4; ++i) found.box[i] = thousandths(static_cast<float>(head.i16(36 + 2 * i)) / em);
  return found;
}

bool has_outlines(hb_face_t* face) { return !Table(face, kGlyf).empty() || !Table(face, kCff).empty(); }

struct BlobEnd {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobEnd>;

hb_face_t* usable_face(const Blob& blob, unsigned index) {
  if (!blob || index >= hb_face_count(blob.get())) return nullptr;
  hb_face_t* face = hb_face_create(blob.get(), index);
  const unsigned glyphs = hb_face_get_glyph_count(face);
  if (glyphs == 0 || glyphs > kMostGlyphs || !has_outlines(face)) {
    hb_face_destroy(face);
    return nullptr;
  }
  hb_face_make_immutable(face);
  return face;
}

}  // namespace

std::unique_ptr<Face> Face::open_file(const std::string& path, unsigned index) {
  const Blob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  hb_face_t* face = usable_face(blob, index);
  return face == nullptr ? nullptr : std::unique_ptr<Face>(new Face(face, Synthesis{}));
}

std::unique_ptr<Face> Face::open_bytes(std::string bytes, unsigned index) {
  auto* kept = new std::string(std::move(bytes));
  const Blob blob(hb_blob_create_or_fail(kept->data(), static_cast<unsigned>(kept->size()), HB_MEMORY_MODE_READONLY, kept,
                                         [](void* text) { delete static_cast<std::string*>(text); }));
  hb_face_t* face = usable_face(blob, index);
  return face == nullptr ? nullptr : std::unique_ptr<Face>(new Face(face, Synthesis{}));
}

std::unique_ptr<Face> Face::with(Synthesis synthesis) const {
  return std::unique_ptr<Face>(new Face(hb_face_reference(hb_face_), synthesis));
}

Face::Face(hb_face_t* face, Synthesis synthesis)
    : hb_face_(face),
      hb_font_(hb_font_create(face)),
      units_per_em_(hb_face_get_upem(face)),
      glyph_count_(hb_face_get_glyph_count(face)),
      synthesis_(synthesis) {
  hb_font_set_scale(hb_font_, static_cast<int>(units_per_em_), static_cast<int>(units_per_em_));
  hb_font_make_immutable(hb_font_);
  metrics_ = measure(hb_font_, units_per_em_);
  description_ = describe(hb_face_, metrics_);
}

Face::~Face() {
  hb_font_destroy(hb_font_);
  hb_face_destroy(hb_face_);
}

std::uint16_t Face::glyph(char32_t code_point) const {
  hb_codepoint_t found = 0;
  return hb_font_get_nominal_glyph(hb_font_, code_point, &found) ? static_cast<std::uint16_t>(found) : std::uint16_t{0};
}

int Face::advance(std::uint16_t glyph) const { return hb_font_get_glyph_h_advance(hb_font_, glyph); }

}  // namespace sats
