#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

constexpr int kHidden = 2;

/// The element that has an annotation as its child, or kNowhere.
std::size_t element_of(const Document& document, const QPDFObjectHandle& annotation) {
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    for (const Kid& kid : document.elements[i].kids) {
      if (kid.kind == Kid::Kind::object && kid.object.isIndirect() && kid.object.getObjGen() == annotation.getObjGen())
        return i;
    }
  }
  return kNowhere;
}

using Use = std::function<void(QPDFObjectHandle annotation, const std::string& subtype, std::size_t page)>;

void for_annotations(const Document& document, const Use& use) {
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    QPDFObjectHandle object = document.pages[page];
    QPDFObjectHandle list = object.getKey("/Annots");
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
      QPDFObjectHandle annotation = list.getArrayItem(i);
      const bool hidden = annotation.getKey("/F").isInteger() && (annotation.getKey("/F").getIntValueAsInt() & kHidden) != 0;
      if (!hidden && annotation.getKey("/Subtype").isName()) use(annotation, annotation.getKey("/Subtype").getName(), page);
    }
  }
}

void others_in_annot(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t) {
    if (subtype == "/Link" || subtype == "/Widget" || subtype == "/Popup" || subtype == "/PrinterMark") return;
    const std::size_t element = element_of(document, annotation);
    if (element == kNowhere || document.elements[element].type != "Annot") report(subtype);
  });
}

void description(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t) {
    if (subtype == "/Link" || subtype == "/Widget" || subtype == "/Popup") return;
    const std::size_t element = element_of(document, annotation);
    if (!is_text(annotation, "/Contents") && (element == kNowhere || !is_text(document.elements[element].object, "/Alt")))
      report(subtype);
  });
}

void field_names(const Document& document, const Report& report) {
  for_annotations(document, [&](QPDFObjectHandle annotation, const std::string& subtype, std::size_t) {
    if (subtype != "/Widget") return;
    QPDFObjectHandle parent = annotation.getKey("/Parent");
    const bool named = is_text(annotation, "/TU") || (parent.isDictionary() && is_text(parent, "/TU"));
    const std::size_t element = element_of(document, annotation);
    if (!named && (element == kNowhere || !is_text(document.elements[element].object, "/Alt"))) report("a field has no TU");
  });
}

void trap_nets(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle&, const std::string& subtype, std::size_t) {
    if (subtype == "/TrapNet") report("a TrapNet annotation");
  });
}

void unknown_subtypes(const Document& document, const Report& report) {
  static const std::set<std::string> known{
      "/Text",        "/Link",      "/FreeText",       "/Line",     "/Square",    "/Circle", "/Polygon",
      "/PolyLine",    "/Highlight", "/Underline",      "/Squiggly", "/StrikeOut", "/Stamp",  "/Caret",
      "/Ink",         "/Popup",     "/FileAttachment", "/Sound",    "/Movie",     "/Widget", "/Screen",
      "/PrinterMark", "/TrapNet",   "/Watermark",      "/3D",       "/Redact"};
  for_annotations(document, [&](const QPDFObjectHandle&, const std::string& subtype, std::size_t) {
    if (known.count(subtype) == 0) report(subtype);
  });
}

void has_tab_order(const Document& document, const Report& report) {
  for (QPDFObjectHandle page : document.pages) {
    if (page.hasKey("/Annots") && !page.getKey("/Tabs").isName()) report("a page with annotations has no Tabs");
  }
}

void tab_order(const Document& document, const Report& report) {
  for (QPDFObjectHandle page : document.pages) {
    if (page.hasKey("/Annots") && page.getKey("/Tabs").isName() && !page.getKey("/Tabs").isNameAndEquals("/S"))
      report(page.getKey("/Tabs").getName());
  }
}

void nested_in(const Document& document, const Report& report, const std::string& wanted, const std::string& type) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t page) {
    if (subtype != wanted) return;
    const std::size_t element = element_of(document, annotation);
    if (element == kNowhere || document.elements[element].type != type) report("page " + std::to_string(page + 1));
  });
}

void widgets_in_form(const Document& document, const Report& report) { nested_in(document, report, "/Widget", "Form"); }
void links_in_link(const Document& document, const Report& report) { nested_in(document, report, "/Link", "Link"); }

void link_contents(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t page) {
    if (subtype == "/Link" && !is_text(annotation, "/Contents")) report("page " + std::to_string(page + 1));
  });
}

void printer_marks(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t) {
    if (subtype == "/PrinterMark" && element_of(document, annotation) != kNowhere) report("a printer mark is tagged");
  });
}

void printer_mark_looks(const Document& document, const Report& report) {
  for_annotations(document, [&](const QPDFObjectHandle& annotation, const std::string& subtype, std::size_t) {
    if (subtype != "/PrinterMark") return;
    for (const QPDFObjectHandle& form : appearances(annotation)) {
      std::map<QPDFObjGen, FontUse> fonts;
      const PageContent content = walk_form(form, fonts);
      if (!content.unmarked.empty() || !content.mcids.empty()) report("the looks of a printer mark");
    }
  });
}

constexpr std::array kAnnotationConditions{
    Condition{"28-002", "an annotation is not in an Annot element", others_in_annot},
    Condition{"28-004", "an annotation has no description", description},
    Condition{"28-005", "a form field has no name to be read", field_names},
    Condition{"28-006", "an annotation is of an unknown kind", unknown_subtypes},
    Condition{"28-007", "there is a TrapNet annotation", trap_nets},
    Condition{"28-008", "a page with annotations has no Tabs", has_tab_order},
    Condition{"28-009", "the tab order is not the structure's", tab_order},
    Condition{"28-010", "a form field is not in a Form element", widgets_in_form},
    Condition{"28-011", "a link is not in a Link element", links_in_link},
    Condition{"28-012", "a link has no Contents", link_contents},
    Condition{"28-017", "a printer mark is part of the structure", printer_marks},
    Condition{"28-018", "the looks of a printer mark are not an artifact", printer_mark_looks},
};

}  // namespace

std::span<const Condition> annotation_conditions() { return kAnnotationConditions; }

}  // namespace pdf_checker
