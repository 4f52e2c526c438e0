#pragma once

#include <cstdint>
#include <vector>

#include "sats/page/laid_document.h"
#include "sats/write/marks.h"
#include "sats/write/object_file.h"

namespace sats {

/// An annotation (a link's area, a form field) and the element it belongs to.
struct TaggedAnnotation {
  NodeId node = kNone;
  ObjectId object = 0;
  std::uint32_t page = 0;
};

/// Keys of the parent tree: pages come first, then annotations in their order.
inline std::uint32_t parent_key_of_annotation(const LaidDocument& document, std::size_t annotation) {
  return static_cast<std::uint32_t>(document.pages.size() + annotation);
}

/// What the tag tree is made of.
struct TagSources {
  const LaidDocument& document;
  const Marks& marks;
  const DividedWords& words;
  const std::vector<ObjectId>& pages;
  const std::vector<TaggedAnnotation>& annotations;
};

/// Writes the structure tree with its parent tree and id tree, and gives the StructTreeRoot. Elements without content are
/// left out, but for cells.
ObjectId write_tags(const TagSources& sources, ObjectFile& file);

}  // namespace sats
