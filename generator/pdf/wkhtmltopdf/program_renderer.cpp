#include "pdf/wkhtmltopdf/program_renderer.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "pdf/tool_problem.h"

namespace pdf {

namespace {

/// Qt sets type in whole pixels. At 600 a pixel is a twelfth of a CSS pixel, so an 11pt letter is off by less than half a
/// percent, and a 10,000-page document still fits QtWebKit's 32-bit coordinates.
constexpr int kDotsPerInch = 600;
/// WebKit lays a printed page out 1.25 times as wide as the paper and shrinks it (printingMinimumShrinkFactor).
constexpr double kPrintShrink = 1.25;
constexpr double kCssDotsPerInch = 96;
/// QtWebKit keeps a little of each document; a new process now and then keeps the memory bounded.
constexpr int kDocumentsPerProcess = 400;
constexpr std::string_view kOutputFile = "rendered.pdf";

/// Quoted for wkhtmltopdf's reader of argument lines.
std::string in_quotes(std::string_view argument) {
  std::string out = "\"";
  for (const char c : argument) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string argument_line(const RenderJob& job) {
  return fmt::format(
      "--log-level info --disable-javascript --javascript-delay 0 --disable-plugins --disable-local-file-access --allow {0} "
      "--proxy http://127.0.0.1:9 --load-error-handling ignore --load-media-error-handling ignore --encoding utf-8 -d {1} "
      "--page-width {2}mm --page-height {3}mm -T 0 -R 0 -B 0 -L 0 {4} {5}\n",
      in_quotes(job.folder.string()), kDotsPerInch, job.width, job.height, in_quotes((job.folder / job.html_file).string()),
      in_quotes((job.folder / kOutputFile).string()));
}

std::vector<std::string> sparse_environment(const std::filesystem::path& home) {
  // Without a fixed seed Qt's hash tables, and so the fonts of the PDF, come in another order each time.
  std::vector<std::string> environment{"LANG=C.UTF-8", "QT_QPA_PLATFORM=offscreen", "QT_HASH_SEED=0",
                                       fmt::format("QT_FONT_DPI={}", kDotsPerInch), "XDG_RUNTIME_DIR=" + home.string()};
  // What tells fontconfig where the fonts are, and the loader where Qt is.
  constexpr std::array<const char*, 8> kPassedOn{
      "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "FONTCONFIG_PATH", "FONTCONFIG_FILE", "LD_LIBRARY_PATH"};
  for (const char* name : kPassedOn) {
    if (const char* value = std::getenv(name))
      environment.push_back(fmt::format("{}={}", name, value));  // NOLINT(concurrency-mt-unsafe)
  }
  return environment;
}

bool says_done(std::string_view output) { return output.find("Done ") != std::string_view::npos; }

}  // namespace

ProgramRenderer::ProgramRenderer(std::string program, std::chrono::milliseconds patience)
    : program_(std::move(program)), patience_(patience), home_(TemporaryFolder::make()) {}

double ProgramRenderer::zoom() const { return kDotsPerInch / kCssDotsPerInch * kPrintShrink; }

std::optional<ProgramRenderer::Resident> ProgramRenderer::take_idle() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::nullopt;
  auto resident = std::move(idle_.back());
  idle_.pop_back();
  return resident;
}

std::optional<ProgramRenderer::Resident> ProgramRenderer::start() const {
  if (!home_) return std::nullopt;
  auto process = ChildProcess::start({.arguments = {program_, "--read-args-from-stdin"},
                                      .environment = sparse_environment(home_->path()),
                                      .folder = home_->path(),
                                      .network = Network::none});
  if (!process) return std::nullopt;
  return Resident{.process = std::move(*process), .documents = 0};
}

void ProgramRenderer::put_back(Resident resident) {
  if (++resident.documents >= kDocumentsPerProcess) return;
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(resident));
}

ProgramRenderer::Outcome ProgramRenderer::try_once(Resident& resident, const std::string& line) const {
  resident.process.forget_output();
  if (!resident.process.send(line)) return Outcome::gone;
  if (resident.process.read_until(says_done, patience_)) return Outcome::done;
  return resident.process.timed_out() ? Outcome::too_slow : Outcome::gone;
}

std::optional<std::string> ProgramRenderer::render(const RenderJob& job, base::Problems& problems) {
  const auto line = argument_line(job);
  std::string words;
  // A process that died while it was idle, or of what went before, deserves a second try with a fresh one.
  for (int tries = 0; tries < 2; ++tries) {
    auto resident = tries == 0 ? take_idle() : std::nullopt;
    if (!resident) resident = start();
    if (!resident) {
      problems.add(tool_problem("pdf.wkhtmltopdf.starter-ikke", {{"program", program_}}));
      return std::nullopt;
    }
    const auto outcome = try_once(*resident, line);
    if (outcome == Outcome::done) {
      auto bytes = read_bytes(job.folder / kOutputFile);
      put_back(std::move(*resident));
      if (bytes && !bytes->empty()) return bytes;
    }
    if (outcome == Outcome::too_slow) {
      const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience_).count();
      problems.add(tool_problem("pdf.wkhtmltopdf.for-langsom", {{"sekunder", std::to_string(seconds)}}));
      return std::nullopt;
    }
    words = last_words(resident->process.output());
  }
  problems.add(tool_problem("pdf.wkhtmltopdf.gik-ned", {{"besked", words}}));
  return std::nullopt;
}

}  // namespace pdf
