#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/print_document.h"

namespace documents {

/// A document that went all the way: what the typesetter was given, and what came out.
struct MadeDocument {
  base::PrintDocument source;
  std::string pdf;
  std::map<std::string, std::uint32_t> landmarks;  ///< Page by id, 0 is the first.
  std::uint32_t pages = 0;
  std::string problems;  ///< What the typesetter complains of, a line each; everybody's complaints when there is no PDF.
};

/// A row of the table of documents.
struct DocumentRow {
  std::string name;
  std::function<MadeDocument()> make;
};

/// Every document whose PDF is proved: each sample plan in each form for each audience and the handbook, both in every
/// theme of the repository, the documents of the bench, and small documents of our own that use everything.
std::vector<DocumentRow> document_table();

/// A document of `tests/documents/own`, or one in a memory of its own, by sats alone.
MadeDocument make_own(base::PrintDocument document);

}  // namespace documents
