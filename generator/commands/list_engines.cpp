#include <fmt/format.h>

#include "commands/command_table.h"
#include "commands/options.h"
#include "line/site.h"
#include "pdf/engine_table.h"

namespace commands {

namespace {

std::string state_of(const pdf::EngineRow& row, const pdf::EngineOptions& options, const Console& console) {
  if (row.make == nullptr) return console.text("besked.ikke-med");
  const auto availability = row.make(options)->availability();
  if (availability.here()) return console.text("besked.her");
  base::Problems problems;
  problems.add(*availability.missing);
  auto text = base::print_problems(problems, base::ProblemFormat::short_form, console.language);
  const auto after_code = text.find("]: ");
  text = after_code == std::string::npos ? text : text.substr(after_code + 3);
  return console.text("besked.ikke-her", {{"grund", text.substr(0, text.find('\n'))}});
}

ExitCode list_engines(const std::string& site_file, const Console& console) {
  base::Problems problems;
  const auto site = line::open_site_meant(site_file, problems);
  if (!site) return console.conclude(problems);
  const auto options = line::engine_options(*site);
  for (const auto& row : pdf::engine_table()) {
    console.say(fmt::format("{:<12} {}", row.name, row.about(console.language)));
    console.say(fmt::format("{:<12} {}", "", state_of(row, options, console)));
  }
  return console.conclude(problems);
}

}  // namespace

Action describe_engines(CLI::App& command, const Console& texts) {
  const auto site = std::make_shared<std::string>();
  OptionAdder(command, texts).site(*site);
  return [site](const Console& console) { return list_engines(*site, console); };
}

}  // namespace commands
