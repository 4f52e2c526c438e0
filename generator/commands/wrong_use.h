#pragma once

#include <CLI/App.hpp>
#include <exception>

#include "base/problem.h"

namespace commands {

/// Thrown out of the parser by an option that cannot have the value it was given; caught where the command line is read.
class WrongUse final : public std::exception {
 public:
  explicit WrongUse(base::Problem problem) : problem_(std::move(problem)) {}

  [[nodiscard]] const base::Problem& problem() const { return problem_; }
  [[nodiscard]] const char* what() const noexcept override { return problem_.code.c_str(); }

 private:
  base::Problem problem_;
};

/// What is wrong with a command line that the parser refused, in our words: an unknown command or option with the nearest
/// one, something that is missing, or something that is there too often.
base::Problem problem_of(const CLI::App& app, const CLI::ParseError& error);

/// The first option that was given an empty value, such as `--date ""` from a variable that was never set.
void refuse_empty_values(const CLI::App& app);

/// How a command is called for help: `vejviser build`, or `vejviser` when none was chosen.
std::string help_of(const CLI::App& app);

}  // namespace commands
