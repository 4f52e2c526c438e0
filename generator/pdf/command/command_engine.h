#pragma once

#include <memory>

#include "pdf/engine.h"
#include "pdf/engine_table.h"

namespace pdf {

/// An engine that runs the program of `options.command` for each document.
std::unique_ptr<PdfEngine> make_command_engine(const EngineOptions& options);

}  // namespace pdf
