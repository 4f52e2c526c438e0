#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "sats/write/pdf_writer.h"

namespace sats {

/// Whether the options ask for more than plain writing.
bool needs_finishing(const WriteOptions& options);

/// The file encrypted or put in the order for the web, by libqpdf.
std::optional<std::string> finish(const std::string& pdf, const WriteOptions& options, base::Problems& problems);

}  // namespace sats
