#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace test_support {

/// How a program ended and what it wrote.
struct ProgramRun {
  int exit_code = -1;  ///< 128 + signal when a signal ended it.
  std::string out;
  std::string err;
};

/// What to run, where, and with which variables added to the environment (`NAME=value`).
struct ProgramCall {
  std::vector<std::string> arguments;  ///< The program first; looked up in PATH when it has no slash.
  std::filesystem::path folder = ".";
  std::vector<std::string> environment;
};

/// Runs a program to its end, standard input empty.
ProgramRun run_program(const ProgramCall& call);

}  // namespace test_support
