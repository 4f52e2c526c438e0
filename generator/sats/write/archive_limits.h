#pragma once

#include "base/problem.h"
#include "sats/page/laid_document.h"

namespace sats {

/// Reports what an archive file may not hold and what cannot be mended here: pictures in printing inks, without a profile
/// for them (ISO 19005-2, 6.2.4.3).
void check_archive_pictures(const LaidDocument& document, base::Problems& problems);

/// Reports clips and groups that lie in each other deeper than archive files may have them (ISO 19005-2, 6.1.13).
void check_archive_depth(std::size_t deepest, base::Problems& problems);

}  // namespace sats
