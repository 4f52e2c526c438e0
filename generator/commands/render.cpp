#include <fmt/format.h>

#include <filesystem>

#include "commands/arguments.h"
#include "commands/command_table.h"
#include "commands/options.h"
#include "line/guide_line.h"
#include "line/plan_line.h"
#include "line/site.h"
#include "pdf/engine_table.h"
#include "publish/atomic_file.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

struct RenderOptions {
  std::string input;
  std::string to;  ///< Empty: as the output's ending says.
  std::string output;
  std::string site;
  std::string theme;
  std::string engine;
  std::string audience = "borger";
  std::string purpose;
  std::string date;
};

/// What to make: what `--to` says, else a page for a file that ends like one, else a PDF.
std::string form_word(const RenderOptions& options) {
  if (!options.to.empty()) return options.to;
  const auto ending = fs::path(options.output).extension();
  return ending == ".html" || ending == ".htm" ? "html" : "pdf";
}

line::Form form_of(const std::string& word) {
  return word == "html" ? line::Form::html : word == "print" ? line::Form::print : line::Form::pdf;
}

plan::Audience audience_of(const std::string& word) {
  return word == "akasse"      ? plan::Audience::akasse
         : word == "jobcenter" ? plan::Audience::jobcenter
                               : plan::Audience::borger;
}

/// A draft is for the job centre, and for whoever asks to see how it will look.
plan::min_plan::Purpose purpose_of(const RenderOptions& options) {
  using plan::min_plan::Purpose;
  if (options.purpose.empty()) return options.audience == "jobcenter" ? Purpose::preview : Purpose::publish;
  return options.purpose == "preview" ? Purpose::preview : Purpose::publish;
}

/// The only plan of a file; render makes one document.
std::optional<line::PlanText> only_plan(const std::string& input, base::Problems& problems) {
  auto plans = line::read_plan_file(input, problems);
  if (plans.size() == 1) return std::move(plans.front());
  if (!problems.has_errors()) {
    problems.add({.code = "kommando.flere-planer",
                  .arguments = {{"sti", input}, {"antal", std::to_string(plans.size())}},
                  .where = {},
                  .hints = {}});
  }
  return std::nullopt;
}

std::optional<line::Made> make_plan(const line::Workshop& workshop, const RenderOptions& options,
                                    const pdf::PdfEngine* engine, base::Problems& problems) {
  const auto text = only_plan(options.input, problems);
  const auto plan = text ? line::check_plan_text(workshop, *text, problems) : std::nullopt;
  if (!plan) return std::nullopt;
  return line::make_plan(workshop, *plan,
                         {.form = form_of(options.to),
                          .audience = audience_of(options.audience),
                          .frame = {.assets = theme::Assets::inlined, .root = "", .front_page = "", .pdf = ""},
                          .engine = engine,
                          .purpose = purpose_of(options)},
                         problems);
}

std::optional<line::Made> make_guide(const line::Workshop& workshop, const RenderOptions& options,
                                     const pdf::PdfEngine* engine, base::Problems& problems) {
  const line::GuideFolder folder(options.input);
  const auto guide = line::guide_for(workshop, folder, audience_of(options.audience), problems);
  if (!guide) return std::nullopt;
  if (options.to == "html") return line::make_book_page(workshop, folder, *guide, problems);
  return line::make_book(workshop, folder, *guide, *engine, problems);
}

std::optional<line::Made> make_document(const RenderOptions& options, const Console& console, base::Problems& problems) {
  const auto today = today_from(options.date, problems);
  const auto site = line::open_site_meant(options.site, problems);
  if (!today || !site) return std::nullopt;
  line::Inputs inputs;
  line::add_input(options.input, inputs, problems);
  if (problems.has_errors()) return std::nullopt;
  std::unique_ptr<pdf::PdfEngine> engine;
  if (options.to != "html") {
    const auto& name = options.engine.empty() ? site->settings.engine : options.engine;
    engine = pdf::choose_engine(name, line::engine_options(*site), problems);
    if (!engine) return std::nullopt;
  }
  auto order = line::workshop_order(*site, options.theme, *today);
  order.purpose = purpose_of(options);
  const auto workshop = line::open_workshop(order, problems);
  if (!workshop) return std::nullopt;
  if (options.date.empty()) console.tell(console.text("besked.i-dag", {{"dato", base::to_iso(*today)}}));
  const bool is_guide = !inputs.guide_folders.empty();
  return is_guide ? make_guide(*workshop, options, engine.get(), problems)
                  : make_plan(*workshop, options, engine.get(), problems);
}

/// Whether the document would take the place of what it is made of.
bool would_replace_input(const RenderOptions& options, base::Problems& problems) {
  std::error_code failed;
  if (!fs::equivalent(options.input, options.output, failed) || failed) return false;
  problems.add({.code = "kommando.samme-fil", .arguments = {{"fil", options.output}}, .where = {}, .hints = {}});
  return true;
}

ExitCode render(RenderOptions options, const Console& console) {
  options.to = form_word(options);
  base::Problems problems;
  if (would_replace_input(options, problems)) return console.conclude(problems);
  const auto made = make_document(options, console, problems);
  if (made && publish::write_atomically(fs::path(options.output), made->bytes, problems)) {
    const auto* code = made->pages > 0 ? "besked.skrevet" : "besked.skrevet-fil";
    console.tell(console.text(code, {{"fil", options.output}, {"sider", std::to_string(made->pages)}}));
  }
  return console.conclude(problems);
}

}  // namespace

Action describe_render(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<RenderOptions>();
  OptionAdder add(command, texts);
  add.text(texts.text("hjaelp.ord.KILDE"), options->input, "render.input", "")->required();
  add.choice("--to", options->to, "render.to", {"pdf", "html", "print"});
  add.text("-o,--output", options->output, "render.output", "FIL")->required();
  add.text("--theme", options->theme, "render.theme", "TEMA");
  add.engine(options->engine);
  add.choice("--audience", options->audience, "render.audience", {"borger", "jobcenter", "akasse"})->capture_default_str();
  add.choice("--purpose", options->purpose, "render.purpose", {"publish", "preview"});
  add.date(options->date);
  add.site(options->site);
  return [options](const Console& console) { return render(*options, console); };
}

}  // namespace commands
