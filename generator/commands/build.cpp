#include <fmt/format.h>

#include <filesystem>
#include <thread>

#include "commands/arguments.h"
#include "commands/command_table.h"
#include "commands/options.h"
#include "commands/out_folder.h"
#include "commands/progress.h"
#include "line/site_build.h"

namespace commands {

namespace {

struct BuildOptions {
  std::string site = line::kSiteFile;
  std::string out = "public";
  std::string engine;
  std::string date;
  std::size_t jobs = 0;
  std::string format = "long";
};

bool makes_pdf(const line::Site& site) {
  const auto& forms = site.settings.forms;
  return !site.settings.guides.empty() ||
         std::any_of(forms.begin(), forms.end(), [](const auto& form) { return form != "html"; });
}

std::size_t job_count(const BuildOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

void say_counts(const BuildOptions& options, const line::BuildCounts& made, const publish::PublishCounts& files,
                const Console& console) {
  console.tell(console.text("besked.bygget", {{"mappe", options.out},
                                              {"skrevet", std::to_string(files.written)},
                                              {"uaendret", std::to_string(files.unchanged)},
                                              {"fjernet", std::to_string(files.removed)},
                                              {"planer", std::to_string(made.plans)},
                                              {"vejledninger", std::to_string(made.guides)}}));
  if (made.broken_plans > 0) {
    console.tell(console.text("besked.planer-med-fejl", {{"antal", std::to_string(made.broken_plans)}}));
  }
  if (made.broken_guides > 0) {
    console.tell(console.text("besked.vejledninger-med-fejl", {{"antal", std::to_string(made.broken_guides)}}));
  }
}

/// What a finished build did.
struct BuildSummary {
  line::BuildCounts made;
  publish::PublishCounts files;
};

std::optional<BuildSummary> build_with(const BuildOptions& options, const line::Site& site, const Console& console,
                                       base::Problems& problems) {
  if (!may_build_into(options.out, site, problems)) return std::nullopt;
  std::unique_ptr<pdf::PdfEngine> engine;
  if (makes_pdf(site)) {
    const auto& name = options.engine.empty() ? site.settings.engine : options.engine;
    engine = pdf::choose_engine(name, line::engine_options(site), problems);
    if (!engine) return std::nullopt;
  }
  auto order = line::workshop_order(site, "", today_for(options.date, site));
  order.earlier_plans = line::earlier_plan_files(site, problems);
  const auto workshop = line::open_workshop(order, problems);
  if (!workshop) return std::nullopt;
  console.tell(today_text(options.date, site, console));
  if (engine) console.tell(console.text("besked.motor", {{"motor", std::string(engine->name())}}));
  const auto parts = line::find_parts(site, problems);
  publish::OutputFolder folder(options.out);
  line::BuildCounts made;
  {
    Progress progress(parts.plans.size() + parts.guides.size(), console.err);
    const auto made_one = [&progress](std::string_view name) { progress.step(name); };
    made = line::build_site({site, *workshop, engine.get(), job_count(options), made_one}, parts, folder, problems);
  }
  if (!folder.finish(problems)) return std::nullopt;
  return BuildSummary{made, folder.counts()};
}

std::optional<line::Site> find_site(const std::string& file, base::Problems& problems) {
  std::error_code failed;
  if (std::filesystem::exists(file, failed)) return line::open_site(file, problems);
  problems.add({.code = "kommando.intet-websted", .arguments = {{"fil", file}}, .where = {}, .hints = {}});
  return std::nullopt;
}

ExitCode build(const BuildOptions& options, Console console) {
  console.problem_format = format_of(options.format);
  base::Problems problems;
  const auto site = find_site(options.site, problems);
  const auto summary = site ? build_with(options, *site, console, problems) : std::nullopt;
  console.report(problems);
  if (summary) say_counts(options, summary->made, summary->files, console);
  return exit_code_of(problems);
}

}  // namespace

Action describe_build(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<BuildOptions>();
  OptionAdder add(command, texts);
  add.site(options->site)->capture_default_str();
  add.text("--out", options->out, "build.out", "MAPPE")->capture_default_str();
  add.engine(options->engine);
  add.date(options->date);
  constexpr std::size_t kMostJobs = 256;
  add.number("--jobs", options->jobs, "build.jobs", kMostJobs);
  add.format(options->format);
  return [options](const Console& console) { return build(*options, console); };
}

}  // namespace commands
