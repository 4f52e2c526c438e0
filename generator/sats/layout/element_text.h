#pragma once

#include <string>

#include "sats/layout/document.h"

namespace sats::layout {

/// The words of an element on one line, for bookmarks, named strings, references, links and the names of fields: what stands
/// on lines or in boxes of its own is apart, and footnotes, soft hyphens what is not shown and what controls hold are left
/// out. An element without words has those of its pictures.
std::string element_text(const Document& document, html::NodeIndex element);

}  // namespace sats::layout
