#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>

#include "commands/command_table.h"
#include "commands/options.h"
#include "commands/wrong_use.h"

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
  for (const auto* word : {"Usage", "Options", "Positionals", "Subcommands", "OPTIONS", "SUBCOMMAND", "REQUIRED", "Needs"}) {
    formatter->label(word, console.text(fmt::format("hjaelp.ord.{}", word)));
  }
  app.option_defaults()->group(console.text("hjaelp.ord.Options"));
  app.set_help_flag("-h,--help", console.text("hjaelp.hjaelp"))->group(console.text("hjaelp.ord.Options"));
}

void add_common_options(CLI::App& app, const Console& console, std::string& language) {
  put_help_in_language(app, console);
  OptionAdder(app, console).choice("--lang", language, "lang", {"da", "en"});
}

/// Says what is wrong with the command line and where to read how it should be.
ExitCode explain_wrong_use(const CLI::App& app, base::Problem problem, const Console& console) {
  base::Problems problems;
  problems.add(std::move(problem));
  console.report(problems);
  console.tell(console.text("kommando.se-hjaelp", {{"kommando", help_of(app)}}));
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

/// An exception that nobody foresaw is a problem like others.
ExitCode run(const DescribedCommand& command, const Console& console) {
  try {
    return command.action(console);
  } catch (const std::exception& unforeseen) {
    base::Problems problems;
    problems.add({.code = "line.uventet",
                  .arguments = {{"navn", command.app->get_name()}, {"aarsag", unforeseen.what()}},
                  .where = {},
                  .hints = {}});
    return console.conclude(problems);
  }
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
    refuse_empty_values(app);
  } catch (const CLI::Success& asked_for_text) {
    return static_cast<ExitCode>(app.exit(asked_for_text));
  } catch (const WrongUse& wrong) {
    return explain_wrong_use(app, wrong.problem(), console);
  } catch (const CLI::ParseError& error) {
    if (arguments.size() < 2) {
      console.tell(app.help());
      return ExitCode::wrong_use;
    }
    return explain_wrong_use(app, problem_of(app, error), console);
  }
  const auto chosen =
      std::find_if(commands.begin(), commands.end(), [](const auto& command) { return command.app->parsed(); });
  const auto code = run(*chosen, console);
  if (code == ExitCode::wrong_use) console.tell(console.text("kommando.se-hjaelp", {{"kommando", help_of(app)}}));
  return code;
}

}  // namespace commands
