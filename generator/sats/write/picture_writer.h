#pragma once

#include <vector>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"
#include "sats/write/page_painter.h"

namespace sats {

/// Writes the pictures of a document, equal ones once; by index of `LaidDocument::pictures`. A null picture is left out.
std::vector<WrittenPicture> write_pictures(const LaidDocument& document, ObjectFile& file);

}  // namespace sats
