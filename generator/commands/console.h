#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "commands/exit_code.h"

namespace commands {

/// Where a command talks to its user, and in which language.
struct Console {
  base::Language language = base::Language::danish;
  base::ProblemFormat problem_format = base::ProblemFormat::long_form;
  std::FILE* out = stdout;
  std::FILE* err = stderr;

  /// The text of a code of the message table, its `{name}`s filled in.
  [[nodiscard]] std::string text(std::string_view code, const std::vector<base::Argument>& arguments = {}) const;

  /// Prints a line on the output stream.
  void say(std::string_view line) const;

  /// Prints a line on the error stream.
  void tell(std::string_view line) const;

  /// Prints problems (JSON ones to the output stream, for programs; others to the error stream).
  void report(const base::Problems& problems) const;

  /// Reports problems and gives the exit code they ask for.
  [[nodiscard]] ExitCode conclude(const base::Problems& problems) const;
};

}  // namespace commands
