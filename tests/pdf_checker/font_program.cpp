#include "font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <memory>

#include "document.h"

namespace pdf_checker {
namespace {

struct LibraryEnd {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceEnd {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

std::string program_bytes(QPDFObjectHandle descriptor) {
  for (const char* key : {"/FontFile2", "/FontFile3", "/FontFile"}) {
    if (descriptor.getKey(key).isStream()) return stream_text(descriptor.getKey(key));
  }
  return {};
}

void read_maps(FT_Face face, FontProgram& program) {
  for (int i = 0; i < face->num_charmaps; ++i) {
    FT_CharMap map = face->charmaps[i];
    program.maps.push_back({map->platform_id, map->encoding_id});
    if (FT_Set_Charmap(face, map) != 0) continue;
    for (unsigned letter = 0x20; letter < 0x7F; ++letter) {
      if (FT_Get_Char_Index(face, letter) != 0) program.letters.insert(letter);
    }
  }
}

void read_names(FT_Face face, FontProgram& program) {
  if (!FT_HAS_GLYPH_NAMES(face)) return;
  std::array<char, 128> name{};
  for (FT_UInt glyph = 1; glyph < program.glyph_count; ++glyph) {
    if (FT_Get_Glyph_Name(face, glyph, name.data(), static_cast<FT_UInt>(name.size())) == 0)
      program.glyph_names.insert(name.data());
  }
}

}  // namespace

std::optional<FontProgram> read_font_program(const QPDFObjectHandle& descriptor, const std::set<unsigned>& glyphs) {
  const std::string bytes = program_bytes(descriptor);
  FT_Library opened = nullptr;
  if (FT_Init_FreeType(&opened) != 0) return std::nullopt;
  const std::unique_ptr<FT_LibraryRec_, LibraryEnd> library(opened);
  FT_Face read = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
  if (FT_New_Memory_Face(opened, data, static_cast<FT_Long>(bytes.size()), 0, &read) != 0) return std::nullopt;
  const std::unique_ptr<FT_FaceRec_, FaceEnd> face(read);
  FontProgram program;
  program.glyph_count = static_cast<unsigned>(face->num_glyphs);
  const double scale = face->units_per_EM == 0 ? 1 : 1000.0 / face->units_per_EM;
  for (const unsigned glyph : glyphs) {
    if (FT_Load_Glyph(face.get(), glyph, FT_LOAD_NO_SCALE) != 0) continue;
    program.widths[glyph] = static_cast<double>(face->glyph->metrics.horiAdvance) * scale;
  }
  read_maps(face.get(), program);
  read_names(face.get(), program);
  return program;
}

double said_width(QPDFObjectHandle cid_font, unsigned cid) {
  QPDFObjectHandle list = cid_font.getKey("/W");
  const int count = list.isArray() ? list.getArrayNItems() : 0;
  const auto wanted = static_cast<long long>(cid);
  for (int i = 0; i + 1 < count;) {
    const long long first = list.getArrayItem(i).getIntValue();
    QPDFObjectHandle next = list.getArrayItem(i + 1);
    if (next.isArray()) {
      if (wanted >= first && wanted < first + next.getArrayNItems())
        return next.getArrayItem(static_cast<int>(wanted - first)).getNumericValue();
      i += 2;
    } else {
      if (wanted >= first && wanted <= next.getIntValue() && i + 2 < count)
        return list.getArrayItem(i + 2).getNumericValue();
      i += 3;
    }
  }
  return cid_font.getKey("/DW").isNumber() ? cid_font.getKey("/DW").getNumericValue() : 1000;
}

}  // namespace pdf_checker
