// Whether the language of every text can be known: checkpoint 11.

#include <array>
#include <string>

#include "checker.h"
#include "document.h"
#include "languages.h"

namespace pdf_checker {
namespace {

bool document_has_language(const Document& document) {
  QPDFObjectHandle catalog = document.catalog;
  return is_text(catalog, "/Lang");
}

/// Whether an element, or one that it stands in, or the document says a language.
bool has_language_at(const Document& document, std::size_t element) {
  for (; element != kNowhere; element = document.elements[element].parent) {
    if (is_text(document.elements[element].object, "/Lang")) return true;
  }
  return document_has_language(document);
}

void has_language(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  if (!catalog.getKey("/Lang").isString() || catalog.getKey("/Lang").getUTF8Value().empty())
    report("the catalog has no Lang");
}

void languages_are_tags(const Document& document, const Report& report) {
  const auto look_at = [&](QPDFObjectHandle language) {
    if (language.isString() && !is_language_tag(language.getUTF8Value()))
      report("no language tag: " + language.getUTF8Value());
  };
  QPDFObjectHandle catalog = document.catalog;
  look_at(catalog.getKey("/Lang"));
  for (const Element& element : document.elements) {
    QPDFObjectHandle object = element.object;
    look_at(object.getKey("/Lang"));
  }
  for (const PageContent& content : document.contents) {
    for (const std::string& language : content.span_languages) {
      if (!is_language_tag(language)) report("no language tag: " + language);
    }
  }
}

void language_of_spoken_text(const Document& document, const Report& report) {
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    for (const char* key : {"/Alt", "/ActualText", "/E"}) {
      if (is_text(document.elements[i].object, key) && !has_language_at(document, i))
        report(document.elements[i].type + " has " + key);
    }
  }
}

void language_of_outline(const Document& document, const Report& report) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle outline = catalog.getKey("/Outlines");
  if (outline.isDictionary() && outline.getKey("/First").isDictionary() && !document_has_language(document))
    report("the bookmarks");
}

/// The text of annotations of which neither the element that they belong to nor the document says a language.
void language_of_annotations(const Document& document, const Report& report, const std::string& key) {
  for (std::size_t i = 0; i < document.elements.size(); ++i) {
    for (const Kid& kid : document.elements[i].kids) {
      QPDFObjectHandle annotation = kid.object;
      if (kid.kind == Kid::Kind::object && annotation.isDictionary() && is_text(annotation, key) &&
          !has_language_at(document, i))
        report(document.elements[i].type);
    }
  }
}

void language_of_contents(const Document& document, const Report& report) {
  language_of_annotations(document, report, "/Contents");
}
void language_of_fields(const Document& document, const Report& report) { language_of_annotations(document, report, "/TU"); }

/// `x-default` is no language.
void language_of_metadata(const Document& document, const Report& report) {
  if (document.xmp.empty() || document_has_language(document)) return;
  const std::string key = "xml:lang=\"";
  for (std::size_t at = document.xmp.find(key); at != std::string::npos; at = document.xmp.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    const std::string language = document.xmp.substr(begin, document.xmp.find('"', begin) - begin);
    if (language != "x-default" && is_language_tag(language)) return;
  }
  report("the title");
}

constexpr std::array kLanguageConditions{
    Condition{"11-001", "the natural language of text cannot be determined", has_language},
    Condition{"11-002", "the language of Alt, ActualText or E cannot be determined", language_of_spoken_text},
    Condition{"11-003", "the language of the bookmarks cannot be determined", language_of_outline},
    Condition{"11-004", "the language of an annotation's Contents cannot be determined", language_of_contents},
    Condition{"11-005", "the language of a field's TU cannot be determined", language_of_fields},
    Condition{"11-006", "the language of the metadata cannot be determined", language_of_metadata},
    Condition{"11-007", "a language is not a proper tag", languages_are_tags},
};

}  // namespace

std::span<const Condition> language_conditions() { return kLanguageConditions; }

}  // namespace pdf_checker
