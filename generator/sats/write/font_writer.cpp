#include "sats/write/font_writer.h"

#include <algorithm>
#include <utility>

#include "sats/text/face.h"
#include "sats/text/utf8_step.h"
#include "sats/write/compress.h"

namespace sats {
namespace {

constexpr std::size_t kMostEntriesInBlock = 100;  // Adobe technical note 5014 allows no more.

void append_hex4(std::string& out, std::uint16_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kDigits[(std::uint32_t{value} >> shift) & 0xFU];
}

/// Consecutive glyphs that stand for consecutive letters.
struct Range {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  std::string text;  ///< Of the first.
};

struct Mapped {
  std::uint16_t glyph = 0;
  std::string text;
};

/// The code point of a text of just one in the basic plane, or 0.
char32_t plain_letter(std::string_view text) {
  std::uint32_t at = 0;
  const char32_t letter = next_code_point(text, at);
  return at == text.size() && letter < 0x10000 ? letter : 0;
}

std::vector<Range> ranges_of(const std::vector<Mapped>& all) {
  std::vector<Range> ranges;
  for (const Mapped& one : all) {
    const char32_t letter = plain_letter(one.text);
    const bool follows = !ranges.empty() && letter != 0 && ranges.back().last + 1 == one.glyph && (one.glyph & 0xFFU) != 0 &&
                         (letter & 0xFFU) != 0 &&
                         plain_letter(ranges.back().text) + (one.glyph - ranges.back().first) == letter &&
                         plain_letter(ranges.back().text) != 0;
    if (follows) {
      ranges.back().last = one.glyph;
    } else {
      ranges.push_back({one.glyph, one.glyph, one.text});
    }
  }
  return ranges;
}

void append_blocks(std::string& out, const std::vector<Range>& ranges, bool single) {
  std::vector<const Range*> chosen;
  for (const Range& range : ranges) {
    if ((range.first == range.last) == single) chosen.push_back(&range);
  }
  for (std::size_t begin = 0; begin < chosen.size(); begin += kMostEntriesInBlock) {
    const std::size_t count = std::min(kMostEntriesInBlock, chosen.size() - begin);
    append_integer(out, static_cast<std::int64_t>(count));
    out += single ? " beginbfchar\n" : " beginbfrange\n";
    for (std::size_t i = begin; i < begin + count; ++i) {
      out += '<';
      append_hex4(out, chosen[i]->first);
      if (!single) {
        out += "><";
        append_hex4(out, chosen[i]->last);
      }
      out += "><";
      append_utf16_hex(out, chosen[i]->text);
      out += ">\n";
    }
    out += single ? "endbfchar\n" : "endbfrange\n";
  }
}

unsigned flags_of(const FaceDescription& face) {
  // ISO 32000-1, table 123: fixed pitch, serif, symbolic (no standard encoding is used), script, italic.
  return (face.fixed_pitch ? 1U : 0U) | (face.serif ? 2U : 0U) | 4U | (face.script ? 8U : 0U) | (face.italic ? 64U : 0U);
}

ObjectId write_descriptor(const FaceDescription& face, const FontSubset& subset, ObjectFile& file) {
  const ObjectId program = file.reserve();
  std::string entries = "/Filter/FlateDecode";
  if (face.cff) {
    entries += "/Subtype/CIDFontType0C";
  } else {
    entries += "/Length1 ";
    append_integer(entries, static_cast<std::int64_t>(subset.plain_size));
  }
  file.put_packed_stream(program, entries, subset.packed);

  std::string text = "<</Type/FontDescriptor/FontName";
  append_name(text, subset.name);
  text += "/Flags ";
  append_integer(text, flags_of(face));
  text += "/FontBBox[";
  for (const int side : face.box) append_numbers(text, side);
  text.back() = ']';
  text += "/ItalicAngle ";
  append_number(text, static_cast<double>(face.italic_angle));
  text += "/Ascent ";
  append_integer(text, face.ascent);
  text += "/Descent ";
  append_integer(text, face.descent);
  text += "/CapHeight ";
  append_integer(text, face.cap_height);
  text += "/StemV ";
  append_integer(text, face.stem_width);
  text += face.cff ? "/FontFile3 " : "/FontFile2 ";
  append_reference(text, program);
  text += ">>";
  return file.put(text);
}

ObjectId write_font(const FaceDescription& face, const FontSubset& subset, ObjectId to_unicode, ObjectFile& file) {
  const ObjectId descriptor = write_descriptor(face, subset, file);
  std::string cid_font = face.cff ? "<</Type/Font/Subtype/CIDFontType0/BaseFont"
                                  : "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont";
  append_name(cid_font, subset.name);
  cid_font += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
  append_reference(cid_font, descriptor);
  cid_font += "/W" + subset.widths + ">>";
  const ObjectId descendant = file.put(cid_font);
  std::string font = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont";
  append_name(font, face.cff ? subset.name + "-Identity-H" : subset.name);
  font += "/DescendantFonts[";
  append_reference(font, descendant);
  font += "]/ToUnicode ";
  append_reference(font, to_unicode);
  font += ">>";
  return file.put(font);
}

/// Writes the map to text. One that is the face's own is packed once for a batch.
ObjectId write_map(const FaceUse& use, const FontSubset& subset, const std::vector<std::uint16_t>& glyphs,
                   ObjectFile& file) {
  const ObjectId object = file.reserve();
  const auto make = [&] { return deflate(to_unicode_map(use, subset, glyphs), kFontPacking); };
  file.put_packed_stream(object, "/Filter/FlateDecode", use.has_only_common_texts() ? subset.map->packed(make) : make());
  return object;
}

}  // namespace

std::string to_unicode_map(const FaceUse& use, const FontSubset& subset, const std::vector<std::uint16_t>& glyphs) {
  std::vector<Mapped> all;
  for (const std::uint16_t glyph : glyphs) {
    if (glyph != 0) all.push_back({subset.new_glyph[glyph], use.text_of(glyph)});
  }
  std::sort(all.begin(), all.end(), [](const Mapped& a, const Mapped& b) { return a.glyph < b.glyph; });
  const std::vector<Range> ranges = ranges_of(all);
  std::string map =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_blocks(map, ranges, true);
  append_blocks(map, ranges, false);
  map += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return map;
}

std::vector<WrittenFont> write_fonts(const GlyphUses& uses, const FontLibrary& fonts, SubsetCache& cache, ObjectFile& file,
                                     base::Problems& problems) {
  std::vector<WrittenFont> written;
  for (const FaceUse& use : uses.faces()) {
    const Face& face = fonts.face(use.face());
    const FaceDescription& description = face.description();
    const std::vector<std::uint16_t> glyphs = use.glyphs();
    WrittenFont font{&use, nullptr, 0, face.synthesis()};
    if (description.embeddable) font.subset = cache.subset(use.face(), face, glyphs);
    if (!font.subset) {
      problems.add({base::Severity::error, "sats.skrift.ikke-indlejret", {{"skrift", description.family}}, {}, {}});
    } else {
      const ObjectId map = write_map(use, *font.subset, glyphs, file);
      font.object = write_font(description, *font.subset, map, file);
    }
    written.push_back(std::move(font));
  }
  return written;
}

}  // namespace sats
