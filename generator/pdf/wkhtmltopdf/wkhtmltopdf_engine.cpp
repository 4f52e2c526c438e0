#include "pdf/wkhtmltopdf/wkhtmltopdf_engine.h"

#include <fmt/format.h>

#include <atomic>
#include <exception>
#include <set>
#include <span>

#include "base/embedded_file.h"
#include "base/whole_source.h"
#include "pdf/child_process.h"
#include "pdf/prepare/prepared_document.h"
#include "pdf/temporary_folder.h"
#include "pdf/tool_problem.h"
#include "pdf/wkhtmltopdf/assemble.h"
#include "pdf/wkhtmltopdf/library_renderer.h"
#include "pdf/wkhtmltopdf/page_formats.h"
#include "pdf/wkhtmltopdf/page_rules.h"
#include "pdf/wkhtmltopdf/passes.h"
#include "pdf/wkhtmltopdf/program_renderer.h"
#include "pdf/wkhtmltopdf/running_pages.h"

namespace pdf {

namespace {

constexpr std::string_view kRunningFile = "running.html";
constexpr const char* kProducer = "Vejviser (wkhtmltopdf)";

/// Said once per document, for another document may have other pages.
base::Problem one_format(const base::PrintDocument& document) {
  auto advice = tool_problem("pdf.wkhtmltopdf.et-format", {}, base::Severity::advice);
  if (!document.source.empty()) advice.where = base::whole_source(document.source);
  return advice;
}

class WkhtmltopdfEngine final : public PdfEngine {
 public:
  explicit WkhtmltopdfEngine(const EngineOptions& options) : program_(options.wkhtmltopdf_program) {
    if (auto library = WkhtmltoxLibrary::load(options.wkhtmltox_library)) {
      renderer_ = std::make_unique<LibraryRenderer>(std::move(library));
    } else if (find_program(program_)) {
      renderer_ = std::make_unique<ProgramRenderer>(program_, options.patience);
    }
  }

  [[nodiscard]] std::string_view name() const override { return "wkhtmltopdf"; }

  [[nodiscard]] Availability availability() const override {
    if (renderer_) return {};
    return {tool_problem("pdf.wkhtmltopdf.mangler", {{"program", program_}})};
  }

  std::optional<Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                 base::Problems& problems) const override {
    if (auto missing = availability().missing) {
      problems.add(std::move(*missing));
      return std::nullopt;
    }
    if (!told_.exchange(true))
      problems.add(tool_problem("pdf.uden-opmaerkning", {{"motor", "wkhtmltopdf"}}, base::Severity::advice));
    auto prepared = prepare(document, resources, problems);
    if (!prepared) return std::nullopt;
    if (asks_for_other_format(prepared->markup)) problems.add(one_format(document));
    try {
      return typeset_prepared(document, *prepared, problems);
    } catch (const std::exception& error) {
      problems.add(tool_problem("pdf.wkhtmltopdf.ugyldig", {{"besked", last_words(error.what())}}));
      return std::nullopt;
    }
  }

 private:
  std::optional<Typeset> typeset_prepared(const base::PrintDocument& document, PreparedDocument& prepared,
                                          base::Problems& problems) const {
    add_engine_sheets(prepared.markup, renderer_->zoom());
    const auto folder = TemporaryFolder::make();
    bool written = folder.has_value();
    for (const auto& [name, bytes] : prepared.files) written = written && folder->write(name, bytes);
    if (!written) {
      problems.add(tool_problem("pdf.disk", {}));
      return std::nullopt;
    }
    const auto& page = document.page;
    RenderJob job{.folder = folder->path(),
                  .html_file = {},
                  .width = page.width - page.margin_left - page.margin_right,
                  .height = page.height - page.margin_top - page.margin_bottom};
    auto settled = settle(prepared.markup, *folder, job, *renderer_, problems);
    if (!settled) return std::nullopt;
    const auto running = render_running_lines(document, prepared.markup, *settled, *folder, problems);
    if (!running) return std::nullopt;
    Typeset result;
    result.pages = settled->layout.page_count();
    result.landmarks = landmarks(*settled);
    result.pdf = assemble({settled->rendered, *running, settled->layout, settled->survey, settled->empty_strips}, document,
                          kProducer);
    return result;
  }

  /// The sheet of running lines; the inner value is empty when there are none, the outer when it could not be made.
  std::optional<std::optional<std::string>> render_running_lines(const base::PrintDocument& document, const Markup& prepared,
                                                                 const Settled& settled, const TemporaryFolder& folder,
                                                                 base::Problems& problems) const {
    if (!has_running_lines(document.page)) return std::optional<std::string>();
    const auto html = write_markup(running_pages(document, prepared, chapters(settled)));
    if (!folder.write(kRunningFile, html)) {
      problems.add(tool_problem("pdf.disk", {}));
      return std::nullopt;
    }
    auto pdf = renderer_->render({.folder = folder.path(),
                                  .html_file = std::string(kRunningFile),
                                  .width = document.page.width,
                                  .height = document.page.height},
                                 problems);
    if (!pdf) return std::nullopt;
    return pdf;
  }

  static std::vector<Landmark> landmarks(const Settled& settled) {
    std::vector<Landmark> found;
    std::set<std::string> seen;
    for (const auto& [id, place] : settled.survey.named) {
      const auto spot = settled.layout.spot(place);
      if (spot && seen.insert(id).second) found.push_back({id, spot->page});
    }
    return found;
  }

  /// The chapter of each page: the latest that began on it or before it.
  static std::vector<std::string> chapters(const Settled& settled) {
    std::vector<std::string> by_page(static_cast<std::size_t>(settled.layout.page_count()));
    std::vector<bool> begins(by_page.size());
    for (const auto& [title, place] : settled.survey.chapters) {
      const auto spot = settled.layout.spot(place);
      if (!spot) continue;
      by_page[static_cast<std::size_t>(spot->page) - 1] = title;
      begins[static_cast<std::size_t>(spot->page) - 1] = true;
    }
    for (std::size_t i = 1; i < by_page.size(); ++i) {
      if (!begins[i]) by_page[i] = by_page[i - 1];
    }
    return by_page;
  }

  std::string program_;
  std::unique_ptr<Renderer> renderer_;
  mutable std::atomic<bool> told_ = false;
};

}  // namespace

std::unique_ptr<PdfEngine> make_wkhtmltopdf_engine(const EngineOptions& options) {
  return std::make_unique<WkhtmltopdfEngine>(options);
}

}  // namespace pdf
