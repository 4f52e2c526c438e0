#pragma once

#include "base/problem.h"
#include "sats/page/laid_document.h"

namespace sats {

/// How bad a finding is. Letters that cannot be read back may not be in an archive either.
struct AccessibilitySeverity {
  base::Severity structure = base::Severity::warning;
  base::Severity letters = base::Severity::warning;
};

/// What in a document breaks PDF/UA, seen before it is written: pictures without alternative, tables without headers,
/// headings that jump, links and fields without a name, a missing title or language, letters that no font has.
void check_accessibility(const LaidDocument& document, const AccessibilitySeverity& severity, base::Problems& problems);

}  // namespace sats
