#pragma once

#include <vector>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"

namespace sats {

/// Writes the bookmarks; 0 when there are none.
ObjectId write_outline(const LaidDocument& document, ObjectFile& file);

/// Writes the named destinations as a name tree; 0 when there are none.
ObjectId write_destinations(const LaidDocument& document, const std::vector<ObjectId>& pages, ObjectFile& file);

/// The number tree of page labels as text; empty when pages are counted 1, 2, 3 anyway.
std::string page_labels(const LaidDocument& document);

}  // namespace sats
