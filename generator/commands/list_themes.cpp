#include <fmt/format.h>

#include "commands/command_table.h"
#include "theme/load_theme.h"
#include "theme/theme_folders.h"

namespace commands {

namespace {

ExitCode list_themes(const Console& console) {
  const auto folders = theme::builtin_folders();
  base::Problems problems;
  for (const auto& [name, files] : folders) {
    const auto loaded = theme::load_theme(name, folders, problems);
    console.say(fmt::format("{:<12} {}", name, loaded ? loaded->settings.description : ""));
  }
  return console.conclude(problems);
}

}  // namespace

Action describe_themes(CLI::App& /*command*/, const Console& /*texts*/) { return list_themes; }

}  // namespace commands
