#include "commands/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace commands {

namespace {

/// Codes that begin so blame something other than the input; the first row that fits decides.
struct Blame {
  std::string_view prefix;
  ExitCode code;
};
constexpr std::array kBlames{
    Blame{"kommando.intet-at-laese", ExitCode::input_problems},
    Blame{"kommando.", ExitCode::wrong_use},
    Blame{"pdf.motor.ukendt", ExitCode::wrong_use},
    Blame{"theme.ukendt", ExitCode::wrong_use},
    Blame{"theme.navn", ExitCode::wrong_use},
    Blame{"pdf.motor.", ExitCode::world_failed},
    Blame{"pdf.disk", ExitCode::world_failed},
    Blame{"pdf.kommando.", ExitCode::world_failed},
    Blame{"pdf.wkhtmltopdf.", ExitCode::world_failed},
    Blame{"publish.", ExitCode::world_failed},
    Blame{"sats.skrift.", ExitCode::world_failed},
    Blame{"sats.pdf.efterarbejde", ExitCode::world_failed},
    Blame{"base.fil.kan-ikke-laeses", ExitCode::world_failed},
    Blame{"line.uventet", ExitCode::world_failed},
};

/// A theme that a file names is that file's mistake; one without a place was named on the command line.
bool is_named_in_file(const base::Problem& problem) { return problem.code == "theme.ukendt" && problem.where; }

ExitCode blame_of(const base::Problem& problem) {
  if (is_named_in_file(problem)) return ExitCode::input_problems;
  const auto row =
      std::find_if(kBlames.begin(), kBlames.end(), [&](const Blame& b) { return problem.code.starts_with(b.prefix); });
  return row == kBlames.end() ? ExitCode::input_problems : row->code;
}

}  // namespace

ExitCode exit_code_of(const base::Problems& problems) {
  auto code = ExitCode::fine;
  for (const auto& problem : problems) {
    if (problem.severity == base::Severity::error) code = std::max(code, blame_of(problem));
  }
  return code;
}

}  // namespace commands
