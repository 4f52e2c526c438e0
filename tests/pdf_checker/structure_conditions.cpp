#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

const std::set<std::string>& standard_types() {
  static const std::set<std::string> types{
      "Document",  "Part",    "Art",   "Sect",    "Div",       "BlockQuote", "Caption", "TOC",     "TOCI",  "Index",
      "NonStruct", "Private", "P",     "H",       "H1",        "H2",         "H3",      "H4",      "H5",    "H6",
      "L",         "LI",      "Lbl",   "LBody",   "Table",     "TR",         "TH",      "TD",      "THead", "TBody",
      "TFoot",     "Span",    "Quote", "Note",    "Reference", "BibEntry",   "Code",    "Link",    "Annot", "Ruby",
      "RB",        "RT",      "RP",    "Warichu", "WT",        "WP",         "Figure",  "Formula", "Form"};
  return types;
}

void has_tree(const Document& document, const Report& report) {
  if (document.elements.empty()) report("no structure tree");
}

void unknown_types(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    if (standard_types().count(element.type) == 0) report(element.own_type);
  }
}

void circular_map(const Document& document, const Report& report) {
  if (document.role_map_loops) report("the role map goes round");
}

void remapped(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle root = catalog.getKey("/StructTreeRoot");
  QPDFObjectHandle map = root.isDictionary() ? root.getKey("/RoleMap") : QPDFObjectHandle::newNull();
  if (!map.isDictionary()) return;
  for (const std::string& key : map.getKeys()) {
    if (standard_types().count(key.substr(1)) != 0) report(key.substr(1));
  }
}

void figure_text(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    if (element.type == "Figure" && !is_text(element.object, "/Alt") && !is_text(element.object, "/ActualText"))
      report("a figure");
  }
}

void figure_box(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    if (element.type == "Figure" && !document.attribute(element, "/Layout", "/BBox").isArray()) report("a figure");
  }
}

void formula_text(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    if (element.type == "Formula" && !is_text(element.object, "/Alt") && !is_text(element.object, "/ActualText"))
      report("a formula");
  }
}

int heading_level(const Element& element) {
  return element.type.size() == 2 && element.type[0] == 'H' && element.type[1] >= '1' && element.type[1] <= '6'
             ? element.type[1] - '0'
             : 0;
}

void first_heading(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    if (heading_level(element) == 0) continue;
    if (heading_level(element) != 1) report("the first heading is " + element.type);
    return;
  }
}

void skipped_heading(const Document& document, const Report& report) {
  int last = 0;
  for (const Element& element : document.elements) {
    const int level = heading_level(element);
    if (level == 0) continue;
    if (last != 0 && level > last + 1) report(element.type + " after H" + std::to_string(last));
    last = level;
  }
}

void repeated_heading(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    const auto headings = std::count_if(element.kids.begin(), element.kids.end(), [&](const Kid& kid) {
      return kid.kind == Kid::Kind::element && kid.element < document.elements.size() &&
             document.elements[kid.element].type == "H";
    });
    if (headings > 1) report(element.type + " has " + std::to_string(headings));
  }
}

void mixed_headings(const Document& document, const Report& report) {
  const auto& all = document.elements;
  const bool plain = std::any_of(all.begin(), all.end(), [](const Element& element) { return element.type == "H"; });
  const bool numbered =
      std::any_of(all.begin(), all.end(), [](const Element& element) { return heading_level(element) != 0; });
  if (plain && numbered) report("H and Hn in one document");
}

/// Whether a cell of the same table, not of one inside it, names an element as its header.
bool is_named_by_cell(const Document& document, std::size_t header) {
  QPDFObjectHandle object = document.elements[header].object;
  if (!object.getKey("/ID").isString()) return false;
  const std::string id = object.getKey("/ID").getStringValue();
  const std::size_t table = document.above(header, "Table");
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    QPDFObjectHandle headers = document.attribute(document.elements[i], "/Table", "/Headers");
    if (!headers.isArray() || document.above(i, "Table") != table) continue;
    for (int at = 0; at < headers.getArrayNItems(); ++at) {
      if (headers.getArrayItem(at).isString() && headers.getArrayItem(at).getStringValue() == id) return true;
    }
  }
  return false;
}

void header_scope(const Document& document, const Report& report) {
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    if (document.elements[i].type != "TH" || document.attribute(document.elements[i], "/Table", "/Scope").isName()) continue;
    if (!is_named_by_cell(document, i)) report("a TH has no Scope");
  }
}

void table_headers(const Document& document, const Report& report) {
  std::set<std::size_t> with;
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    if (document.elements[i].type == "TH") with.insert(document.above(i, "Table"));
  }
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    if (document.elements[i].type == "Table" && with.count(i) == 0) report("a table has no TH");
  }
}

void known_headers(const Document& document, const Report& report) {
  std::set<std::string> ids;
  for (const Element& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (object.getKey("/ID").isString()) ids.insert(object.getKey("/ID").getStringValue());
  }
  for (const Element& element : document.elements) {
    QPDFObjectHandle headers = document.attribute(element, "/Table", "/Headers");
    for (int i = 0; headers.isArray() && i < headers.getArrayNItems(); ++i) {
      if (ids.count(headers.getArrayItem(i).getStringValue()) == 0)
        report("no cell has the ID " + headers.getArrayItem(i).getStringValue());
    }
  }
}

void note_ids(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (element.type == "Note" && !object.getKey("/ID").isString()) report("a note");
  }
}

void unique_ids(const Document& document, const Report& report) {
  std::set<std::string> ids;
  for (const Element& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (object.getKey("/ID").isString() && !ids.insert(object.getKey("/ID").getStringValue()).second)
      report(object.getKey("/ID").getStringValue());
  }
}

void list_numbering(const Document& document, const Report& report) {
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    if (document.elements[i].type != "Lbl") continue;
    const std::size_t list = document.above(i, "L");
    const bool in_item =
        document.elements[i].parent != kNowhere && document.elements[document.elements[i].parent].type == "LI";
    if (in_item && list != kNowhere && !document.attribute(document.elements[list], "/List", "/ListNumbering").isName())
      report("a list with labels");
  }
}

/// ISO 32000-1, table 347.
void known_numbering(const Document& document, const Report& report) {
  static const std::set<std::string> known{"/None",       "/Disc",       "/Circle",     "/Square",    "/Decimal",
                                           "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha"};
  for (const Element& element : document.elements) {
    QPDFObjectHandle numbering = document.attribute(element, "/List", "/ListNumbering");
    if (numbering.isNull()) continue;
    const std::string name = numbering.isName() ? numbering.getName() : "no name";
    if (known.count(name) == 0) report("ListNumbering is " + name);
  }
}

void parents_agree(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    QPDFObjectHandle object = element.object;
    QPDFObjectHandle said = object.getKey("/P");
    QPDFObjectHandle catalog = document.catalog;
    QPDFObjectHandle real =
        element.parent == kNowhere ? catalog.getKey("/StructTreeRoot") : document.elements[element.parent].object;
    if (!said.isIndirect() || said.getObjGen() != real.getObjGen()) report(element.type + " says another parent");
  }
}

constexpr std::array kStructureConditions{
    Condition{"eget-trae", "the document has no structure tree (ISO 14289-1, 7.1)", has_tree},
    Condition{"eget-ophav", "an element says another parent than the one it hangs from (ISO 32000-1, 14.7.2)",
              parents_agree},
    Condition{"02-001", "a type of its own is not mapped to a standard type", unknown_types},
    Condition{"02-003", "the role map goes round in a circle", circular_map},
    Condition{"02-004", "a standard type is remapped", remapped},
    Condition{"13-004", "a figure has no alternative", figure_text},
    Condition{"eget-figurramme", "a figure has no bounding box (ISO 14289-1, 7.3)", figure_box},
    Condition{"14-002", "the first heading is not H1", first_heading},
    Condition{"14-003", "a heading level is skipped", skipped_heading},
    Condition{"14-006", "an element has more than one H", repeated_heading},
    Condition{"14-007", "H and Hn are both used", mixed_headings},
    Condition{"15-003", "a header cell has no Scope, and no cell of its table names it", header_scope},
    Condition{"eget-tabelhoved", "a table has no header cell (ISO 14289-1, 7.5)", table_headers},
    Condition{"15-004", "a cell names a header that does not exist", known_headers},
    Condition{"16-001", "a list with labels does not say how it is numbered", list_numbering},
    Condition{"eget-nummerering", "ListNumbering is none of the standard's (ISO 32000-1, table 347)", known_numbering},
    Condition{"17-002", "a formula has no alternative", formula_text},
    Condition{"19-003", "a note has no ID", note_ids},
    Condition{"19-004", "an ID is used twice", unique_ids},
};

}  // namespace

std::span<const Condition> structure_conditions() { return kStructureConditions; }

}  // namespace pdf_checker
