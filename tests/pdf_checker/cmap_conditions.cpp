// How the codes of composite fonts become glyphs: 31-001 to 31-008.

#include <array>
#include <set>
#include <sstream>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

std::string name_of_font(QPDFObjectHandle font) {
  return font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName().substr(1) : "a font";
}

/// The names of ISO 32000-1, table 118, without the direction of writing.
bool is_predefined(const std::string& name) {
  static const std::set<std::string> names{
      "Identity",     "GB-EUC",      "GBpc-EUC",       "GBK-EUC",      "GBKp-EUC",  "GBK2K",     "UniGB-UCS2",
      "UniGB-UTF16",  "B5pc",        "HKscs-B5",       "ETen-B5",      "ETenms-B5", "CNS-EUC",   "UniCNS-UCS2",
      "UniCNS-UTF16", "83pv-RKSJ",   "90ms-RKSJ",      "90msp-RKSJ",   "90pv-RKSJ", "Add-RKSJ",  "EUC",
      "Ext-RKSJ",     "UniJIS-UCS2", "UniJIS-UCS2-HW", "UniJIS-UTF16", "KSC-EUC",   "KSCms-UHC", "KSCms-UHC-HW",
      "KSCpc-EUC",    "UniKS-UCS2",  "UniKS-UTF16"};
  const std::size_t dash = name.rfind('-');
  if (name == "H" || name == "V") return true;
  return dash != std::string::npos && (name.substr(dash) == "-H" || name.substr(dash) == "-V") &&
         names.count(name.substr(0, dash)) != 0;
}

struct Composite {
  std::string name;
  QPDFObjectHandle encoding;  ///< A name or an embedded CMap.
  QPDFObjectHandle cid_font;
};

template <typename Use>
void for_composite_fonts(const Document& document, const Use& look) {
  for (const auto& [id, use] : document.fonts) {
    QPDFObjectHandle font = use.font;
    QPDFObjectHandle list = font.getKey("/DescendantFonts");
    if (!font.getKey("/Subtype").isNameAndEquals("/Type0") || !list.isArray() || list.getArrayNItems() == 0) continue;
    if (list.getArrayItem(0).isDictionary())
      look(Composite{name_of_font(font), font.getKey("/Encoding"), list.getArrayItem(0)});
  }
}

/// The collections of the font and of its embedded CMap, where both are there.
template <typename Use>
void for_collections(const Document& document, const Use& look) {
  for_composite_fonts(document, [&](Composite font) {
    QPDFObjectHandle own = font.cid_font.getKey("/CIDSystemInfo");
    if (!font.encoding.isStream() || !own.isDictionary()) return;
    QPDFObjectHandle of_map = font.encoding.getDict().getKey("/CIDSystemInfo");
    if (of_map.isDictionary()) look(font.name, own, of_map);
  });
}

bool differs(QPDFObjectHandle a, QPDFObjectHandle b, const std::string& key) {
  return a.getKey(key).isString() && b.getKey(key).isString() &&
         a.getKey(key).getStringValue() != b.getKey(key).getStringValue();
}

void registry(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    QPDFObjectHandle own = font.cid_font.getKey("/CIDSystemInfo");
    const bool complete = own.isDictionary() && own.getKey("/Registry").isString() && own.getKey("/Ordering").isString() &&
                          own.getKey("/Supplement").isInteger();
    if (!complete) report(font.name + " has no whole CIDSystemInfo");
  });
  for_collections(document, [&](const std::string& name, const QPDFObjectHandle& own, const QPDFObjectHandle& of_map) {
    if (differs(own, of_map, "/Registry")) report(name);
  });
}

void ordering(const Document& document, const Report& report) {
  for_collections(document, [&](const std::string& name, const QPDFObjectHandle& own, const QPDFObjectHandle& of_map) {
    if (differs(own, of_map, "/Ordering")) report(name);
  });
  for_composite_fonts(document, [&](Composite font) {
    const bool identity = font.encoding.isNameAndEquals("/Identity-H") || font.encoding.isNameAndEquals("/Identity-V");
    QPDFObjectHandle own = font.cid_font.getKey("/CIDSystemInfo");
    if (font.encoding.isName() && !identity && own.isDictionary() && own.getKey("/Ordering").isString() &&
        own.getKey("/Ordering").getStringValue() == "Identity")
      report(font.name);
  });
}

void supplement(const Document& document, const Report& report) {
  for_collections(document, [&](const std::string& name, QPDFObjectHandle own, QPDFObjectHandle of_map) {
    if (own.getKey("/Supplement").isInteger() && of_map.getKey("/Supplement").isInteger() &&
        own.getKey("/Supplement").getIntValue() < of_map.getKey("/Supplement").getIntValue())
      report(name);
  });
}

void glyph_map(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    QPDFObjectHandle map = font.cid_font.getKey("/CIDToGIDMap");
    const bool two = font.cid_font.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    if (two && !map.isNull() && !map.isStream() && !map.isNameAndEquals("/Identity")) report(font.name);
  });
}

void has_glyph_map(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    const bool two = font.cid_font.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    if (two && !font.cid_font.hasKey("/CIDToGIDMap")) report(font.name);
  });
}

void embedded_cmap(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    const bool known = font.encoding.isName() && is_predefined(font.encoding.getName().substr(1));
    if (!known && !font.encoding.isStream()) report(font.name);
  });
}

/// What stands before an operator in a CMap: its operand.
std::string operand_of(const std::string& text, const std::string& word) {
  std::istringstream in(text);
  std::string before;
  for (std::string one; in >> one; before = one) {
    if (one == word) return before;
  }
  return {};
}

/// What stands behind a name.
std::string value_of(const std::string& text, const std::string& name) {
  std::istringstream in(text);
  std::string one;
  while (in >> one) {
    if (one == name && in >> one) return one;
  }
  return {};
}

void writing_mode(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    if (!font.encoding.isStream()) return;
    QPDFObjectHandle said = font.encoding.getDict().getKey("/WMode");
    const std::string in_map = value_of(stream_text(font.encoding), "/WMode");
    const std::string in_dictionary = said.isInteger() ? std::to_string(said.getIntValue()) : "0";
    if ((in_map.empty() ? "0" : in_map) != in_dictionary) report(font.name);
  });
}

void used_cmaps(const Document& document, const Report& report) {
  for_composite_fonts(document, [&](Composite font) {
    if (!font.encoding.isStream()) return;
    QPDFObjectHandle used = font.encoding.getDict().getKey("/UseCMap");
    const bool known = used.isNull() || (used.isName() && is_predefined(used.getName().substr(1)));
    const std::string named = operand_of(stream_text(font.encoding), "usecmap");
    if (!known || (!named.empty() && !is_predefined(named.substr(1)))) report(font.name);
  });
}

constexpr std::array kCMapConditions{
    Condition{"31-001", "the Registry of a font and of its CMap do not agree", registry},
    Condition{"31-002", "the Ordering of a font and of its CMap do not agree", ordering},
    Condition{"31-003", "the Supplement of a font is less than its CMap's", supplement},
    Condition{"31-004", "the CIDToGIDMap of a TrueType font is neither a stream nor Identity", glyph_map},
    Condition{"31-005", "a TrueType font has no CIDToGIDMap", has_glyph_map},
    Condition{"31-006", "a CMap is neither predefined nor embedded", embedded_cmap},
    Condition{"31-007", "the WMode of a CMap and of its dictionary do not agree", writing_mode},
    Condition{"31-008", "a CMap uses another that is not predefined", used_cmaps},
};

}  // namespace

std::span<const Condition> cmap_conditions() { return kCMapConditions; }

}  // namespace pdf_checker
