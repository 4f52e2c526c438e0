#include <fmt/format.h>

#include "commands/command_table.h"
#include "commands/options.h"
#include "line/site.h"

namespace commands {

namespace {

ExitCode list_themes(const std::string& site_file, const Console& console) {
  base::Problems problems;
  const auto site = line::open_site_meant(site_file, problems);
  if (!site) return console.conclude(problems);
  for (const auto& theme : line::list_themes(line::workshop_order(*site, "", {}), problems)) {
    const auto from = theme.folder.empty() ? console.text("besked.foelger-med") : theme.folder.generic_string();
    console.say(fmt::format("{:<12} {} ({})", theme.name, theme.description, from));
  }
  return console.conclude(problems);
}

}  // namespace

Action describe_themes(CLI::App& command, const Console& texts) {
  const auto site = std::make_shared<std::string>();
  OptionAdder(command, texts).site(*site);
  return [site](const Console& console) { return list_themes(*site, console); };
}

}  // namespace commands
