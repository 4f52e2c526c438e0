#pragma once

#include <memory>

#include "pdf/engine.h"
#include "pdf/engine_table.h"

namespace pdf {

/// Our own typesetter. Fonts, shaped words and parsed style sheets are shared by all documents and threads of the run.
std::unique_ptr<PdfEngine> make_sats_engine(const EngineOptions& options);

}  // namespace pdf
