#pragma once

#include <string>
#include <vector>

#include "commands/exit_code.h"

namespace commands {

/// Runs the program: `arguments` are the words of the command line, the program's name first.
ExitCode run_command_line(const std::vector<std::string>& arguments);

}  // namespace commands
