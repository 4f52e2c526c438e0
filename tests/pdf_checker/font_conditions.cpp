#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "checker.h"
#include "cmap.h"
#include "document.h"
#include "font_program.h"

namespace pdf_checker {
namespace {

std::string name_of(QPDFObjectHandle font) {
  return font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName().substr(1) : "a font";
}

bool is_composite(QPDFObjectHandle font) { return font.getKey("/Subtype").isNameAndEquals("/Type0"); }

QPDFObjectHandle descendant(QPDFObjectHandle font) {
  QPDFObjectHandle list = font.getKey("/DescendantFonts");
  return list.isArray() && list.getArrayNItems() > 0 ? list.getArrayItem(0) : QPDFObjectHandle::newNull();
}

CMap unicode_of(QPDFObjectHandle font) { return read_cmap(stream_text(font.getKey("/ToUnicode"))); }

/// Simple fonts with a standard encoding say their letters without a map.
bool has_known_encoding(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) encoding = encoding.getKey("/BaseEncoding");
  return !is_composite(font) &&
         (encoding.isNameAndEquals("/WinAnsiEncoding") || encoding.isNameAndEquals("/MacRomanEncoding"));
}

void unmapped_codes(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    if (has_known_encoding(use.font)) continue;
    const CMap map = unicode_of(use.font);
    for (const unsigned code : use.codes) {
      if (map.find(code) == map.end()) report(name_of(use.font) + ": code " + std::to_string(code));
    }
  }
}

void forbidden_codes(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    for (const auto& [code, text] : unicode_of(use.font)) {
      const bool bad =
          std::any_of(text.begin(), text.end(), [](char16_t unit) { return unit == 0 || unit == 0xFEFF || unit == 0xFFFE; });
      if (bad) report(name_of(use.font) + ": code " + std::to_string(code));
    }
  }
}

void collection(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    if (!is_composite(use.font)) continue;
    QPDFObjectHandle encoding = use.font;
    encoding = encoding.getKey("/Encoding");
    QPDFObjectHandle own = descendant(use.font).getKey("/CIDSystemInfo");
    const bool complete = own.isDictionary() && own.getKey("/Registry").isString() && own.getKey("/Ordering").isString() &&
                          own.getKey("/Supplement").isInteger();
    const bool identity = encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
    if (!complete || (!identity && encoding.isName() && own.getKey("/Ordering").getStringValue() == "Identity"))
      report(name_of(use.font));
  }
}

void glyph_map(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = descendant(use.font);
    if (!font.isDictionary() || !font.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) continue;
    QPDFObjectHandle map = font.getKey("/CIDToGIDMap");
    if (!map.isStream() && !map.isNameAndEquals("/Identity")) report(name_of(use.font));
  }
}

void embedded_cmap(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    if (!is_composite(use.font)) continue;
    QPDFObjectHandle font = use.font;
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    const bool predefined = encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
    if (!predefined && !encoding.isStream()) report(name_of(use.font));
  }
}

void embedded(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    if (use.codes.empty() || font.getKey("/Subtype").isNameAndEquals("/Type3")) continue;
    QPDFObjectHandle bearer = is_composite(font) ? descendant(font) : font;
    QPDFObjectHandle descriptor = bearer.isDictionary() ? bearer.getKey("/FontDescriptor") : QPDFObjectHandle::newNull();
    const bool there = descriptor.isDictionary() &&
                       (descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
                        descriptor.getKey("/FontFile3").isStream());
    if (!there) report(name_of(font));
  }
}

void missing_glyph(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    QPDFObjectHandle map = is_composite(font) ? descendant(font).getKey("/CIDToGIDMap") : QPDFObjectHandle::newNull();
    const bool cid_is_glyph = is_composite(font) && (map.isNull() || map.isNameAndEquals("/Identity"));
    if (cid_is_glyph && use.codes.count(0) != 0) report(name_of(font));
  }
}

void symbolic_encoding(const Document& document, const Report& report) {
  constexpr int kSymbolic = 4;
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    if (!font.getKey("/Subtype").isNameAndEquals("/TrueType") || !font.getKey("/FontDescriptor").isDictionary()) continue;
    const int flags = font.getKey("/FontDescriptor").getKey("/Flags").getIntValueAsInt();
    if ((flags & kSymbolic) == 0 && !has_known_encoding(font)) report(name_of(font));
  }
}

/// The fonts whose codes are glyphs of the embedded program, with that program.
template <typename Use>
void for_embedded_glyphs(const Document& document, const Use& use_program) {
  for (const auto& [id, use] : document.fonts) {
    if (!is_composite(use.font) || use.codes.empty()) continue;
    QPDFObjectHandle font = descendant(use.font);
    QPDFObjectHandle map = font.isDictionary() ? font.getKey("/CIDToGIDMap") : font;
    const bool cid_is_glyph = map.isNull() || map.isNameAndEquals("/Identity");
    if (!cid_is_glyph || !font.isDictionary() || !font.getKey("/FontDescriptor").isDictionary()) continue;
    const auto program = read_font_program(font.getKey("/FontDescriptor"), use.codes);
    if (program) use_program(use, font, *program);
  }
}

void all_glyphs_embedded(const Document& document, const Report& report) {
  for_embedded_glyphs(document, [&](const FontUse& use, const QPDFObjectHandle& font, const FontProgram& program) {
    for (const unsigned code : use.codes) {
      if (code >= program.glyph_count || program.widths.count(code) == 0)
        report(name_of(font) + ": glyph " + std::to_string(code));
    }
  });
}

void cid_sets(const Document& document, const Report& report) {
  for_embedded_glyphs(document, [&](const FontUse&, QPDFObjectHandle font, const FontProgram& program) {
    QPDFObjectHandle set = font.getKey("/FontDescriptor").getKey("/CIDSet");
    if (!set.isStream()) return;
    const std::string bits = stream_text(set);
    for (unsigned glyph = 0; glyph < program.glyph_count; ++glyph) {
      const bool there =
          glyph / 8 < bits.size() && ((static_cast<unsigned char>(bits[glyph / 8]) >> (7 - glyph % 8)) & 1U) != 0;
      if (!there) return report(name_of(font) + ": glyph " + std::to_string(glyph));
    }
  });
}

void widths_agree(const Document& document, const Report& report) {
  for_embedded_glyphs(document, [&](const FontUse&, const QPDFObjectHandle& font, const FontProgram& program) {
    for (const auto& [glyph, width] : program.widths) {
      const double said = said_width(font, glyph);
      if (std::abs(said - width) > 1)
        report(name_of(font) + ": glyph " + std::to_string(glyph) + " is " + std::to_string(width) + " wide, not " +
               std::to_string(said));
    }
  });
}

constexpr std::array kFontConditions{
    Condition{"10-001", "a character code cannot be mapped to Unicode", unmapped_codes},
    Condition{"31-001", "the CIDSystemInfo of a font and its CMap do not agree", collection},
    Condition{"31-004", "a TrueType font does not say how codes become glyphs", glyph_map},
    Condition{"31-006", "a CMap is neither predefined nor embedded", embedded_cmap},
    Condition{"31-009", "a font is not embedded", embedded},
    Condition{"31-011", "an embedded font lacks a glyph that is shown", all_glyphs_embedded},
    Condition{"31-014", "a CIDSet does not list all glyphs of its font", cid_sets},
    Condition{"31-016", "a width differs from the embedded font's by more than a thousandth", widths_agree},
    Condition{"31-018", "a TrueType font that is not symbolic has no known encoding", symbolic_encoding},
    Condition{"31-028", "a ToUnicode map has U+0000, U+FEFF or U+FFFE", forbidden_codes},
    Condition{"31-030", "text refers to the glyph .notdef", missing_glyph},
};

}  // namespace

std::span<const Condition> font_conditions() { return kFontConditions; }

}  // namespace pdf_checker
