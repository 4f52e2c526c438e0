// The file as a whole: ISO 19005-2, 6.1, 6.3 to 6.5 and 6.8 to 6.11.

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

QPDFObjectHandle dictionary_of(QPDFObjectHandle object) {
  if (object.isStream()) return object.getDict();
  return object.isDictionary() ? object : QPDFObjectHandle::newNull();
}

/// Calls a function for every dictionary in the file, however deep it lies in others.
template <typename Use>
void for_dictionaries(QPDFObjectHandle object, int depth, const Use& use) {
  if (depth > 60) return;
  if (object.isArray()) {
    for (QPDFObjectHandle& item : object.getArrayAsVector()) {
      if (!item.isIndirect()) for_dictionaries(item, depth + 1, use);
    }
    return;
  }
  QPDFObjectHandle dictionary = dictionary_of(object);
  if (!dictionary.isDictionary()) return;
  use(dictionary);
  for (const std::string& key : dictionary.getKeys()) {
    if (!dictionary.getKey(key).isIndirect()) for_dictionaries(dictionary.getKey(key), depth + 1, use);
  }
}

template <typename Use>
void for_dictionaries(const Document& document, const Use& use) {
  for (const QPDFObjectHandle& object : all_objects(document)) for_dictionaries(object, 0, use);
}

std::vector<QPDFObjectHandle> annotations(const Document& document) {
  std::vector<QPDFObjectHandle> all;
  for (QPDFObjectHandle page : document.pages) {
    if (!page.getKey("/Annots").isArray()) continue;
    for (const QPDFObjectHandle& one : page.getKey("/Annots").getArrayAsVector()) all.push_back(one);
  }
  return all;
}

bool is(QPDFObjectHandle object, const std::string& key, const std::string& name) {
  return object.getKey(key).isNameAndEquals(name);
}

void header(const Document& document, const Report& report) {
  const auto& bytes = document.bytes;
  if (bytes.substr(0, 7) != "%PDF-1." || bytes.size() < 20) return report("the file does not begin with %PDF-1.");
  const std::size_t line = bytes.find_first_of("\r\n");
  const std::size_t comment = bytes.find('%', line);
  const bool marked = line == 8 && comment != std::string_view::npos && comment <= line + 2 &&
                      std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(comment) + 1,
                                  bytes.begin() + static_cast<std::ptrdiff_t>(comment) + 5,
                                  [](char c) { return static_cast<unsigned char>(c) > 127; });
  if (!marked) report("no comment of four bytes above 127 in the second line");
}

void trailer(const Document& document, const Report& report) {
  QPDFObjectHandle last = const_cast<Document&>(document).file.getTrailer();
  QPDFObjectHandle id = last.getKey("/ID");
  if (!id.isArray() || id.getArrayNItems() != 2) report("no ID");
  if (const_cast<Document&>(document).file.isEncrypted()) report("the file is encrypted");
  const std::size_t end = document.bytes.rfind("%%EOF");
  const std::string_view rest = end == std::string_view::npos ? "" : document.bytes.substr(end + 5);
  if (end == std::string_view::npos || (!rest.empty() && rest != "\n" && rest != "\r\n" && rest != "\r"))
    report("something stands behind the end of the file");
}

void streams(const Document& document, const Report& report) {
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (!object.isStream()) continue;
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) {
      if (object.getDict().hasKey(key)) report(std::string("a stream has ") + key);
    }
  }
}

void filters(const Document& document, const Report& report) {
  static const std::set<std::string> allowed{"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode",
                                             "/CCITTFaxDecode", "/JBIG2Decode",   "/DCTDecode",   "/JPXDecode"};
  for (QPDFObjectHandle& object : all_objects(document)) {
    if (!object.isStream()) continue;
    QPDFObjectHandle filter = object.getDict().getKey("/Filter");
    for (const QPDFObjectHandle& one : filter.isArray() ? filter.getArrayAsVector() : std::vector{filter}) {
      QPDFObjectHandle name = one;
      if (name.isName() && allowed.count(name.getName()) == 0) report(name.getName());
    }
  }
}

void limits(const Document& document, const Report& report) {
  for (QPDFObjectHandle page : document.pages) {
    QPDFObjectHandle box = page.getKey("/MediaBox");
    if (!box.isArray() || box.getArrayNItems() != 4) continue;
    const double width = box.getArrayItem(2).getNumericValue() - box.getArrayItem(0).getNumericValue();
    const double height = box.getArrayItem(3).getNumericValue() - box.getArrayItem(1).getNumericValue();
    if (std::min(width, height) < 3 || std::max(width, height) > 14400)
      report("a page is less than 3 or more than 14400 units");
  }
  for (const PageContent& content : document.contents) {
    if (content.deepest_save > 28) report("q is nested " + std::to_string(content.deepest_save) + " deep");
  }
  for_dictionaries(document, [&report](QPDFObjectHandle dictionary) {
    for (const std::string& key : dictionary.getKeys()) {
      QPDFObjectHandle value = dictionary.getKey(key);
      if (key.size() > 128 || (value.isName() && value.getName().size() > 128)) report("a name of more than 127 bytes");
      if (value.isString() && value.getStringValue().size() > 32767) report("a string of more than 32767 bytes: " + key);
    }
  });
}

void annotation_types(const Document& document, const Report& report) {
  static const std::set<std::string> allowed{
      "/Text",           "/Link",      "/FreeText",    "/Line",      "/Square",    "/Circle", "/Polygon", "/PolyLine",
      "/Highlight",      "/Underline", "/Squiggly",    "/StrikeOut", "/Stamp",     "/Caret",  "/Ink",     "/Popup",
      "/FileAttachment", "/Widget",    "/PrinterMark", "/TrapNet",   "/Watermark", "/Redact"};
  for (QPDFObjectHandle& one : annotations(document)) {
    if (!one.getKey("/Subtype").isName() || allowed.count(one.getKey("/Subtype").getName()) == 0)
      report("an annotation of another type");
  }
}

void annotation_flags(const Document& document, const Report& report) {
  // Invisible, hidden, not shown and shown on demand are not allowed; printed is demanded (table 165 of ISO 32000-1).
  constexpr int kForbidden = 1 | 2 | 32 | 256;
  constexpr int kPrint = 4;
  for (QPDFObjectHandle& one : annotations(document)) {
    if (is(one, "/Subtype", "/Popup")) continue;
    const int flags = one.getKey("/F").isInteger() ? one.getKey("/F").getIntValueAsInt() : 0;
    if ((flags & kForbidden) != 0 || (flags & kPrint) == 0) report("F is " + std::to_string(flags));
  }
}

void annotation_looks(const Document& document, const Report& report) {
  for (QPDFObjectHandle& one : annotations(document)) {
    if (is(one, "/Subtype", "/Popup") || is(one, "/Subtype", "/Link")) continue;
    QPDFObjectHandle looks = one.getKey("/AP");
    if (!looks.isDictionary() || looks.getKeys() != std::set<std::string>{"/N"}) {
      report("an annotation has no AP with N alone");
      continue;
    }
    QPDFObjectHandle field = one.hasKey("/FT") ? one : one.getKey("/Parent");
    const bool button = field.isDictionary() && is(field, "/FT", "/Btn");
    if (button ? !looks.getKey("/N").isDictionary() : !looks.getKey("/N").isStream())
      report("N is of the wrong kind for its field");
  }
}

void forms(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle form = catalog.getKey("/AcroForm");
  if (form.isDictionary() && form.getKey("/NeedAppearances").isBool() && form.getKey("/NeedAppearances").getBoolValue())
    report("NeedAppearances is true");
  if (form.isDictionary() && form.hasKey("/XFA")) report("the form is XFA");
  for (QPDFObjectHandle& one : annotations(document)) {
    if (is(one, "/Subtype", "/Widget") && (one.hasKey("/A") || one.hasKey("/AA"))) report("a field has an action");
  }
}

void actions(const Document& document, const Report& report) {
  static const std::set<std::string> forbidden{"/Launch",      "/Sound",     "/Movie", "/ResetForm",  "/ImportData", "/Hide",
                                               "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript"};
  for_dictionaries(document, [&report](QPDFObjectHandle dictionary) {
    QPDFObjectHandle type = dictionary.getKey("/S");
    if (type.isName() && forbidden.count(type.getName()) != 0) report(type.getName());
    if (dictionary.hasKey("/JS")) report("a script");
  });
}

void more_actions(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  if (catalog.hasKey("/AA")) report("the catalog has AA");
  for (QPDFObjectHandle page : document.pages) {
    if (page.hasKey("/AA")) report("a page has AA");
  }
  QPDFObjectHandle names = catalog.getKey("/Names");
  if (names.isDictionary() && names.hasKey("/JavaScript")) report("the file has named scripts");
}

void attachments(const Document& document, const Report& report) {
  std::set<QPDFObjGen> associated;
  QPDFObjectHandle catalog = document.catalog;
  if (catalog.getKey("/AF").isArray()) {
    for (const QPDFObjectHandle& one : catalog.getKey("/AF").getArrayAsVector()) associated.insert(one.getObjGen());
  }
  const bool third_part = document.xmp.find("<pdfaid:part>3<") != std::string::npos;
  for (QPDFObjectHandle& file : all_objects(document)) {
    if (!file.isDictionary() || !file.hasKey("/EF")) continue;
    QPDFObjectHandle bytes = file.getKey("/EF").isDictionary() ? file.getKey("/EF").getKey("/F") : file.getKey("/EF");
    if (!third_part) report("a file is attached and this is not part 3");
    if (!file.getKey("/F").isString() || !file.getKey("/UF").isString()) report("a file has no F or UF");
    if (!file.getKey("/AFRelationship").isName()) report("a file has no AFRelationship");
    if (associated.count(file.getObjGen()) == 0) report("a file is associated with nothing");
    const bool typed = bytes.isStream() && bytes.getDict().getKey("/Subtype").isName() &&
                       bytes.getDict().getKey("/Subtype").getName().find('/', 1) != std::string::npos;
    if (!typed) report("a file has no media type");
  }
}

void other_content(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  if (catalog.hasKey("/Requirements")) report("Requirements");
  if (catalog.hasKey("/OCProperties")) report("OCProperties");
  QPDFObjectHandle names = catalog.getKey("/Names");
  if (names.isDictionary() && names.hasKey("/AlternatePresentations")) report("AlternatePresentations");
  for (QPDFObjectHandle page : document.pages) {
    if (page.hasKey("/PresSteps")) report("PresSteps");
  }
  if (catalog.getKey("/Perms").isDictionary()) report("Perms");
}

constexpr std::array kArchiveFileConditions{
    Condition{"A-6.1.2", "the header is not that of an archive file", header},
    Condition{"A-6.1.3", "the trailer has no ID, or the file is encrypted or goes on behind its end", trailer},
    Condition{"A-6.1.7.1", "a stream lies outside of the file", streams},
    Condition{"A-6.1.7.2", "a filter is not allowed (LZW, Crypt)", filters},
    Condition{"A-6.1.13", "a limit of PDF readers is passed", limits},
    Condition{"A-6.3.1", "a type of annotation is not allowed", annotation_types},
    Condition{"A-6.3.2", "an annotation is hidden or not printed", annotation_flags},
    Condition{"A-6.3.3", "an annotation does not say how it looks", annotation_looks},
    Condition{"A-6.4.1", "a form changes by itself", forms},
    Condition{"A-6.5.1", "an action is not allowed", actions},
    Condition{"A-6.5.2", "an action begins by itself", more_actions},
    Condition{"A-6.8", "an attached file lacks what part 3 asks of it", attachments},
    Condition{"A-6.9-6.11", "optional content, other presentations or requirements", other_content},
};

}  // namespace

std::span<const Condition> archive_file_conditions() { return kArchiveFileConditions; }

}  // namespace pdf_checker
