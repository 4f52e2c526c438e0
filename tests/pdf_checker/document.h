#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "qpdf_headers.h"

namespace pdf_checker {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// A child of an element: another element, a marked-content sequence, or an object (an annotation).
struct Kid {
  enum class Kind { element, mark, object };
  Kind kind = Kind::element;
  std::size_t element = kNowhere;
  std::size_t page = kNowhere;
  int mcid = -1;
  QPDFObjectHandle object;
};

/// A structure element; elements stand in the order of the tree.
struct Element {
  QPDFObjectHandle object;
  std::string type;      ///< After the role map, without the slash.
  std::string own_type;  ///< As written.
  std::size_t parent = kNowhere;
  std::vector<Kid> kids;
};

/// Text shown with one font.
struct FontUse {
  QPDFObjectHandle font;
  std::set<unsigned> codes;
  std::set<unsigned> unexplained;  ///< Codes that were shown outside of every ActualText.
};

/// What a walk through a page's content found.
struct PageContent {
  std::set<int> mcids;
  std::set<int> repeated_mcids;
  std::vector<std::string> unmarked;  ///< Painting operators outside of every mark.
  bool artifact_in_tagged = false;
  bool tagged_in_artifact = false;
  bool unbalanced_marks = false;
  std::vector<std::string> span_languages;
  std::set<std::string> operators;
  std::map<QPDFObjGen, int> forms;  ///< How many times each form is drawn.
  std::size_t deepest_save = 0;     ///< Most `q` that were open at a time.
};

/// A PDF as the conditions look at it.
struct Document {
  QPDF file;
  std::string_view bytes;  ///< The file itself.
  QPDFObjectHandle catalog;
  std::vector<QPDFObjectHandle> pages;
  std::vector<PageContent> contents;
  std::map<QPDFObjGen, std::size_t> page_index;
  std::vector<Element> elements;
  std::map<QPDFObjGen, std::size_t> element_index;
  std::map<QPDFObjGen, FontUse> fonts;
  std::string xmp;
  bool role_map_loops = false;

  /// An attribute of an element by its owner (`/Table`) and key; null when it has none.
  [[nodiscard]] QPDFObjectHandle attribute(const Element& element, const std::string& owner, const std::string& key) const;

  /// The nearest element above (or itself) of a type, or kNowhere.
  [[nodiscard]] std::size_t above(std::size_t element, const std::string& type) const;
};

/// Reads a file; throws what qpdf throws.
void read_document(Document& document, std::string_view pdf);

/// Walks through the contents of a page and what it draws.
PageContent walk_page(const QPDFObjectHandle& page, std::map<QPDFObjGen, FontUse>& fonts);

/// The same for a form that is not drawn by a page: the looks of a field.
PageContent walk_form(const QPDFObjectHandle& form, std::map<QPDFObjGen, FontUse>& fonts);

/// The forms that an annotation may look like.
std::vector<QPDFObjectHandle> appearances(QPDFObjectHandle annotation);

/// Every object of the file.
std::vector<QPDFObjectHandle> all_objects(const Document& document);

/// Whether a dictionary has a text under a key, and not an empty one.
bool is_text(QPDFObjectHandle object, const std::string& key);

/// Whether the metadata hold a text.
bool says(const Document& document, std::string_view text);

/// What a stream holds when it is unpacked; nothing for what is no stream.
std::string stream_text(QPDFObjectHandle stream);

}  // namespace pdf_checker
