#pragma once

#include <string>

#include "sats/page/laid_document.h"
#include "sats/write/object_file.h"

namespace sats {

/// Writes the gradients and gives the entries `/S0 12 0 R …` of the Shading resources.
std::string write_shadings(const LaidDocument& document, ObjectFile& file);

}  // namespace sats
