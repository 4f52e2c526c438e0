#include <fmt/format.h>

#include <filesystem>

#include "commands/arguments.h"
#include "commands/command_table.h"
#include "line/guide_line.h"
#include "line/plan_line.h"
#include "line/site.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::string format = "long";
  std::string date;
};

base::ProblemFormat format_of(const std::string& word) {
  return word == "json"    ? base::ProblemFormat::json
         : word == "short" ? base::ProblemFormat::short_form
                           : base::ProblemFormat::long_form;
}

/// What was looked at, for the closing line.
struct CheckCounts {
  int plans = 0;
  int guides = 0;
};

line::Inputs inputs_of(const CheckOptions& options, const line::Site& site, base::Problems& problems) {
  if (options.paths.empty()) return line::site_inputs(site, problems);
  line::Inputs inputs;
  for (const auto& path : options.paths) {
    if (fs::path(path).filename() != line::kSiteFile) {
      line::add_input(path, inputs, problems);
      continue;
    }
    const auto other = line::open_site(path, problems);
    if (!other) continue;
    const auto found = line::site_inputs(*other, problems);
    inputs.plan_files.insert(inputs.plan_files.end(), found.plan_files.begin(), found.plan_files.end());
    inputs.guide_folders.insert(inputs.guide_folders.end(), found.guide_folders.begin(), found.guide_folders.end());
  }
  return inputs;
}

CheckCounts check_inputs(const line::Workshop& workshop, const line::Inputs& inputs, base::Problems& problems) {
  CheckCounts counts;
  for (const auto& file : inputs.plan_files) {
    for (const auto& text : line::read_plan_file(file, problems)) {
      line::check_plan_text(workshop, text, problems);
      ++counts.plans;
    }
  }
  for (const auto& folder : inputs.guide_folders) {
    line::check_guide(workshop, line::GuideFolder(folder), problems);
    ++counts.guides;
  }
  return counts;
}

void say_counts(const CheckCounts& counts, const base::Problems& problems, const Console& console) {
  const std::vector<base::Argument> numbers{
      {"planer", std::to_string(counts.plans)},
      {"vejledninger", std::to_string(counts.guides)},
      {"fejl", std::to_string(problems.error_count())},
      {"advarsler", std::to_string(problems.count(base::Severity::warning))},
      {"raad", std::to_string(problems.count(base::Severity::advice))},
  };
  console.tell(console.text(problems.empty() ? "besked.intet-galt" : "besked.fundet", numbers));
}

ExitCode check(const CheckOptions& options, Console console) {
  console.problem_format = format_of(options.format);
  base::Problems problems;
  const auto today = today_from(options.date, problems);
  const auto site = line::open_site_here(problems);
  const auto workshop =
      today && site ? line::open_workshop(line::workshop_order(*site, "", *today), problems) : std::nullopt;
  if (!workshop) return console.conclude(problems);
  const auto counts = check_inputs(*workshop, inputs_of(options, *site, problems), problems);
  if (counts.plans + counts.guides == 0 && !problems.has_errors()) {
    problems.add(
        {.code = "kommando.intet-at-laese", .arguments = {{"sti", fs::current_path().string()}}, .where = {}, .hints = {}});
  }
  console.report(problems);
  say_counts(counts, problems, console);
  return exit_code_of(problems);
}

}  // namespace

Action describe_check(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<CheckOptions>();
  command.add_option("PATH", options->paths, texts.text("hjaelp.check.path"));
  command.add_option("--format", options->format, texts.text("hjaelp.check.format"))
      ->check(CLI::IsMember({"long", "short", "json"}))
      ->capture_default_str();
  command.add_option("--date", options->date, texts.text("hjaelp.date"));
  return [options](const Console& console) { return check(*options, console); };
}

}  // namespace commands
