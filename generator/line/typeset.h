#pragma once

#include <optional>
#include <string>

#include "base/file_store.h"
#include "base/print_document.h"
#include "base/problem.h"
#include "pdf/engine.h"

namespace line {

/// A finished output: its bytes, and its pages when it has any.
struct Made {
  std::string bytes;
  int pages = 0;
};

/// A print document as PDF. A problem that has no place of its own is said to be about the document's source; what an engine
/// advises is about the engine.
std::optional<Made> typeset(const base::PrintDocument& document, const pdf::PdfEngine& engine,
                            const base::FileStore& resources, base::Problems& problems);

}  // namespace line
