#pragma once

#include <hb.h>

#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

#include "pdf_checker/checker.h"
#include "pdf_checker/document.h"
#include "sats/text/face.h"
#include "sats/write/qpdf_headers.h"
#include "small_document.h"

namespace sats_test {

using Handle = QPDFObjectHandle;

/// A good file that is broken in one way.
class Patient {
 public:
  explicit Patient(const std::string& pdf) { pdf_checker::read_document(document_, pdf); }

  QPDF& file() { return document_.file; }
  Handle catalog() { return document_.catalog; }
  Handle page(std::size_t index = 0) { return document_.pages[index]; }

  /// The first element of a type.
  Handle element(const std::string& type) {
    for (const pdf_checker::Element& one : document_.elements) {
      if (one.type == type) return one.object;
    }
    throw std::runtime_error("no " + type);
  }

  Handle annotation(const std::string& subtype) {
    for (Handle page : document_.pages) {
      for (Handle& one : page.getKey("/Annots").getArrayAsVector()) {
        if (one.getKey("/Subtype").getName() == subtype) return one;
      }
    }
    throw std::runtime_error("no " + subtype);
  }

  /// The font of the first page's text.
  Handle font() { return document_.fonts.begin()->second.font; }
  Handle descendant() { return font().getKey("/DescendantFonts").getArrayItem(0); }

  std::string content(std::size_t index = 0) {
    const auto bytes = page(index).getKey("/Contents").getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
  }
  void set_content(const std::string& content, std::size_t index = 0) {
    page(index).replaceKey("/Contents", Handle::newStream(&file(), content));
  }

  void change_xmp(const std::string& from, const std::string& to) {
    std::string xmp = document_.xmp;
    xmp.replace(xmp.find(from), from.size(), to);
    catalog().replaceKey("/Metadata", Handle::newStream(&file(), xmp));
  }

  /// A form in the resources of the first page, as FX; nothing draws it.
  Handle add_form(const std::string& content) {
    Handle form = file().makeIndirectObject(Handle::newStream(&file(), content));
    form.getDict().replaceKey("/Subtype", Handle::newName("/Form"));
    Handle resources = page().getKey("/Resources");
    if (!resources.getKey("/XObject").isDictionary()) resources.replaceKey("/XObject", Handle::newDictionary());
    resources.getKey("/XObject").replaceKey("/FX", form);
    return form;
  }

  /// A simple TrueType font, the form's own, that shows a text on the first page.
  Handle simple_font(const std::string& text) {
    Handle fonts = catalog().getKey("/AcroForm").getKey("/DR").getKey("/Font");
    Handle font = fonts.getKey(*fonts.getKeys().begin());
    page().getKey("/Resources").getKey("/Font").replaceKey("/FX", font);
    set_content("/Artifact BMC BT /FX 9 Tf " + text + " Tj ET EMC " + content());
    return font;
  }

  /// A TrueType program without a cmap: that of the text's composite font.
  Handle mapless() { return descendant().getKey("/FontDescriptor").getKey("/FontFile2"); }

  /// The same with a program of outlines that have names, as Type 1 fonts have, which says that it has some of them.
  void named_font(const std::string& character_set) {
    Handle simple = simple_font("(A)");
    simple.replaceKey("/Subtype", Handle::newName("/Type1"));
    Handle descriptor = simple.getKey("/FontDescriptor");
    descriptor.removeKey("/FontFile2");
    descriptor.replaceKey("/FontFile3", whole_program("Inter"));
    descriptor.replaceKey("/CharSet", Handle::newString(character_set));
  }

  /// A whole font program, with several cmaps.
  Handle whole_program(const std::string& family) {
    auto& fonts = workshop().fonts;
    const auto face = fonts.first_face(fonts.find({{family}, 400, sats::Slant::upright}));
    hb_blob_t* blob = hb_face_reference_blob(fonts.face(face).hb_face());
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(blob, &size);
    Handle program = file().makeIndirectObject(Handle::newStream(&file(), std::string(bytes, size)));
    hb_blob_destroy(blob);
    return program;
  }

  /// Gives the text's font an embedded CMap, with some entries of its collection and some text.
  void embed_cmap(const std::string& collection, const std::string& text) {
    Handle map = file().makeIndirectObject(Handle::newStream(&file(), text + " "));
    map.getDict().replaceKey("/CIDSystemInfo", Handle::parse("<<" + collection + ">>"));
    font().replaceKey("/Encoding", map);
  }

  void change_unicode(const std::string& text) { font().replaceKey("/ToUnicode", Handle::newStream(&file(), text)); }

  std::string bytes() {
    QPDFWriter writer(file());
    writer.setOutputMemory();
    writer.setStaticID(true);
    // Streams stay as they are, whatever their filter.
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

 private:
  pdf_checker::Document document_;
};

inline Handle parsed(const std::string& text) { return Handle::parse(text); }

/// How to break a good file, by the condition that it then breaks.
using Injuries = std::map<std::string, std::function<void(Patient&)>>;

inline std::string good_pdf() {
  base::Problems problems;
  return sats_test::good_document().write(problems).value();
}

inline std::set<std::string> conditions_broken(const std::string& pdf) {
  std::set<std::string> numbers;
  for (const auto& finding : pdf_checker::check(pdf)) numbers.insert(finding.condition);
  return numbers;
}

/// Everything that the checker finds, as a text to compare with nothing.
inline std::string findings(const std::string& pdf) {
  std::string all;
  for (const auto& finding : pdf_checker::check(pdf)) all += finding.condition + " (" + finding.what + ") ";
  return all;
}

}  // namespace sats_test
