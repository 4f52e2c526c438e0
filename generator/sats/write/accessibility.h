#pragma once

#include "base/problem.h"
#include "sats/page/laid_document.h"

namespace sats {

/// What in a document breaks PDF/UA, seen before it is written: pictures without alternative, tables without headers,
/// headings that jump, links and fields without a name, a missing title or language. `severity` is for all of them.
void check_accessibility(const LaidDocument& document, base::Severity severity, base::Problems& problems);

}  // namespace sats
