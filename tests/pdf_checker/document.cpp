#include "document.h"

#include <memory>

namespace pdf_checker {
namespace {

constexpr int kDeepest = 200;

/// The standard type that a type stands for. A mapping that goes round is noted.
std::string mapped_type(const std::string& own, QPDFObjectHandle role_map, bool& loops) {
  std::string type = own;
  std::set<std::string> seen;
  while (role_map.isDictionary() && role_map.hasKey("/" + type) && role_map.getKey("/" + type).isName()) {
    if (!seen.insert(type).second) {
      loops = true;
      break;
    }
    type = role_map.getKey("/" + type).getName().substr(1);
  }
  return type;
}

/// Flattens the tree of elements.
class TreeReader {
 public:
  TreeReader(Document& document, const QPDFObjectHandle& role_map) : document_(document), role_map_(role_map) {}

  void read(QPDFObjectHandle object, std::size_t parent, int depth) {
    if (!object.isDictionary() || depth > kDeepest ||
        (object.isIndirect() && document_.element_index.count(object.getObjGen()) != 0))
      return;
    const std::size_t index = document_.elements.size();
    document_.elements.emplace_back();
    if (object.isIndirect()) document_.element_index[object.getObjGen()] = index;
    Element element{object, "", "", parent, {}};
    if (object.getKey("/S").isName()) element.own_type = object.getKey("/S").getName().substr(1);
    element.type = mapped_type(element.own_type, role_map_, document_.role_map_loops);
    document_.elements[index] = element;
    QPDFObjectHandle kids = object.getKey("/K");
    if (kids.isArray()) {
      for (QPDFObjectHandle& kid : kids.getArrayAsVector()) read_kid(kid, index, depth);
    } else if (!kids.isNull()) {
      read_kid(kids, index, depth);
    }
  }

 private:
  void read_kid(QPDFObjectHandle kid, std::size_t index, int depth) {
    const QPDFObjectHandle own_page = document_.elements[index].object.getKey("/Pg");
    if (kid.isInteger()) {
      add(index, {Kid::Kind::mark, kNowhere, page_of(own_page), kid.getIntValueAsInt(), {}});
    } else if (kid.isDictionary() && kid.isDictionaryOfType("/MCR")) {
      add(index, {Kid::Kind::mark,
                  kNowhere,
                  page_of(kid.hasKey("/Pg") ? kid.getKey("/Pg") : own_page),
                  kid.getKey("/MCID").getIntValueAsInt(),
                  {}});
    } else if (kid.isDictionary() && kid.isDictionaryOfType("/OBJR")) {
      add(index,
          {Kid::Kind::object, kNowhere, page_of(kid.hasKey("/Pg") ? kid.getKey("/Pg") : own_page), -1, kid.getKey("/Obj")});
    } else if (kid.isDictionary()) {
      add(index, {Kid::Kind::element, document_.elements.size(), kNowhere, -1, {}});
      read(kid, index, depth + 1);
    }
  }

  void add(std::size_t index, const Kid& kid) { document_.elements[index].kids.push_back(kid); }

  std::size_t page_of(const QPDFObjectHandle& page) const {
    const auto found = page.isIndirect() ? document_.page_index.find(page.getObjGen()) : document_.page_index.end();
    return found == document_.page_index.end() ? kNowhere : found->second;
  }

  Document& document_;
  QPDFObjectHandle role_map_;
};

bool owned_by(QPDFObjectHandle attributes, const std::string& owner) {
  return attributes.isDictionary() && attributes.getKey("/O").isName() && attributes.getKey("/O").getName() == owner;
}

}  // namespace

std::string stream_text(QPDFObjectHandle stream) {
  if (!stream.isStream()) return {};
  const auto bytes = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::vector<QPDFObjectHandle> appearances(QPDFObjectHandle annotation) {
  QPDFObjectHandle looks = annotation.getKey("/AP");
  QPDFObjectHandle normal = looks.isDictionary() ? looks.getKey("/N") : QPDFObjectHandle::newNull();
  if (normal.isStream()) return {normal};
  std::vector<QPDFObjectHandle> forms;
  if (!normal.isDictionary()) return forms;
  for (const std::string& state : normal.getKeys()) {
    if (normal.getKey(state).isStream()) forms.push_back(normal.getKey(state));
  }
  return forms;
}

QPDFObjectHandle Document::attribute(const Element& element, const std::string& owner, const std::string& key) const {
  QPDFObjectHandle object = element.object;
  QPDFObjectHandle attributes = object.getKey("/A");
  if (owned_by(attributes, owner)) return attributes.getKey(key);
  if (!attributes.isArray()) return QPDFObjectHandle::newNull();
  for (QPDFObjectHandle& one : attributes.getArrayAsVector()) {
    if (owned_by(one, owner) && one.hasKey(key)) return one.getKey(key);
  }
  return QPDFObjectHandle::newNull();
}

std::size_t Document::above(std::size_t element, const std::string& type) const {
  while (element != kNowhere && elements[element].type != type) element = elements[element].parent;
  return element;
}

void read_document(Document& document, std::string_view pdf) {
  document.bytes = pdf;
  document.file.setSuppressWarnings(true);
  document.file.processMemoryFile("pdf", pdf.data(), pdf.size());
  document.catalog = document.file.getRoot();
  for (auto& page : QPDFPageDocumentHelper(document.file).getAllPages()) {
    document.page_index[page.getObjectHandle().getObjGen()] = document.pages.size();
    document.pages.push_back(page.getObjectHandle());
  }
  for (QPDFObjectHandle& page : document.pages) {
    document.contents.push_back(walk_page(page, document.fonts));
    if (!page.getKey("/Annots").isArray()) continue;
    for (QPDFObjectHandle& annotation : page.getKey("/Annots").getArrayAsVector()) {
      for (const QPDFObjectHandle& form : appearances(annotation)) {
        const PageContent looks = walk_form(form, document.fonts);
        document.contents.back().operators.insert(looks.operators.begin(), looks.operators.end());
      }
    }
  }
  QPDFObjectHandle root = document.catalog.getKey("/StructTreeRoot");
  if (root.isDictionary()) {
    TreeReader reader(document, root.getKey("/RoleMap"));
    QPDFObjectHandle top = root.getKey("/K");
    for (QPDFObjectHandle& one : top.isArray() ? top.getArrayAsVector() : std::vector{top}) reader.read(one, kNowhere, 0);
  }
  document.xmp = stream_text(document.catalog.getKey("/Metadata"));
}

std::vector<QPDFObjectHandle> all_objects(const Document& document) {
  return const_cast<Document&>(document).file.getAllObjects();  // qpdf has no const reading.
}

bool is_text(QPDFObjectHandle object, const std::string& key) {
  return object.getKey(key).isString() && !object.getKey(key).getUTF8Value().empty();
}

bool says(const Document& document, std::string_view text) { return document.xmp.find(text) != std::string::npos; }

}  // namespace pdf_checker
