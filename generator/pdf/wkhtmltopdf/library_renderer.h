#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "pdf/wkhtmltopdf/library.h"
#include "pdf/wkhtmltopdf/renderer.h"

namespace pdf {

/// Renders in this process. Builds of the library differ in the scale they print at, so it is measured once on a sheet
/// with a bar of known length.
class LibraryRenderer final : public Renderer {
 public:
  explicit LibraryRenderer(std::shared_ptr<WkhtmltoxLibrary> library) : library_(std::move(library)) {}

  std::optional<std::string> render(const RenderJob& job, base::Problems& problems) override;
  [[nodiscard]] double zoom() const override;

 private:
  [[nodiscard]] LibraryResult convert(const RenderJob& job) const;
  [[nodiscard]] std::optional<double> measured_length(double zoom) const;

  std::shared_ptr<WkhtmltoxLibrary> library_;
  mutable std::mutex mutex_;
  mutable std::optional<double> zoom_;
};

}  // namespace pdf
