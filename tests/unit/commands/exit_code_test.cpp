#include "commands/exit_code.h"

#include <doctest/doctest.h>

namespace {

base::Problems found(std::initializer_list<std::pair<base::Severity, const char*>> list) {
  base::Problems problems;
  for (const auto& [severity, code] : list)
    problems.add({.severity = severity, .code = code, .arguments = {}, .where = {}, .hints = {}});
  return problems;
}

}  // namespace

TEST_CASE("warnings are fine, broken input is 1, a failing world is 3 whatever else there is") {
  using base::Severity;
  using commands::ExitCode;
  CHECK(commands::exit_code_of(found({})) == ExitCode::fine);
  CHECK(commands::exit_code_of(found({{Severity::warning, "publish.disk-fuld"}})) == ExitCode::fine);
  CHECK(commands::exit_code_of(found({{Severity::error, "json.syntaks"}})) == ExitCode::input_problems);
  CHECK(commands::exit_code_of(found({{Severity::error, "json.syntaks"}, {Severity::error, "publish.disk-fuld"}})) ==
        ExitCode::world_failed);
}
