#include "commands/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/suggest.h"
#include "commands/wrong_use.h"

namespace commands {

namespace {

[[noreturn]] void refuse(std::string code, std::vector<base::Argument> arguments, std::vector<base::Hint> hints = {}) {
  throw WrongUse({.code = std::move(code), .arguments = std::move(arguments), .where = {}, .hints = std::move(hints)});
}

/// The long one of an option's names: `--output` of `-o,--output`.
std::string long_name(const std::string& name) {
  const auto comma = name.find(',');
  return comma == std::string::npos ? name : name.substr(comma + 1);
}

std::string check_choice(const std::string& option, const std::string& value, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), value) != words.end()) return "";
  std::vector<base::Hint> hints;
  if (const auto near = base::nearest_word(value, words)) hints.push_back(base::did_you_mean(*near));
  refuse("kommando.ukendt-vaerdi",
         {{"tilvalg", option}, {"vaerdi", value}, {"valg", fmt::format("{}", fmt::join(words, ", "))}}, std::move(hints));
}

std::string check_number(const std::string& option, const std::string& value, std::size_t most) {
  std::size_t number = 0;
  const auto* end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error == std::errc() && rest == end && number >= 1 && number <= most) return "";
  refuse("kommando.uden-for-graenser", {{"tilvalg", option}, {"vaerdi", value}, {"hoejst", std::to_string(most)}});
}

std::string check_date(const std::string& value) {
  if (value.empty() || base::parse_date(value)) return "";
  refuse("kommando.forkert-dato", {{"vaerdi", value}});
}

}  // namespace

CLI::Option* OptionAdder::text(const std::string& name, std::string& target, const std::string& help,
                               const std::string& kind) {
  return command_.add_option(name, target, texts_.text("hjaelp." + help))->type_name(kind.empty() ? kind : word(kind));
}

CLI::Option* OptionAdder::texts(const std::string& name, std::vector<std::string>& target, const std::string& help) {
  return command_.add_option(name, target, texts_.text("hjaelp." + help))->type_name("");
}

CLI::Option* OptionAdder::choice(const std::string& name, std::string& target, const std::string& help,
                                 const std::vector<std::string>& words) {
  const auto check = [name = long_name(name), words](const std::string& value) { return check_choice(name, value, words); };
  return command_.add_option(name, target, texts_.text("hjaelp." + help))
      ->type_name(fmt::format("{}", fmt::join(words, "|")))
      ->check(check);
}

CLI::Option* OptionAdder::number(const std::string& name, std::size_t& target, const std::string& help, std::size_t most) {
  const auto check = [name = long_name(name), most](const std::string& value) { return check_number(name, value, most); };
  return command_.add_option(name, target, texts_.text("hjaelp." + help))->type_name(word("ANTAL"))->check(check);
}

CLI::Option* OptionAdder::format(std::string& target) {
  return choice("--format", target, "format", {"long", "short", "json"})->capture_default_str();
}

CLI::Option* OptionAdder::date(std::string& target) { return text("--date", target, "date", "DATO")->check(check_date); }

CLI::Option* OptionAdder::site(std::string& target, const std::string& help) { return text("--site", target, help, "FIL"); }

CLI::Option* OptionAdder::engine(std::string& target) { return text("--engine", target, "engine", "MOTOR"); }

base::ProblemFormat format_of(std::string_view word) {
  return word == "json"    ? base::ProblemFormat::json
         : word == "short" ? base::ProblemFormat::short_form
                           : base::ProblemFormat::long_form;
}

}  // namespace commands
