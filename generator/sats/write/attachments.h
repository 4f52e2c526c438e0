#pragma once

#include <string>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"

namespace sats {

/// Attached files: the name tree that lists them (0 when there are none) and the catalog's AF entry.
struct WrittenAttachments {
  ObjectId names = 0;
  std::string associated;
};

WrittenAttachments write_attachments(const LaidDocument& document, ObjectFile& file);

}  // namespace sats
