#include "pdf/command/command_engine.h"

#include <unistd.h>

#include <exception>

#include "base/utf8.h"
#include "pdf/child_process.h"
#include "pdf/command/paged_sheet.h"
#include "pdf/inspect.h"
#include "pdf/named_destinations.h"
#include "pdf/prepare/prepared_document.h"
#include "pdf/qpdf_document.h"
#include "pdf/temporary_folder.h"
#include "pdf/tool_problem.h"

namespace pdf {

namespace {

constexpr std::string_view kHtmlFile = "document.html";
constexpr std::string_view kPdfFile = "document.pdf";

/// Our environment, with what makes programs forget the clock and chance (reproducible-builds.org).
std::vector<std::string> steady_environment() {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view words(*entry);
    if (!words.starts_with("SOURCE_DATE_EPOCH=") && !words.starts_with("PYTHONHASHSEED=")) environment.emplace_back(words);
  }
  environment.emplace_back("SOURCE_DATE_EPOCH=0");
  environment.emplace_back("PYTHONHASHSEED=0");
  return environment;
}

class CommandEngine final : public PdfEngine {
 public:
  explicit CommandEngine(const EngineOptions& options) : command_(options.command), patience_(options.patience) {}

  [[nodiscard]] std::string_view name() const override { return "command"; }

  [[nodiscard]] Availability availability() const override {
    if (command_.empty()) return {tool_problem("pdf.kommando.mangler", {})};
    if (!find_program(command_.front())) return {tool_problem("pdf.kommando.findes-ikke", {{"program", command_.front()}})};
    return {};
  }

  std::optional<Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                 base::Problems& problems) const override {
    if (auto missing = availability().missing) {
      problems.add(std::move(*missing));
      return std::nullopt;
    }
    auto paged = document;
    paged.stylesheets.insert(paged.stylesheets.begin(), {"page", paged_sheet(document)});
    const auto prepared = prepare(paged, resources, problems);
    if (!prepared) return std::nullopt;
    const auto made = run(*prepared, problems);
    if (!made) return std::nullopt;
    return finish(*made, document, problems);
  }

 private:
  [[nodiscard]] std::vector<std::string> arguments_in(const TemporaryFolder& folder) const {
    auto arguments = command_;
    for (auto& argument : arguments) {
      if (argument == "{html}") argument = (folder.path() / kHtmlFile).string();
      if (argument == "{pdf}") argument = (folder.path() / kPdfFile).string();
    }
    return arguments;
  }

  [[nodiscard]] std::optional<std::string> run(const PreparedDocument& prepared, base::Problems& problems) const {
    const auto folder = TemporaryFolder::make();
    bool written = folder && folder->write(kHtmlFile, write_markup(prepared.markup));
    for (const auto& [name, bytes] : prepared.files) written = written && folder->write(name, bytes);
    if (!written) {
      problems.add(tool_problem("pdf.disk", {}));
      return std::nullopt;
    }
    const auto end = run_child({.arguments = arguments_in(*folder),
                                .environment = steady_environment(),
                                .folder = folder->path(),
                                .network = Network::inherited},
                               patience_);
    if (end.timed_out) {
      problems.add(tool_problem("pdf.kommando.for-langsom",
                                {{"program", command_.front()}, {"sekunder", std::to_string(patience_.count())}}));
      return std::nullopt;
    }
    if (end.exit_code != 0) {
      problems.add(tool_problem(
          "pdf.kommando.fejlede",
          {{"program", command_.front()}, {"kode", std::to_string(end.exit_code)}, {"besked", last_words(end.output)}}));
      return std::nullopt;
    }
    auto bytes = read_bytes(folder->path() / kPdfFile);
    if (!bytes || !page_count(*bytes)) {
      problems.add(
          tool_problem("pdf.kommando.ingen-pdf", {{"program", command_.front()}, {"besked", last_words(end.output)}}));
      return std::nullopt;
    }
    return bytes;
  }

  [[nodiscard]] std::optional<Typeset> finish(const std::string& made, const base::PrintDocument& document,
                                              base::Problems& problems) const {
    try {
      QPDF file;
      open_in_memory(file, made);
      Typeset result;
      result.pages = static_cast<int>(file.getAllPages().size());
      result.landmarks = named_destinations(file);
      describe(file, document, "Vejviser (" + command_.front().substr(command_.front().rfind('/') + 1) + ")");
      result.pdf = write_bytes(file);
      return result;
    } catch (const std::exception& error) {
      problems.add(tool_problem("pdf.kommando.ingen-pdf", {{"program", command_.front()}, {"besked", error.what()}}));
      return std::nullopt;
    }
  }

  std::vector<std::string> command_;
  std::chrono::seconds patience_;
};

}  // namespace

std::unique_ptr<PdfEngine> make_command_engine(const EngineOptions& options) {
  return std::make_unique<CommandEngine>(options);
}

}  // namespace pdf
