#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <span>
#include <string_view>

#include "commands/console.h"

namespace commands {

/// What the chosen command does once the whole command line has been understood.
using Action = std::function<ExitCode(const Console&)>;

/// One command of the program. Its help texts stand in the message table under `hjaelp.<name>`.
struct Command {
  std::string_view name;
  /// Adds the command's options to its own app and gives what to do with them.
  Action (*describe)(CLI::App& command, const Console& texts);
};

/// Every command in the order that help lists them.
std::span<const Command> command_table();

Action describe_build(CLI::App& command, const Console& texts);
Action describe_check(CLI::App& command, const Console& texts);
Action describe_render(CLI::App& command, const Console& texts);
Action describe_new(CLI::App& command, const Console& texts);
Action describe_kinds(CLI::App& command, const Console& texts);
Action describe_schema(CLI::App& command, const Console& texts);
Action describe_themes(CLI::App& command, const Console& texts);
Action describe_engines(CLI::App& command, const Console& texts);

}  // namespace commands
