#include <fmt/format.h>

#include "base/suggest.h"
#include "commands/command_table.h"
#include "plan/kinds.h"

namespace commands {

namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

base::Problem unknown_type(const std::string& type, const plan::Kinds& kinds, const Console& console) {
  const auto types = kinds.types();
  base::Problem problem{.code = "kommando.ukendt-navn",
                        .arguments = {{"hvad", console.text("hvad.plantype")}, {"navn", type}, {"valg", joined(types)}},
                        .where = {},
                        .hints = {}};
  if (const auto near = base::nearest_word(type, types)) problem.hints.push_back(base::did_you_mean(*near));
  return problem;
}

ExitCode list_kinds(const Console& console) {
  const auto kinds = plan::Kinds::built_in();
  for (const auto& type : kinds.types()) console.say(fmt::format("{:<16} {}", type, kinds.find(type)->title));
  return ExitCode::fine;
}

ExitCode print_schema(const std::string& type, const Console& console) {
  const auto kinds = plan::Kinds::built_in();
  if (const auto* kind = kinds.find(type)) {
    fmt::print(console.out, "{}", kind->schema_text);
    return ExitCode::fine;
  }
  base::Problems problems;
  problems.add(unknown_type(type, kinds, console));
  console.report(problems);
  return ExitCode::wrong_use;
}

}  // namespace

Action describe_kinds(CLI::App& /*command*/, const Console& /*texts*/) { return list_kinds; }

Action describe_schema(CLI::App& command, const Console& texts) {
  const auto type = std::make_shared<std::string>();
  command.add_option("TYPE", *type, texts.text("hjaelp.schema.type"))->required();
  return [type](const Console& console) { return print_schema(*type, console); };
}

}  // namespace commands
