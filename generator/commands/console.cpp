#include "commands/console.h"

#include <fmt/format.h>

#include <unordered_set>

#include "base/printable.h"

namespace commands {

std::string Console::text(std::string_view code, const std::vector<base::Argument>& arguments) const {
  const auto& table = base::messages(language);
  const auto found = table.find(code);
  return found == table.end() ? std::string(code) : base::fill_in(found->second.text, base::printable(arguments));
}

void Console::say(std::string_view line) const { fmt::print(out, "{}\n", line); }

void Console::tell(std::string_view line) const { fmt::print(err, "{}\n", line); }

void Console::report(const base::Problems& problems) const {
  const bool for_programs = problem_format == base::ProblemFormat::json;
  // A mistake in the theme turns up with every plan; once is enough.
  std::unordered_set<std::string> said;
  for (const auto& problem : base::in_reading_order(problems)) {
    const auto [text, is_new] = said.insert(base::print_problem(problem, problem_format, language));
    if (is_new) fmt::print(for_programs ? out : err, "{}", *text);
  }
}

ExitCode Console::conclude(const base::Problems& problems) const {
  report(problems);
  return exit_code_of(problems);
}

}  // namespace commands
