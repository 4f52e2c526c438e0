#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/print_document.h"
#include "base/problem.h"

namespace pdf {

/// Where an element with an id begins; pages count from 1.
struct Landmark {
  std::string id;
  int page = 0;
};

/// A finished PDF: its bytes, its page count, and where the ids of the document landed, in document order.
struct Typeset {
  std::string pdf;
  int pages = 0;
  std::vector<Landmark> landmarks;
};

/// Whether an engine can be used on this machine; the problem says why not and how to get it.
struct Availability {
  std::optional<base::Problem> missing;

  [[nodiscard]] bool here() const { return !missing; }
};

/// Something that turns a print document into a PDF. One object serves a whole run and may be called from several threads.
class PdfEngine {
 public:
  PdfEngine() = default;
  PdfEngine(const PdfEngine&) = delete;
  PdfEngine& operator=(const PdfEngine&) = delete;
  virtual ~PdfEngine() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual Availability availability() const = 0;

  /// Pictures, fonts and imported files are read from `resources` alone. Nothing is returned when there is no PDF to trust.
  virtual std::optional<Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                         base::Problems& problems) const = 0;
};

}  // namespace pdf
