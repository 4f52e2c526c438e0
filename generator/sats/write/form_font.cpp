#include "sats/write/form_font.h"

#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <memory>

#include "sats/write/compress.h"
#include "sats/write/digest.h"

namespace sats {
namespace {

/// Code points of the codes 80 to 9F; the others are their own.
constexpr std::array<char32_t, 32> kUpperControls{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t letter_of_code(unsigned code) {
  if (code < 32) return 0;
  return code >= 0x80 && code <= 0x9F ? kUpperControls[code - 0x80] : static_cast<char32_t>(code);
}

std::string program_of(const Face& face) {
  const std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)> input(hb_subset_input_create_or_fail(),
                                                                                     hb_subset_input_destroy);
  if (!input) return {};
  for (unsigned code = 32; code < 256; ++code) {
    if (letter_of_code(code) != 0) hb_set_add(hb_subset_input_unicode_set(input.get()), letter_of_code(code));
  }
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag :
       {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('n', 'a', 'm', 'e')}) {
    hb_set_add(dropped, tag);
  }
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> cut(hb_subset_or_fail(face.hb_face(), input.get()),
                                                                   hb_face_destroy);
  if (!cut) return {};
  const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob(hb_face_reference_blob(cut.get()), hb_blob_destroy);
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  return {bytes, size};
}

ObjectId write_descriptor(const FaceDescription& face, const std::string& name, const std::string& program,
                          ObjectFile& file) {
  std::string entries = "/Length1 ";
  append_integer(entries, static_cast<std::int64_t>(program.size()));
  const ObjectId stream = file.put_stream(entries, program, Packing::flate);
  // 32: the letters are those of the standard Latin set.
  std::string text = "<</Type/FontDescriptor/Flags 32/ItalicAngle 0/FontName";
  append_name(text, name);
  text += "/FontBBox[";
  for (const int side : face.box) append_numbers(text, side);
  text += "]/Ascent " + std::to_string(face.ascent) + "/Descent " + std::to_string(face.descent) + "/CapHeight " +
          std::to_string(face.cap_height) + "/StemV " + std::to_string(face.stem_width) + "/FontFile2 ";
  append_reference(text, stream);
  return file.put(text + ">>");
}

}  // namespace

std::optional<ObjectId> write_form_font(const Face& face, ObjectFile& file) {
  if (face.description().cff || !face.description().embeddable) return std::nullopt;
  const std::string program = program_of(face);
  if (program.empty()) return std::nullopt;
  std::string name;
  for (std::uint64_t digest = digest_of(program), i = 0; i < 6; ++i, digest /= 26)
    name += static_cast<char>('A' + digest % 26);
  name += '+' + face.description().postscript_name;
  std::string text = "<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/BaseFont";
  append_name(text, name);
  text += "/Widths[";
  for (unsigned code = 32; code < 256; ++code) {
    const std::uint16_t glyph = letter_of_code(code) == 0 ? std::uint16_t{0} : face.glyph(letter_of_code(code));
    append_numbers(text, std::lround(face.advance(glyph) * 1000.0 / face.units_per_em()));
  }
  text += "]/FontDescriptor ";
  append_reference(text, write_descriptor(face.description(), name, program, file));
  return file.put(text + ">>");
}

}  // namespace sats
