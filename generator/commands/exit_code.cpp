#include "commands/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace commands {

namespace {

/// Codes that begin so blame the machine, not the input.
constexpr std::array<std::string_view, 4> kWorldCodes{"publish.", "pdf.motor.", "sats.skrift.", "base.fil.kan-ikke-laeses"};

bool blames_world(const base::Problem& problem) {
  return std::any_of(kWorldCodes.begin(), kWorldCodes.end(), [&](auto prefix) { return problem.code.starts_with(prefix); });
}

}  // namespace

ExitCode exit_code_of(const base::Problems& problems) {
  auto code = ExitCode::fine;
  for (const auto& problem : problems) {
    if (problem.severity != base::Severity::error) continue;
    if (blames_world(problem)) return ExitCode::world_failed;
    code = ExitCode::input_problems;
  }
  return code;
}

}  // namespace commands
