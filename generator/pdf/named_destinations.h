#pragma once

#include <vector>

#include "pdf/engine.h"
#include "pdf/qpdf_headers.h"

namespace pdf {

/// The places that a PDF gives names to, which programs make from the ids that links lead to; in page order.
std::vector<Landmark> named_destinations(QPDF& pdf);

}  // namespace pdf
