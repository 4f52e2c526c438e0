#include <fmt/format.h>

#include "commands/command_table.h"
#include "pdf/engine_table.h"

namespace commands {

namespace {

std::string state_of(const pdf::EngineRow& row, const Console& console) {
  if (row.make == nullptr) return console.text("besked.ikke-med");
  const auto availability = row.make({})->availability();
  if (availability.here()) return console.text("besked.her");
  base::Problems problems;
  problems.add(*availability.missing);
  auto text = base::print_problems(problems, base::ProblemFormat::short_form, console.language);
  const auto after_code = text.find("]: ");
  text = after_code == std::string::npos ? text : text.substr(after_code + 3);
  return console.text("besked.ikke-her", {{"grund", text.substr(0, text.find('\n'))}});
}

ExitCode list_engines(const Console& console) {
  for (const auto& row : pdf::engine_table()) {
    console.say(fmt::format("{:<12} {}", row.name, row.about(console.language)));
    console.say(fmt::format("{:<12} {}", "", state_of(row, console)));
  }
  return ExitCode::fine;
}

}  // namespace

Action describe_engines(CLI::App& /*command*/, const Console& /*texts*/) { return list_engines; }

}  // namespace commands
