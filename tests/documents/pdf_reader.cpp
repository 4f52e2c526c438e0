#include "documents/pdf_reader.h"

#include <algorithm>
#include <array>

#include "documents/page_walk.h"
#include "pdf_checker/document.h"

namespace documents {

namespace {

using pdf_checker::Document;
using pdf_checker::Element;
using pdf_checker::Kid;

/// Elements that stand in the middle of words; all others end them.
constexpr std::array<std::string_view, 6> kInline{"Span", "Quote", "Code", "Link", "Reference", "Form"};

bool is_inline(const Element& element) { return std::find(kInline.begin(), kInline.end(), element.type) != kInline.end(); }

/// Reads the tag tree aloud.
class TreeReader {
 public:
  TreeReader(const Document& document, std::vector<WalkedPage>& pages, Letters& out)
      : document_(document), pages_(pages), out_(out) {}

  void read(std::size_t index) {
    const Element& element = document_.elements[index];
    QPDFObjectHandle object = element.object;
    if (!is_inline(element)) out_.gap(Gap::space);
    for (const char* key : {"/ActualText", "/Alt"}) {
      if (!object.getKey(key).isString()) continue;
      out_.add(object.getKey(key).getUTF8Value(), page_of(index));
      if (!is_inline(element)) out_.gap(Gap::space);
      return;
    }
    for (const Kid& kid : element.kids) {
      if (kid.kind == Kid::Kind::element) read(kid.element);
      if (kid.kind == Kid::Kind::mark && kid.page < pages_.size())
        out_.add(pages_[kid.page].marked[kid.mcid], static_cast<std::uint32_t>(kid.page));
    }
    if (!is_inline(element)) out_.gap(Gap::space);
  }

 private:
  /// The page of the first marked content in an element.
  [[nodiscard]] std::uint32_t page_of(std::size_t index) const {
    for (const Kid& kid : document_.elements[index].kids) {
      if (kid.kind == Kid::Kind::element) return page_of(kid.element);
      if (kid.page < pages_.size()) return static_cast<std::uint32_t>(kid.page);
    }
    return 0;
  }

  const Document& document_;
  std::vector<WalkedPage>& pages_;
  Letters& out_;
};

constexpr std::uint32_t kNoPage = 0xFFFFFFFF;

/// Everything that leads somewhere.
class Navigation {
 public:
  Navigation(Document& document, ReadPdf& out) : document_(document), out_(out) {}

  void read() {
    QPDFObjectHandle names = document_.catalog.getKey("/Names");
    if (names.isDictionary()) read_names(names.getKey("/Dests"));
    QPDFObjectHandle outlines = document_.catalog.getKey("/Outlines");
    if (outlines.isDictionary()) read_bookmarks(outlines.getKey("/First"), 1);
    for (std::uint32_t page = 0; page < document_.pages.size(); ++page) read_links(page);
  }

 private:
  /// A node of the name tree. Names are bytes, not text.
  void read_names(QPDFObjectHandle node) {
    QPDFObjectHandle kids = node.isDictionary() ? node.getKey("/Kids") : QPDFObjectHandle::newNull();
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) read_names(kids.getArrayItem(i));
    QPDFObjectHandle names = node.isDictionary() ? node.getKey("/Names") : QPDFObjectHandle::newNull();
    for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2) {
      out_.destinations[names.getArrayItem(i).getStringValue()] = page_of(names.getArrayItem(i + 1));
    }
  }

  std::uint32_t page_of(QPDFObjectHandle place) {
    if (place.isString()) {
      const auto found = out_.destinations.find(place.getStringValue());
      return found == out_.destinations.end() ? kNoPage : found->second;
    }
    if (place.isDictionary()) place = place.getKey("/D");
    if (!place.isArray() || place.getArrayNItems() == 0) return kNoPage;
    const auto found = document_.page_index.find(place.getArrayItem(0).getObjGen());
    return found == document_.page_index.end() ? kNoPage : static_cast<std::uint32_t>(found->second);
  }

  void read_bookmarks(QPDFObjectHandle entry, int level) {
    for (; entry.isDictionary(); entry = entry.getKey("/Next")) {
      out_.bookmarks.push_back({squeezed(entry.getKey("/Title").getUTF8Value()), level, page_of(entry.getKey("/Dest"))});
      read_bookmarks(entry.getKey("/First"), level + 1);
    }
  }

  void read_links(std::uint32_t page) {
    QPDFObjectHandle object = document_.pages[page];
    QPDFObjectHandle list = object.getKey("/Annots");
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
      QPDFObjectHandle annotation = list.getArrayItem(i);
      if (annotation.getKey("/Subtype").isNameAndEquals("/Widget")) read_field(annotation, page);
      if (!annotation.getKey("/Subtype").isNameAndEquals("/Link")) continue;
      QPDFObjectHandle place = annotation.getKey("/Dest");
      QPDFObjectHandle action = annotation.getKey("/A");
      const bool outside = action.isDictionary() && action.getKey("/URI").isString();
      if (action.isDictionary() && action.hasKey("/D")) place = action.getKey("/D");
      out_.links.insert({page, outside            ? action.getKey("/URI").getStringValue()
                               : place.isString() ? "#" + place.getStringValue()
                                                  : "(leads nowhere)"});
    }
  }

  void read_field(QPDFObjectHandle widget, std::uint32_t page) {
    QPDFObjectHandle field =
        widget.hasKey("/T") || !widget.getKey("/Parent").isDictionary() ? widget : widget.getKey("/Parent");
    const auto text = [](QPDFObjectHandle value) {
      return value.isString() ? to_utf32(value.getUTF8Value()) : value.isName() ? to_utf32(value.getName().substr(1)) : U"";
    };
    const QPDFObjectHandle label = widget.hasKey("/TU") ? widget.getKey("/TU") : field.getKey("/TU");
    out_.fields.push_back({text(field.getKey("/T")), text(label), text(field.getKey("/V"))});
    // A button's value is the name of its state.
    if (field.getKey("/V").isString()) out_.pages[page].fields += out_.fields.back().value;
  }

  Document& document_;
  ReadPdf& out_;
};

}  // namespace

ReadPdf read_pdf(std::string_view pdf) {
  Document document;
  pdf_checker::read_document(document, pdf);
  ReadPdf out;
  FontTexts fonts;
  std::vector<WalkedPage> pages;
  for (const QPDFObjectHandle& page : document.pages) pages.push_back(walk_page(page, fonts));
  if (!document.elements.empty()) TreeReader(document, pages, out.text).read(0);
  for (WalkedPage& page : pages) out.pages.push_back(std::move(page.text));
  Navigation(document, out).read();
  return out;
}

}  // namespace documents
