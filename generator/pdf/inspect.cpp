#include "pdf/inspect.h"

#include <exception>
#include <map>

#include "pdf/qpdf_document.h"
#include "pdf/qpdf_headers.h"

namespace pdf {

namespace {

/// Bookmarks nested deeper than this are not followed.
constexpr int kDeepestOutline = 20;

using PageNumbers = std::map<QPDFObjGen, int>;

class Reader {
 public:
  explicit Reader(QPDF& pdf) : pdf_(pdf) {
    int number = 0;
    for (auto& page : pdf_.getAllPages()) numbers_[page.getObjGen()] = ++number;
  }

  Inspection read() {
    Inspection found;
    auto info = pdf_.getTrailer().getKey("/Info");
    auto root = pdf_.getRoot();
    found.title = text(info, "/Title");
    found.author = text(info, "/Author");
    found.subject = text(info, "/Subject");
    found.language = text(root, "/Lang");
    found.tagged = root.getKey("/StructTreeRoot").isDictionary();
    auto viewer = root.getKey("/ViewerPreferences");
    found.shows_title = viewer.isDictionary() && viewer.getKey("/DisplayDocTitle").isBool() &&
                        viewer.getKey("/DisplayDocTitle").getBoolValue();
    for (auto& page : pdf_.getAllPages()) {
      const auto box = QPDFPageObjectHelper(page).getMediaBox().getArrayAsRectangle();
      found.pages.push_back({box.urx - box.llx, box.ury - box.lly});
      read_links(page, found.links);
    }
    QPDFOutlineDocumentHelper outlines(pdf_);
    found.outline = entries(outlines.getTopLevelOutlines(), 0);
    return found;
  }

 private:
  static std::string text(QPDFObjectHandle dictionary, const std::string& key) {
    if (!dictionary.isDictionary() || !dictionary.getKey(key).isString()) return {};
    return dictionary.getKey(key).getUTF8Value();
  }

  std::vector<OutlineEntry> entries(const std::vector<QPDFOutlineObjectHelper>& items, int depth) {
    std::vector<OutlineEntry> found;
    if (depth > kDeepestOutline) return found;
    for (auto item : items) found.push_back({item.getTitle(), page_of(item.getDest()), entries(item.getKids(), depth + 1)});
    return found;
  }

  int page_of(QPDFObjectHandle destination) {
    if (destination.isString()) destination = QPDFOutlineDocumentHelper(pdf_).resolveNamedDest(destination);
    if (destination.isDictionary()) destination = destination.getKey("/D");
    if (!destination.isArray() || destination.getArrayNItems() == 0) return 0;
    const auto number = numbers_.find(destination.getArrayItem(0).getObjGen());
    return number == numbers_.end() ? 0 : number->second;
  }

  void read_links(QPDFObjectHandle page, std::vector<PageLink>& links) {
    auto annotations = page.getKey("/Annots");
    if (!annotations.isArray()) return;
    for (int i = 0; i < annotations.getArrayNItems(); ++i) {
      auto annotation = annotations.getArrayItem(i);
      if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link")) continue;
      auto action = annotation.getKey("/A");
      PageLink link{.page = numbers_[page.getObjGen()], .target_page = 0, .address = {}};
      if (action.isDictionary()) {
        link.address = text(action, "/URI");
        link.target_page = page_of(action.getKey("/D"));
      } else {
        link.target_page = page_of(annotation.getKey("/Dest"));
      }
      links.push_back(std::move(link));
    }
  }

  QPDF& pdf_;
  PageNumbers numbers_;
};

}  // namespace

std::optional<Inspection> inspect(std::string_view pdf) {
  try {
    QPDF document;
    open_in_memory(document, pdf);
    return Reader(document).read();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::optional<int> page_count(std::string_view pdf) {
  try {
    QPDF document;
    open_in_memory(document, pdf);
    const auto count = static_cast<int>(document.getAllPages().size());
    return count > 0 ? std::optional(count) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace pdf
