#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <optional>

#include "base/suggest.h"
#include "commands/command_table.h"

namespace commands {

namespace {

/// `--lang` decides the language of the help itself, so it is looked for before the command line is understood.
base::Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const auto& word = arguments[i];
    const bool separate = word == "--lang" && i + 1 < arguments.size();
    const auto value = separate ? arguments[i + 1] : word.starts_with("--lang=") ? word.substr(7) : "";
    if (value == "da") return base::Language::danish;
    if (value == "en") return base::Language::english;
  }
  return base::language_from_environment();
}

void put_help_in_language(CLI::App& app, const Console& console) {
  const auto formatter = app.get_formatter();
  for (const auto* word :
       {"Usage", "Options", "Positionals", "Subcommands", "OPTIONS", "SUBCOMMAND", "REQUIRED", "TEXT", "Needs"}) {
    formatter->label(word, console.text(fmt::format("hjaelp.ord.{}", word)));
  }
  app.option_defaults()->group(console.text("hjaelp.ord.Options"));
  app.set_help_flag("-h,--help", console.text("hjaelp.hjaelp"))->group(console.text("hjaelp.ord.Options"));
}

void add_common_options(CLI::App& app, const Console& console, std::string& language) {
  put_help_in_language(app, console);
  app.add_option("--lang", language, console.text("hjaelp.lang"))->check(CLI::IsMember({"da", "en"}));
}

std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const auto* command : app.get_subcommands({})) words.push_back(command->get_name());
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

/// The command whose options the mistake is about: the chosen one, else the program itself.
const CLI::App& blamed_app(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : *chosen.front();
}

std::optional<std::string> first_unknown_word(const CLI::App& app) {
  const auto left_over = app.remaining(true);
  return left_over.empty() ? std::nullopt : std::optional(left_over.front());
}

ExitCode explain_wrong_use(const CLI::App& app, const CLI::ParseError& error, const Console& console) {
  const auto& blamed = blamed_app(app);
  const auto unknown = first_unknown_word(app);
  console.tell("vejviser: " +
               (unknown ? console.text("kommando.ukendt-ord", {{"ord", *unknown}}) : std::string(error.what())));
  const auto near = unknown ? base::nearest_word(*unknown, known_words(blamed)) : std::nullopt;
  if (near) console.tell("  " + console.text("base.mente-du", {{"forslag", *near}}));
  const auto command = &blamed == &app ? std::string("vejviser") : "vejviser " + blamed.get_name();
  console.tell("  " + console.text("kommando.se-hjaelp", {{"kommando", command}}));
  return ExitCode::wrong_use;
}

/// A chosen command's action beside its app.
struct DescribedCommand {
  CLI::App* app;
  Action action;
};

std::vector<DescribedCommand> describe_commands(CLI::App& app, const Console& console, std::string& language) {
  std::vector<DescribedCommand> described;
  for (const auto& row : command_table()) {
    auto* command = app.add_subcommand(std::string(row.name), console.text(fmt::format("hjaelp.{}", row.name)));
    command->group(console.text("hjaelp.ord.Subcommands"));
    add_common_options(*command, console, language);
    described.push_back({command, row.describe(*command, console)});
    command->footer(console.text(fmt::format("hjaelp.{}.eksempler", row.name)));
  }
  return described;
}

}  // namespace

ExitCode run_command_line(const std::vector<std::string>& arguments) {
  const Console console{.language = language_of(arguments)};
  CLI::App app(console.text("hjaelp.program"), "vejviser");
  std::string language;
  add_common_options(app, console, language);
  app.set_version_flag("--version", "vejviser " VEJVISER_VERSION, console.text("hjaelp.version"));
  app.require_subcommand(1);
  app.footer(console.text("hjaelp.eksempler"));
  const auto commands = describe_commands(app, console, language);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  if (!reversed.empty()) reversed.pop_back();
  try {
    app.parse(reversed);
  } catch (const CLI::Success& asked_for_text) {
    return static_cast<ExitCode>(app.exit(asked_for_text));
  } catch (const CLI::ParseError& error) {
    if (arguments.size() < 2) {
      console.tell(app.help());
      return ExitCode::wrong_use;
    }
    return explain_wrong_use(app, error, console);
  }
  const auto chosen =
      std::find_if(commands.begin(), commands.end(), [](const auto& command) { return command.app->parsed(); });
  try {
    return chosen->action(console);
  } catch (const std::exception& unforeseen) {
    base::Problems problems;
    problems.add({.code = "line.uventet",
                  .arguments = {{"navn", chosen->app->get_name()}, {"aarsag", unforeseen.what()}},
                  .where = {},
                  .hints = {}});
    return console.conclude(problems);
  }
}

}  // namespace commands
