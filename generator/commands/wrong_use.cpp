#include "commands/wrong_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/suggest.h"

namespace commands {

namespace {

/// The command whose options the mistake is about: the chosen one, else the program itself.
const CLI::App& blamed_app(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : *chosen.front();
}

base::Problem wrong(std::string code, std::vector<base::Argument> arguments) {
  return {.code = std::move(code), .arguments = std::move(arguments), .where = {}, .hints = {}};
}

base::Problem suggesting(base::Problem problem, const std::string& word, const std::vector<std::string>& known,
                         const std::string& before = "") {
  if (const auto near = base::nearest_word(word, known)) problem.hints.push_back(base::did_you_mean(before + *near));
  return problem;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> words;
  for (const auto* command : app.get_subcommands({})) words.push_back(command->get_name());
  return words;
}

/// Without their dashes, which all of them have: they make no two names alike.
std::vector<std::string> option_names_of(const CLI::App& app) {
  std::vector<std::string> words;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) words.push_back(name);
  }
  return words;
}

base::Problem unknown_word(const CLI::App& app, const std::string& word) {
  const auto& blamed = blamed_app(app);
  if (word.starts_with('-')) {
    const auto name = word.substr(0, word.find('='));
    const auto bare_name = name.substr(std::min(name.find_first_not_of('-'), name.size()));
    return suggesting(wrong("kommando.ukendt-tilvalg", {{"ord", name}, {"kommando", help_of(app)}}), bare_name,
                      option_names_of(blamed), "--");
  }
  if (&blamed != &app) return wrong("kommando.for-mange-ord", {{"ord", word}, {"kommando", help_of(app)}});
  const auto known = commands_of(app);
  return suggesting(wrong("kommando.ukendt-kommando", {{"ord", word}, {"valg", fmt::format("{}", fmt::join(known, ", "))}}),
                    word, known);
}

std::optional<base::Problem> missing(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : blamed_app(app).get_options()) {
    if (!option->get_required() || option->count() > 0) continue;
    const auto& short_names = option->get_snames();
    names.push_back(short_names.empty() ? option->get_name() : "-" + short_names.front());
  }
  if (names.empty()) return std::nullopt;
  return wrong("kommando.mangler", {{"navne", fmt::format("{}", fmt::join(names, ", "))}, {"kommando", help_of(app)}});
}

/// The option that the parser names at the beginning of its own message, `--out: …`.
std::string option_named_in(const CLI::ParseError& error) {
  const std::string_view text = error.what();
  const auto colon = text.find(':');
  return colon == std::string_view::npos ? std::string() : std::string(text.substr(0, colon));
}

base::Problem wrong_count(const CLI::App& app, const CLI::ParseError& error) {
  const auto name = option_named_in(error);
  const auto* option = blamed_app(app).get_option_no_throw(name);
  const bool too_often = option != nullptr && option->count() > 1;
  return wrong(too_often ? "kommando.flere-gange" : "kommando.uden-vaerdi", {{"tilvalg", name}});
}

}  // namespace

base::Problem problem_of(const CLI::App& app, const CLI::ParseError& error) {
  const auto left_over = app.remaining(true);
  if (!left_over.empty()) return unknown_word(app, left_over.front());
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return wrong_count(app, error);
  if (app.get_subcommands().empty()) return wrong("kommando.ingen-kommando", {});
  if (auto problem = missing(app)) return *std::move(problem);
  return wrong("kommando.uforstaaelig", {{"grund", error.what()}});
}

void refuse_empty_values(const CLI::App& app) {
  for (const auto* option : blamed_app(app).get_options()) {
    if (option->count() > 0 && option->results().front().empty() && option->get_expected_max() > 0)
      throw WrongUse(wrong("kommando.uden-vaerdi", {{"tilvalg", option->get_name()}}));
  }
}

std::string help_of(const CLI::App& app) {
  const auto& blamed = blamed_app(app);
  return &blamed == &app ? "vejviser" : "vejviser " + blamed.get_name();
}

}  // namespace commands
