#pragma once

#include <memory>

#include "pdf/engine.h"
#include "pdf/engine_table.h"

namespace pdf {

/// wkhtmltopdf: its library in this process when it can be loaded, else its program.
std::unique_ptr<PdfEngine> make_wkhtmltopdf_engine(const EngineOptions& options);

}  // namespace pdf
