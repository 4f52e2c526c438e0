#pragma once

#include <vector>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"
#include "sats/write/tags.h"

namespace sats {

/// The annotations of a document in the order of their parent-tree keys, and by page.
struct Annotations {
  std::vector<TaggedAnnotation> all;
  std::vector<std::vector<ObjectId>> by_page;

  explicit Annotations(const LaidDocument& document) : by_page(document.pages.size()) {}

  /// Takes the next key for an annotation that is written under this number.
  std::uint32_t add(const LaidDocument& document, const TaggedAnnotation& annotation) {
    all.push_back(annotation);
    by_page[annotation.page].push_back(annotation.object);
    return parent_key_of_annotation(document, all.size() - 1);
  }
};

/// `[x1 y1 x2 y2]` of a box on a page, from the lower left corner.
void append_rectangle(std::string& out, const Rect& box, float page_height);

/// Writes an annotation per link and page, with the text of the link as its description.
void write_links(const LaidDocument& document, const std::vector<ObjectId>& pages, Annotations& annotations,
                 ObjectFile& file);

}  // namespace sats
