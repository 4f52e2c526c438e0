#include "commands/exit_code.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

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

TEST_CASE("what is to blame follows from the code") {
  using commands::ExitCode;
  const std::vector<std::pair<const char*, ExitCode>> rows{{"pdf.disk", ExitCode::world_failed},
                                                           {"pdf.kommando.fejlede", ExitCode::world_failed},
                                                           {"pdf.wkhtmltopdf.gik-ned", ExitCode::world_failed},
                                                           {"pdf.motor.ingen", ExitCode::world_failed},
                                                           {"line.uventet", ExitCode::world_failed},
                                                           {"pdf.motor.ukendt", ExitCode::wrong_use},
                                                           {"theme.ukendt", ExitCode::wrong_use},
                                                           {"theme.navn", ExitCode::wrong_use},
                                                           {"kommando.forkert-dato", ExitCode::wrong_use},
                                                           {"kommando.intet-at-laese", ExitCode::input_problems},
                                                           {"pdf.ressource.fremmed", ExitCode::input_problems},
                                                           {"min-plan.tekst.cpr", ExitCode::input_problems}};
  for (const auto& [code, expected] : rows) {
    INFO(code);
    CHECK(commands::exit_code_of(found({{base::Severity::error, code}})) == expected);
  }
}
