#include <filesystem>

#include "commands/command_table.h"
#include "publish/atomic_file.h"
#include "theme/skeleton.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

struct NewOptions {
  std::string what;
  std::string name;
};

ExitCode make_theme(const NewOptions& options, const Console& console) {
  base::Problems problems;
  const fs::path folder(options.name);
  std::error_code failed;
  if (fs::exists(folder, failed)) {
    problems.add({.code = "kommando.findes-allerede", .arguments = {{"sti", options.name}}, .where = {}, .hints = {}});
    return console.conclude(problems);
  }
  const auto files = theme::skeleton(folder.filename().string(), problems);
  if (!files) return console.conclude(problems);
  for (const auto& file : *files) {
    if (!publish::write_atomically(folder / file.path, file.bytes, problems)) return console.conclude(problems);
  }
  console.tell(console.text("besked.tema-lavet", {{"mappe", options.name}}));
  return ExitCode::fine;
}

}  // namespace

Action describe_new(CLI::App& command, const Console& texts) {
  const auto options = std::make_shared<NewOptions>();
  command.add_option("WHAT", options->what, texts.text("hjaelp.new.what"))->required()->check(CLI::IsMember({"theme"}));
  command.add_option("NAME", options->name, texts.text("hjaelp.new.name"))->required();
  return [options](const Console& console) { return make_theme(*options, console); };
}

}  // namespace commands
