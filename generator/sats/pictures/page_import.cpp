#include <cstddef>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "sats/pictures/svg_picture.h"
#include "sats/write/compress.h"
#include "sats/write/qpdf_headers.h"

namespace sats {
namespace {

constexpr int kPageCompression = 6;
constexpr int kDeepest = 64;

/// Takes objects out of a file one by one, as they are referred to.
class Importer {
 public:
  explicit Importer(SvgPicture& picture) : picture_(picture) {}

  void take_page(QPDFPageObjectHelper page) {
    picture_.parts.emplace_back();
    QPDFObjectHandle dictionary = page.getObjectHandle();
    std::string content;
    for (QPDFObjectHandle& part : dictionary.getKey("/Contents").isArray()
                                      ? dictionary.getKey("/Contents").getArrayAsVector()
                                      : std::vector{dictionary.getKey("/Contents")}) {
      const auto bytes = part.getStreamData(qpdf_dl_generalized);
      content.append(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
      content += '\n';
    }
    FormPart form;
    form.is_stream = true;
    form.text = "/Type/XObject/Subtype/Form/BBox";
    append(form.text, page.getMediaBox(), 0);
    form.text += "/Resources ";
    append(form.text, page.getAttribute("/Resources", false), 0);
    if (dictionary.hasKey("/Group")) {
      form.text += "/Group ";
      append(form.text, dictionary.getKey("/Group"), 0);
    }
    form.text += "/Filter/FlateDecode";
    form.stream = deflate(content, kPageCompression);
    picture_.parts[0] = std::move(form);
    for (; !waiting_.empty(); waiting_.pop_front()) take(waiting_.front().first, waiting_.front().second);
  }

 private:
  std::size_t part_of(const QPDFObjectHandle& object) {
    const auto [known, is_new] = part_of_.try_emplace(object.getObjGen(), picture_.parts.size());
    if (is_new) {
      picture_.parts.emplace_back();
      waiting_.emplace_back(object, known->second);
    }
    return known->second;
  }

  void append(std::string& out, const QPDFObjectHandle& object, int depth) {
    if (object.isIndirect()) {
      out += kReferenceBegin + std::to_string(part_of(object)) + kReferenceEnd;
    } else {
      append_direct(out, object, depth);
    }
  }

  void append_direct(std::string& out, QPDFObjectHandle object, int depth) {
    if (depth > kDeepest) throw std::length_error("objects nest too deeply");
    if (object.isArray()) {
      out += '[';
      for (QPDFObjectHandle& item : object.getArrayAsVector()) {
        append(out, item, depth + 1);
        out += ' ';
      }
      out += ']';
    } else if (object.isDictionary()) {
      out += "<<";
      append_entries(out, object, depth);
      out += ">>";
    } else {
      out += object.unparse();
    }
  }

  void append_entries(std::string& out, QPDFObjectHandle dictionary, int depth) {
    for (auto& [key, value] : dictionary.getDictAsMap()) {
      // Archives may not be smoothed (ISO 19005-2, 6.2.8), and readers smooth without being asked.
      if (key == "/Length" || key == "/Parent" || key == "/Interpolate") continue;
      out += QPDFObjectHandle::newName(key).unparse() + ' ';
      append(out, value, depth + 1);
    }
    // The drawing library leaves out what is the default; ISO 14289-1, 7.21.3.2 wants it said.
    if (dictionary.getKey("/Subtype").isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap"))
      out += "/CIDToGIDMap/Identity";
  }

  void take(QPDFObjectHandle object, std::size_t index) {
    FormPart part;
    part.is_stream = object.isStream();
    if (part.is_stream) {
      append_entries(part.text, object.getDict(), 0);
      const auto bytes = object.getRawStreamData();
      part.stream.assign(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    } else {
      append_direct(part.text, object, 0);
    }
    picture_.parts[index] = std::move(part);
  }

  SvgPicture& picture_;
  std::map<QPDFObjGen, std::size_t> part_of_;
  std::deque<std::pair<QPDFObjectHandle, std::size_t>> waiting_;
};

}  // namespace

bool import_page(const std::string& pdf, SvgPicture& picture) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("drawing", pdf.data(), pdf.size());
    const auto pages = QPDFPageDocumentHelper(file).getAllPages();
    if (pages.empty()) return false;
    Importer(picture).take_page(pages.front());
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace sats
