#include "pdf/wkhtmltopdf/library_renderer.h"

#include <fmt/format.h>

#include <cmath>
#include <exception>

#include "pdf/temporary_folder.h"
#include "pdf/tool_problem.h"
#include "pdf/wkhtmltopdf/assemble.h"

namespace pdf {

namespace {

/// As for the program: fine enough that type set in whole pixels comes out at its size.
constexpr const char* kDotsPerInchText = "600";
constexpr double kBarMillimetres = 100;
constexpr double kBarPoints = kBarMillimetres * 72 / 25.4;
constexpr int kMeasurements = 3;
constexpr double kGoodEnough = 0.001;

std::string millimetres(double length) { return fmt::format("{}mm", length); }

}  // namespace

LibraryResult LibraryRenderer::convert(const RenderJob& job) const {
  const auto page = (job.folder / job.html_file).string();
  return library_->convert({.global = {{"size.width", millimetres(job.width)},
                                       {"size.height", millimetres(job.height)},
                                       {"margin.top", "0mm"},
                                       {"margin.right", "0mm"},
                                       {"margin.bottom", "0mm"},
                                       {"margin.left", "0mm"},
                                       {"dpi", kDotsPerInchText},
                                       {"outline", "false"},
                                       {"out", ""}},
                            .object = {{"page", page},
                                       {"web.enableJavascript", "false"},
                                       {"web.enablePlugins", "false"},
                                       {"web.enableIntelligentShrinking", "false"},
                                       {"web.printMediaType", "true"},
                                       {"web.defaultEncoding", "utf-8"},
                                       {"load.jsdelay", "0"},
                                       {"load.blockLocalFileAccess", "true"},
                                       {"load.allowed.append", ""},
                                       {"load.allowed[0]", job.folder.string()},
                                       {"load.proxy", "http://127.0.0.1:9"},
                                       {"load.loadErrorHandling", "ignore"},
                                       {"load.mediaLoadErrorHandling", "ignore"},
                                       {"useExternalLinks", "false"},
                                       {"useLocalLinks", "false"},
                                       {"produceForms", "false"}}});
}

std::optional<std::string> LibraryRenderer::render(const RenderJob& job, base::Problems& problems) {
  auto result = convert(job);
  if (!result.pdf) problems.add(tool_problem("pdf.wkhtmltopdf.gik-ned", {{"besked", last_words(result.words)}}));
  return std::move(result.pdf);
}

std::optional<double> LibraryRenderer::measured_length(double zoom) const {
  const auto folder = TemporaryFolder::make();
  const auto html = fmt::format(
      "<!DOCTYPE html><html><head><style>html{{zoom:{}}}body{{margin:0}}</style></head><body>"
      "<div style=\"{}width:{}mm;height:5mm\"></div></body></html>",
      zoom, mark_style(1), kBarMillimetres);
  if (!folder || !folder->write("measure.html", html)) return std::nullopt;
  const auto result = convert({.folder = folder->path(), .html_file = "measure.html", .width = 210, .height = 297});
  if (!result.pdf) return std::nullopt;
  try {
    const auto pages = read_pages(*result.pdf, 1);
    const auto mark = pages.empty() ? MarkBoxes::const_iterator{} : pages.front().marks.find(1);
    if (pages.empty() || mark == pages.front().marks.end()) return std::nullopt;
    return mark->second.front().width() * kBarMillimetres / (kBarMillimetres + 2 * kMarkWidth * 25.4 / 96);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

double LibraryRenderer::zoom() const {
  const std::lock_guard lock(mutex_);
  if (zoom_) return *zoom_;
  double zoom = 1;
  for (int i = 0; i < kMeasurements; ++i) {
    const auto length = measured_length(zoom);
    if (!length || *length <= 0 || std::abs(*length / kBarPoints - 1) < kGoodEnough) break;
    zoom *= kBarPoints / *length;
  }
  zoom_ = zoom;
  return zoom;
}

}  // namespace pdf
