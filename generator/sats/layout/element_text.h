#pragma once

#include <string>

#include "sats/layout/document.h"

namespace sats::layout {

/// The words of an element on one line, for bookmarks, named strings, references and links: what stands on lines or in boxes
/// of its own is apart, and footnotes, soft hyphens and what is not shown are left out. An element without words has those
/// of its pictures.
std::string element_text(const Document& document, html::NodeIndex element);

}  // namespace sats::layout
