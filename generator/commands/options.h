#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "commands/console.h"

namespace commands {

/// Adds options to a command: their help is `hjaelp.<text>` in the message table, their kind of value a word of
/// `hjaelp.ord.*`, and a value that cannot be is refused in the reader's language (WrongUse).
class OptionAdder {
 public:
  OptionAdder(CLI::App& command, const Console& texts) : command_(command), texts_(texts) {}

  /// An option or (without dashes) a word in its place; `kind` names the value in the help, such as `FIL`, or is empty.
  CLI::Option* text(const std::string& name, std::string& target, const std::string& help, const std::string& kind);

  /// Words in their place, any number of them.
  CLI::Option* texts(const std::string& name, std::vector<std::string>& target, const std::string& help);

  /// An option with one of some words.
  CLI::Option* choice(const std::string& name, std::string& target, const std::string& help,
                      const std::vector<std::string>& words);

  /// An option with a whole number between two others.
  CLI::Option* number(const std::string& name, std::size_t& target, const std::string& help, std::size_t most);

  /// `--format`, `--date`, `--site` and `--engine`, which several commands have.
  CLI::Option* format(std::string& target);
  CLI::Option* date(std::string& target);
  CLI::Option* site(std::string& target, const std::string& help = "site");
  CLI::Option* engine(std::string& target);

 private:
  [[nodiscard]] std::string word(const std::string& code) const { return texts_.text("hjaelp.ord." + code); }

  CLI::App& command_;
  const Console& texts_;
};

/// The form of problems that a word of `--format` means.
base::ProblemFormat format_of(std::string_view word);

}  // namespace commands
