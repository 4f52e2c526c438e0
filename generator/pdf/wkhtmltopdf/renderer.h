#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/problem.h"

namespace pdf {

/// One page description on its way through wkhtmltopdf: a file in a folder of its own, and the paper in millimetres.
struct RenderJob {
  std::filesystem::path folder;
  std::string html_file;
  double width = 210;
  double height = 297;
};

/// The naked machine: an HTML file becomes a PDF without margins, scaled so that CSS sizes come out as they are written
/// when the sheet sets `zoom()` on the root. May be called from several threads.
class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  virtual ~Renderer() = default;

  virtual std::optional<std::string> render(const RenderJob& job, base::Problems& problems) = 0;

  /// The zoom of the root element that makes one CSS inch one inch on paper.
  [[nodiscard]] virtual double zoom() const = 0;
};

}  // namespace pdf
