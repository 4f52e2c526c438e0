#include <fmt/format.h>

#include <filesystem>

#include "base/ascii.h"
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

constexpr std::string_view kStandardOutput = "-";

struct RenderOptions {
  std::string input;
  std::string to;  ///< Empty: as the output's ending says.
  std::string output;
  std::string site;
  std::string theme;
  std::string previous;
  std::string engine;
  std::string audience = "borger";
  std::string purpose;
  std::string date;
  std::string format = "long";
};

/// The form that a file's ending means, or nothing.
std::optional<std::string> form_of_ending(const std::string& file) {
  const auto ending = base::lower_ascii(fs::path(file).extension().string());
  if (ending == ".html" || ending == ".htm") return "html";
  if (ending == ".pdf") return "pdf";
  return std::nullopt;
}

/// What to make: what `--to` says, else what the output's ending says. The two must not be of different kinds.
std::optional<std::string> form_word(const RenderOptions& options, base::Problems& problems) {
  auto meant = form_of_ending(options.output);
  if (options.to.empty() && meant) return meant;
  const bool is_page = options.to == "html" || options.to == "changes";
  if (!options.to.empty() && (!meant || is_page == (*meant == "html"))) return options.to;
  problems.add({.code = options.to.empty() ? "kommando.ukendt-endelse" : "kommando.forkert-endelse",
                .arguments = {{"fil", options.output}, {"form", options.to}, {"endelse", is_page ? ".html" : ".pdf"}},
                .where = {},
                .hints = {}});
  return std::nullopt;
}

line::Form form_of(const std::string& word) {
  return word == "html"      ? line::Form::html
         : word == "changes" ? line::Form::changes
         : word == "print"   ? line::Form::print
                             : line::Form::pdf;
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

/// The one thing that the document is made of.
struct Document {
  std::optional<line::PlanText> plan;
  std::optional<line::GuideFolder> guide;
};

base::Problem not_one(const std::string& path, std::size_t plans) {
  const auto* code = plans > 1 ? "kommando.flere-planer" : "kommando.ikke-et-dokument";
  return {.code = code, .arguments = {{"sti", path}, {"antal", std::to_string(plans)}}, .where = {}, .hints = {}};
}

base::Problem not_earlier(const std::string& file) {
  return {.severity = base::Severity::warning,
          .code = "line.ingen-tidligere",
          .arguments = {{"fil", file}},
          .where = {},
          .hints = {}};
}

std::optional<Document> find_document(const std::string& path, base::Problems& problems) {
  line::Inputs inputs;
  line::add_input(path, inputs, problems);
  if (problems.has_errors()) return std::nullopt;
  if (inputs.plan_files.empty() && inputs.guide_folders.size() == 1)
    return Document{.plan = {}, .guide = line::GuideFolder(inputs.guide_folders.front())};
  std::vector<line::PlanText> plans;
  for (const auto& file : inputs.plan_files) {
    for (auto& plan : line::read_plan_file(file, problems)) plans.push_back(std::move(plan));
  }
  if (plans.size() == 1 && inputs.guide_folders.empty()) return Document{.plan = std::move(plans.front()), .guide = {}};
  if (!problems.has_errors()) problems.add(not_one(path, plans.size()));
  return std::nullopt;
}

std::optional<line::Made> make_plan(const line::Workshop& workshop, const line::PlanText& text, const RenderOptions& options,
                                    const pdf::PdfEngine* engine, base::Problems& problems) {
  const auto plan = line::check_plan_text(workshop, text, problems);
  if (!plan) return std::nullopt;
  if (form_of(options.to) == line::Form::changes && !options.previous.empty() && !plan->earlier)
    problems.add(not_earlier(options.previous));
  return line::make_plan(workshop, *plan,
                         {.form = form_of(options.to),
                          .audience = audience_of(options.audience),
                          .frame = {.assets = theme::Assets::inlined, .root = ""},
                          .engine = engine,
                          .purpose = purpose_of(options)},
                         problems);
}

std::optional<line::Made> make_guide(const line::Workshop& workshop, const line::GuideFolder& folder,
                                     const RenderOptions& options, const pdf::PdfEngine* engine, base::Problems& problems) {
  if (options.to == "changes") {
    problems.add({.code = "kommando.nyt-kun-i-planer", .arguments = {}, .where = {}, .hints = {}});
    return std::nullopt;
  }
  const auto guide = line::guide_for(workshop, folder, audience_of(options.audience), problems);
  if (!guide) return std::nullopt;
  if (options.to == "html") return line::make_guide_page(workshop, folder, *guide, problems);
  return line::make_book(workshop, folder, *guide, *engine, problems);
}

/// The versions to compare with: the file that was named, else those of the site.
std::vector<fs::path> earlier_plans(const RenderOptions& options, const line::Site& site, base::Problems& problems) {
  if (options.previous.empty()) return line::earlier_plan_files(site, problems);
  line::Inputs inputs;
  line::add_input(options.previous, inputs, problems);
  return inputs.plan_files;
}

std::optional<line::Made> make_document(const RenderOptions& options, const Console& console, base::Problems& problems) {
  const auto site = line::open_site_meant(options.site, problems);
  if (!site) return std::nullopt;
  const auto document = find_document(options.input, problems);
  if (!document) return std::nullopt;
  std::unique_ptr<pdf::PdfEngine> engine;
  if (document->plan ? !line::is_for_screen(form_of(options.to)) : options.to != "html") {
    const auto& name = options.engine.empty() ? site->settings.engine : options.engine;
    engine = pdf::choose_engine(name, line::engine_options(*site), problems);
    if (!engine) return std::nullopt;
  }
  auto order = line::workshop_order(*site, options.theme, today_for(options.date, *site));
  order.purpose = purpose_of(options);
  order.earlier_plans = earlier_plans(options, *site, problems);
  if (problems.has_errors()) return std::nullopt;
  const auto workshop = line::open_workshop(order, problems);
  if (!workshop) return std::nullopt;
  if (options.date.empty()) console.tell(today_text(options.date, *site, console));
  return document->guide ? make_guide(*workshop, *document->guide, options, engine.get(), problems)
                         : make_plan(*workshop, *document->plan, options, engine.get(), problems);
}

/// Writes to standard output, or to a file; the file that a link leads to is what the user means.
bool write_document(const RenderOptions& options, const line::Made& made, const Console& console, base::Problems& problems) {
  if (options.output == kStandardOutput)
    return std::fwrite(made.bytes.data(), 1, made.bytes.size(), console.out) == made.bytes.size();
  std::error_code failed;
  const fs::path path(options.output);
  const auto meant = fs::is_symlink(path, failed) ? fs::weakly_canonical(path, failed) : path;
  return publish::write_atomically(failed ? path : meant, made.bytes, problems);
}

/// Whether the document would take the place of what it is made of.
bool would_replace_input(const RenderOptions& options, base::Problems& problems) {
  std::error_code failed;
  const auto is_output = [&](const std::string& input) { return fs::equivalent(input, options.output, failed) && !failed; };
  if (!is_output(options.input) && !is_output(options.previous)) return false;
  problems.add({.code = "kommando.samme-fil", .arguments = {{"fil", options.output}}, .where = {}, .hints = {}});
  return true;
}

/// A folder that is not there is a slip of the pen, not a wish for a new one.
bool has_output_folder(const RenderOptions& options, base::Problems& problems) {
  const auto folder = fs::path(options.output).parent_path();
  std::error_code failed;
  if (folder.empty() || fs::exists(folder, failed)) return true;
  problems.add({.code = "kommando.ingen-mappe",
                .arguments = {{"mappe", folder.generic_string()}, {"fil", options.output}},
                .where = {},
                .hints = {}});
  return false;
}

ExitCode render(RenderOptions options, Console console) {
  console.problem_format = format_of(options.format);
  base::Problems problems;
  if (would_replace_input(options, problems)) return console.conclude(problems);
  const auto form = form_word(options, problems);
  if (!form) return console.conclude(problems);
  options.to = *form;
  if (!has_output_folder(options, problems)) return console.conclude(problems);
  const auto made = make_document(options, console, problems);
  const bool written = made && write_document(options, *made, console, problems);
  console.report(problems);
  if (written && options.output != kStandardOutput) {
    const auto* code = made->pages > 0 ? "besked.skrevet" : "besked.skrevet-fil";
    console.tell(console.text(code, {{"fil", options.output}, {"sider", std::to_string(made->pages)}}));
  }
  return exit_code_of(problems);
}

}  // namespace

Action describe_render(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<RenderOptions>();
  OptionAdder add(command, texts);
  add.text(texts.text("hjaelp.ord.KILDE"), options->input, "render.input", "")->required();
  add.choice("--to", options->to, "render.to", {"pdf", "html", "print", "changes"});
  add.text("-o,--output", options->output, "render.output", "FIL")->required();
  add.text("--previous", options->previous, "render.previous", "FIL");
  add.text("--theme", options->theme, "render.theme", "TEMA");
  add.engine(options->engine);
  add.choice("--audience", options->audience, "render.audience", {"borger", "jobcenter", "akasse"})->capture_default_str();
  add.choice("--purpose", options->purpose, "render.purpose", {"publish", "preview"});
  add.date(options->date);
  add.site(options->site);
  add.format(options->format);
  return [options](const Console& console) { return render(*options, console); };
}

}  // namespace commands
