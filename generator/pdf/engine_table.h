#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "base/problem.h"
#include "pdf/engine.h"

namespace pdf {

/// What the site says of the engines; the defaults fit a Debian machine.
struct EngineOptions {
  std::vector<std::string> command;                     ///< For `command`: program and arguments with `{html}` and `{pdf}`.
  std::string wkhtmltopdf_program = "wkhtmltopdf";      ///< Name or path.
  std::string wkhtmltox_library = "libwkhtmltox.so.0";  ///< Empty: never in-process.
  std::chrono::seconds patience{120};                   ///< For one pass over one document.
};

/// One engine: its name, a line about it per language, and how to make it. Without `make` it is not part of this build.
struct EngineRow {
  std::string_view name;
  std::string_view about_danish;
  std::string_view about_english;
  std::unique_ptr<PdfEngine> (*make)(const EngineOptions& options) = nullptr;

  [[nodiscard]] std::string_view about(base::Language language) const {
    return language == base::Language::danish ? about_danish : about_english;
  }
};

/// Every engine, the best first; the default is the first that is here, `command` never being chosen by itself.
std::span<const EngineRow> engine_table();

/// The engine of a name (empty: the default). An unknown name gets a suggestion; an engine that is not here says why.
std::unique_ptr<PdfEngine> choose_engine(std::string_view name, const EngineOptions& options, base::Problems& problems);

}  // namespace pdf
