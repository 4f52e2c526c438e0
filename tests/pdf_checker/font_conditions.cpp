#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>
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

bool is_set(const std::string& bits, std::size_t index) {
  const unsigned byte = static_cast<unsigned char>(bits[index / 8]);
  return ((byte >> (7 - index % 8)) & 1U) != 0;
}

void cid_sets(const Document& document, const Report& report) {
  for_embedded_glyphs(document, [&](const FontUse&, QPDFObjectHandle font, const FontProgram& program) {
    QPDFObjectHandle set = font.getKey("/FontDescriptor").getKey("/CIDSet");
    if (!set.isStream()) return;
    const std::string bits = stream_text(set);
    for (unsigned glyph = 0; glyph < program.glyph_count; ++glyph) {
      if (glyph / 8 >= bits.size() || !is_set(bits, glyph))
        return report(name_of(font) + ": glyph " + std::to_string(glyph));
    }
  });
}

void cid_sets_within(const Document& document, const Report& report) {
  for_embedded_glyphs(document, [&](const FontUse&, QPDFObjectHandle font, const FontProgram& program) {
    QPDFObjectHandle set = font.getKey("/FontDescriptor").getKey("/CIDSet");
    const std::string bits = stream_text(set);
    for (std::size_t glyph = program.glyph_count; glyph < bits.size() * 8; ++glyph) {
      if (is_set(bits, glyph)) return report(name_of(font) + ": glyph " + std::to_string(glyph));
    }
  });
}

/// A font whose letters are known without a map of its own: by its encoding, or by a collection of Adobe's.
bool is_known_without_map(QPDFObjectHandle font) {
  constexpr int kSymbolic = 4;
  if (has_known_encoding(font)) return true;
  if (!is_composite(font)) {
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    const bool symbolic = descriptor.isDictionary() && descriptor.getKey("/Flags").isInteger() &&
                          (descriptor.getKey("/Flags").getIntValueAsInt() & kSymbolic) != 0;
    return !symbolic && !font.getKey("/Subtype").isNameAndEquals("/Type3");
  }
  QPDFObjectHandle info = descendant(font).getKey("/CIDSystemInfo");
  const std::string ordering =
      info.isDictionary() && info.getKey("/Ordering").isString() ? info.getKey("/Ordering").getStringValue() : "";
  return ordering == "GB1" || ordering == "CNS1" || ordering == "Japan1" || ordering == "Korea1";
}

void has_unicode_map(const Document& document, const Report& report) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    if (!font.getKey("/ToUnicode").isStream() && !is_known_without_map(font)) report(name_of(font));
  }
}

/// Type 1 fonts that say which glyphs they have, with what they say and the program.
template <typename Use>
void for_character_sets(const Document& document, const Use& compare) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    const bool type1 = font.getKey("/Subtype").isNameAndEquals("/Type1") && descriptor.isDictionary();
    if (!type1 || !descriptor.getKey("/CharSet").isString()) continue;
    std::set<std::string> said;
    std::istringstream names(descriptor.getKey("/CharSet").getStringValue());
    for (std::string name; std::getline(names, name, '/');) {
      if (!name.empty() && name != ".notdef") said.insert(name);
    }
    const auto program = read_font_program(descriptor, {});
    if (program && !program->glyph_names.empty()) compare(name_of(font), said, program->glyph_names);
  }
}

using Names = std::set<std::string>;

void report_missing(const Names& wanted, const Names& from, const std::string& font, const Report& report) {
  for (const std::string& name : wanted) {
    if (from.count(name) == 0) return report(font + ": " + name);
  }
}

void character_sets(const Document& document, const Report& report) {
  for_character_sets(document, [&](const std::string& font, const Names& said, const Names& real) {
    report_missing(real, said, font, report);
  });
}

void character_sets_within(const Document& document, const Report& report) {
  for_character_sets(document, [&](const std::string& font, const Names& said, const Names& real) {
    report_missing(said, real, font, report);
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
    Condition{"31-009", "a font is not embedded", embedded},
    Condition{"31-011", "an embedded font lacks a glyph that is shown", all_glyphs_embedded},
    Condition{"31-012", "a CharSet does not list all glyphs of its font", character_sets},
    Condition{"31-013", "a CharSet lists a glyph that its font does not have", character_sets_within},
    Condition{"31-014", "a CIDSet does not list all glyphs of its font", cid_sets},
    Condition{"31-015", "a CIDSet lists a glyph that its font does not have", cid_sets_within},
    Condition{"31-016", "a width differs from the embedded font's by more than a thousandth", widths_agree},
    Condition{"31-027", "a font has no ToUnicode map, and its letters are not known otherwise", has_unicode_map},
    Condition{"31-028", "a ToUnicode map has U+0000, U+FEFF or U+FFFE", forbidden_codes},
    Condition{"31-030", "text refers to the glyph .notdef", missing_glyph},
};

}  // namespace

std::span<const Condition> font_conditions() { return kFontConditions; }

}  // namespace pdf_checker
