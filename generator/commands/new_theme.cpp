#include <filesystem>

#include "commands/command_table.h"
#include "commands/options.h"
#include "publish/atomic_file.h"
#include "theme/skeleton.h"
#include "theme/theme_folders.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

struct NewOptions {
  std::string what;
  std::string name;
};

ExitCode make_theme(const NewOptions& options, const Console& console) {
  base::Problems problems;
  const auto folder = fs::path(options.name + "/").lexically_normal().parent_path();
  std::error_code failed;
  if (fs::exists(folder, failed)) {
    problems.add({.code = "kommando.findes-allerede", .arguments = {{"sti", options.name}}, .where = {}, .hints = {}});
    return console.conclude(problems);
  }
  const auto name = folder.filename().string();
  if (theme::builtin_folders().contains(name)) {
    problems.add({.code = "kommando.indbygget-tema", .arguments = {{"navn", name}}, .where = {}, .hints = {}});
    return console.conclude(problems);
  }
  const auto files = theme::skeleton(name, problems);
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
  OptionAdder add(command, texts);
  add.choice(texts.text("hjaelp.ord.HVAD"), options->what, "new.what", {"theme"})->type_name("")->required();
  add.text(texts.text("hjaelp.ord.NAVN"), options->name, "new.name", "")->required();
  return [options](const Console& console) { return make_theme(*options, console); };
}

}  // namespace commands
