#include <fmt/format.h>

#include <filesystem>

#include "commands/arguments.h"
#include "commands/command_table.h"
#include "commands/options.h"
#include "line/site_check.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

struct CheckOptions {
  std::string site;
  std::vector<std::string> paths;
  std::string format = "long";
  std::string purpose;
  std::string date;
};

std::vector<line::CheckPart> parts_of(const CheckOptions& options, const line::Site& here, base::Problems& problems) {
  if (options.paths.empty()) return {{here, line::site_inputs(here, problems)}};
  const std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
  if (!options.site.empty()) return line::part_of_site(paths, here, problems);
  return line::parts_to_check(paths, here, problems);
}

/// `2 planer og 1 vejledning`: what was looked at, as far as there was any of it.
std::string counted_things(const line::CheckCounts& counts, const Console& console) {
  std::vector<std::string> things;
  const auto add = [&](const char* code, int count) {
    if (count > 0) things.push_back(console.text(code, {{"antal", std::to_string(count)}}));
  };
  add("antal.planer", counts.plans);
  add("antal.vejledninger", counts.guides);
  add("antal.temaer", counts.themes);
  add("antal.plantyper", counts.kinds);
  auto last = std::move(things.back());
  things.pop_back();
  if (things.empty()) return last;
  return console.text("antal.og", {{"foerst", fmt::format("{}", fmt::join(things, ", "))}, {"sidst", last}});
}

void say_counts(const line::CheckCounts& counts, const base::Problems& problems, const Console& console) {
  if (counts.empty()) return;
  const std::vector<base::Argument> numbers{
      {"ting", counted_things(counts, console)},
      {"fejl", std::to_string(problems.error_count())},
      {"advarsler", std::to_string(problems.count(base::Severity::warning))},
      {"raad", std::to_string(problems.count(base::Severity::advice))},
  };
  console.tell(console.text(problems.empty() ? "besked.intet-galt" : "besked.fundet", numbers));
}

ExitCode check(const CheckOptions& options, Console console) {
  console.problem_format = format_of(options.format);
  base::Problems problems;
  const auto here = line::open_site_meant(options.site, problems);
  if (!here) return console.conclude(problems);
  const auto whom = options.purpose == "preview" ? line::CheckFor::preview : line::CheckFor::audiences;
  line::CheckCounts counts;
  for (const auto& part : parts_of(options, *here, problems))
    line::check_part(part, whom, today_for(options.date, part.site), counts, problems);
  if (counts.empty() && problems.empty()) {
    const auto* code = here->file.empty() ? "kommando.intet-at-laese.uden-sti" : "kommando.intet-at-laese.i-webstedet";
    problems.add({.code = code, .arguments = {}, .where = {}, .hints = {}});
  }
  console.report(problems);
  say_counts(counts, problems, console);
  return exit_code_of(problems);
}

}  // namespace

Action describe_check(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<CheckOptions>();
  OptionAdder add(command, texts);
  add.texts(texts.text("hjaelp.ord.STI"), options->paths, "check.path");
  add.site(options->site, "check.site");
  add.format(options->format);
  add.choice("--purpose", options->purpose, "check.purpose", {"publish", "preview"});
  add.date(options->date);
  return [options](const Console& console) { return check(*options, console); };
}

}  // namespace commands
