// Simple TrueType fonts, whose codes become glyphs through the tables of the font's own: 31-017 to 31-026.

#include <algorithm>
#include <array>
#include <string>

#include "checker.h"
#include "document.h"
#include "font_program.h"
#include "glyph_list.h"

namespace pdf_checker {
namespace {

constexpr int kSymbolicFlag = 4;
constexpr CharacterMap kSymbolMap{3, 0};
constexpr CharacterMap kUnicodeMap{3, 1};

struct TrueType {
  std::string name;
  QPDFObjectHandle font;
  QPDFObjectHandle descriptor;
  std::set<unsigned> codes;
  bool symbolic = false;
};

template <typename Use>
void for_truetype_fonts(const Document& document, const Use& look) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    if (!font.getKey("/Subtype").isNameAndEquals("/TrueType") || !descriptor.isDictionary() || use.codes.empty()) continue;
    QPDFObjectHandle flags = descriptor.getKey("/Flags");
    const bool symbolic = flags.isInteger() && (flags.getIntValueAsInt() & kSymbolicFlag) != 0;
    const std::string name = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName().substr(1) : "a font";
    look(TrueType{name, font, descriptor, use.codes, symbolic});
  }
}

/// The same with the embedded program.
template <typename Use>
void for_programs(const Document& document, const Use& look) {
  for_truetype_fonts(document, [&](const TrueType& font) {
    if (const auto program = read_font_program(font.descriptor, {})) look(font, *program);
  });
}

bool has_map(const FontProgram& program, CharacterMap wanted) {
  return std::find(program.maps.begin(), program.maps.end(), wanted) != program.maps.end();
}

bool has_plain_map(const FontProgram& program) {
  return std::any_of(program.maps.begin(), program.maps.end(), [](const CharacterMap& map) { return map != kSymbolMap; });
}

QPDFObjectHandle base_encoding(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  return encoding.isDictionary() ? encoding.getKey("/BaseEncoding") : encoding;
}

bool has_differences(QPDFObjectHandle font) {
  return font.getKey("/Encoding").isDictionary() && font.getKey("/Encoding").getKey("/Differences").isArray();
}

void plain_map(const Document& document, const Report& report) {
  for_programs(document, [&](const TrueType& font, const FontProgram& program) {
    if (!font.symbolic && !has_plain_map(program)) report(font.name);
  });
}

/// Control codes are in no encoding. Codes that `Differences` names are not looked up here.
void every_code_found(const Document& document, const Report& report) {
  for_programs(document, [&](const TrueType& font, const FontProgram& program) {
    if (font.symbolic || has_differences(font.font)) return;
    for (const unsigned code : font.codes) {
      const bool plain = code >= 0x20 && code < 0x7F;
      const bool found = plain ? program.letters.count(code) != 0 : code >= 0x80;
      if (!found) report(font.name + ": code " + std::to_string(code));
    }
  });
}

void has_encoding(const Document& document, const Report& report) {
  for_truetype_fonts(document, [&](TrueType font) {
    if (!font.symbolic && !font.font.hasKey("/Encoding")) report(font.name);
  });
}

void has_base_encoding(const Document& document, const Report& report) {
  for_truetype_fonts(document, [&](TrueType font) {
    QPDFObjectHandle encoding = font.font.getKey("/Encoding");
    if (!font.symbolic && encoding.isDictionary() && !encoding.hasKey("/BaseEncoding")) report(font.name);
  });
}

void known_encoding(const Document& document, const Report& report) {
  for_truetype_fonts(document, [&](const TrueType& font) {
    QPDFObjectHandle encoding = base_encoding(font.font);
    const bool known = encoding.isNameAndEquals("/WinAnsiEncoding") || encoding.isNameAndEquals("/MacRomanEncoding");
    if (!font.symbolic && !encoding.isNull() && !known) report(font.name);
  });
}

void differences_are_listed(const Document& document, const Report& report) {
  for_truetype_fonts(document, [&](TrueType font) {
    if (font.symbolic || !has_differences(font.font)) return;
    for (QPDFObjectHandle& name : font.font.getKey("/Encoding").getKey("/Differences").getArrayAsVector()) {
      if (name.isName() && !is_adobe_glyph_name(name.getName().substr(1)))
        report(font.name + ": " + name.getName().substr(1));
    }
  });
}

void differences_need_unicode(const Document& document, const Report& report) {
  for_programs(document, [&](const TrueType& font, const FontProgram& program) {
    if (!font.symbolic && has_differences(font.font) && !has_map(program, kUnicodeMap)) report(font.name);
  });
}

void symbolic_has_no_encoding(const Document& document, const Report& report) {
  for_truetype_fonts(document, [&](TrueType font) {
    if (font.symbolic && font.font.hasKey("/Encoding")) report(font.name);
  });
}

void symbolic_has_map(const Document& document, const Report& report) {
  for_programs(document, [&](const TrueType& font, const FontProgram& program) {
    if (font.symbolic && program.maps.empty()) report(font.name);
  });
}

void symbolic_has_symbol_map(const Document& document, const Report& report) {
  for_programs(document, [&](const TrueType& font, const FontProgram& program) {
    if (font.symbolic && program.maps.size() > 1 && !has_map(program, kSymbolMap)) report(font.name);
  });
}

constexpr std::array kTrueTypeConditions{
    Condition{"31-017", "a TrueType font that is not symbolic has no cmap that is not", plain_map},
    Condition{"31-018", "a TrueType font that is not symbolic has no glyph for a code that is shown", every_code_found},
    Condition{"31-019", "a TrueType font that is not symbolic has no Encoding", has_encoding},
    Condition{"31-020", "the Encoding of a TrueType font that is not symbolic has no BaseEncoding", has_base_encoding},
    Condition{"31-021", "the encoding of a TrueType font that is not symbolic is neither WinAnsi nor MacRoman",
              known_encoding},
    Condition{"31-022", "a TrueType font's Differences have a name that is not in the Adobe Glyph List",
              differences_are_listed},
    Condition{"31-023", "a TrueType font with Differences has no Unicode cmap", differences_need_unicode},
    Condition{"31-024", "a symbolic TrueType font has an Encoding", symbolic_has_no_encoding},
    Condition{"31-025", "a symbolic TrueType font has no cmap", symbolic_has_map},
    Condition{"31-026", "a symbolic TrueType font has several cmaps, but none for symbols", symbolic_has_symbol_map},
};

}  // namespace

std::span<const Condition> truetype_conditions() { return kTrueTypeConditions; }

}  // namespace pdf_checker
