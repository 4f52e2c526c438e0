#include <array>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

void suspects(const Document& document, const Report& report) {
  QPDFObjectHandle mark = document.catalog;
  if (mark.getKey("/MarkInfo").isDictionary() && mark.getKey("/MarkInfo").getKey("/Suspects").isBool() &&
      mark.getKey("/MarkInfo").getKey("/Suspects").getBoolValue())
    report("Suspects is true");
}

void marked(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle info = catalog.getKey("/MarkInfo");
  if (!info.isDictionary() || !info.getKey("/Marked").isBool() || !info.getKey("/Marked").getBoolValue())
    report("no MarkInfo with Marked true");
}

void has_metadata(const Document& document, const Report& report) {
  if (document.xmp.empty()) report("the catalog has no Metadata");
}

void says_ua(const Document& document, const Report& report) {
  if (!document.xmp.empty() && !says(document, "<pdfuaid:part>1</pdfuaid:part>")) report("no pdfuaid:part 1");
}

void has_title(const Document& document, const Report& report) {
  const std::size_t begin = document.xmp.find("<dc:title>");
  const std::size_t text = document.xmp.find("<rdf:li", begin);
  const std::size_t open = document.xmp.find('>', text);
  const bool filled = begin != std::string::npos && open != std::string::npos && open + 1 < document.xmp.size() &&
                      document.xmp[open + 1] != '<';
  if (!document.xmp.empty() && !filled) report("no dc:title");
}

QPDFObjectHandle display_title(const Document& document) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle preferences = catalog.getKey("/ViewerPreferences");
  return preferences.isDictionary() ? preferences.getKey("/DisplayDocTitle") : QPDFObjectHandle::newNull();
}

void shows_title(const Document& document, const Report& report) {
  if (!display_title(document).isBool()) report("no DisplayDocTitle");
}

void title_is_shown(const Document& document, const Report& report) {
  QPDFObjectHandle shown = display_title(document);
  if (shown.isBool() && !shown.getBoolValue()) report("DisplayDocTitle is false");
}

void encryption(const Document& document, const Report& report) {
  int r = 0;
  int p = 0;
  QPDF& file = const_cast<Document&>(document).file;
  constexpr unsigned kForAccessibility = 1U << 9U;
  if (file.isEncrypted(r, p) && (static_cast<unsigned>(p) & kForAccessibility) == 0)
    report("assistive technology may not read it");
}

void dynamic_form(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle form = catalog.getKey("/AcroForm");
  if (form.isDictionary() && form.hasKey("/XFA")) report("the form is XFA");
}

void file_names(const Document& document, const Report& report) {
  for (QPDFObjectHandle& object : const_cast<Document&>(document).file.getAllObjects()) {
    if (!object.isDictionary() || !object.hasKey("/EF")) continue;
    if (!object.hasKey("/F") || !object.hasKey("/UF")) report("an attached file lacks F or UF");
  }
}

constexpr std::array kMetadataConditions{
    Condition{"01-007", "Suspects has the value true", suspects},
    Condition{"eget-maerket", "the document does not say that it is tagged (ISO 14289-1, 7.1)", marked},
    Condition{"06-001", "the document has no XMP metadata stream", has_metadata},
    Condition{"06-002", "the metadata does not have the PDF/UA identifier", says_ua},
    Condition{"06-003", "the metadata has no dc:title", has_title},
    Condition{"07-001", "ViewerPreferences has no DisplayDocTitle", shows_title},
    Condition{"07-002", "DisplayDocTitle is false", title_is_shown},
    Condition{"21-001", "a file specification lacks F or UF", file_names},
    Condition{"25-001", "the form is dynamic XFA", dynamic_form},
    Condition{"26-002", "assistive technology is locked out by encryption", encryption},
};

}  // namespace

std::span<const Condition> metadata_conditions() { return kMetadataConditions; }

}  // namespace pdf_checker
