#include "base/problem_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/cpr.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "base/whole_source.h"

namespace base {

namespace {

/// A source line longer than this is shown as a window around the place, in code points.
constexpr std::size_t kLineWindow = 100;

/// No personal number takes more code points, escapes of JSON and blanks told; so one cut by the window is masked too.
constexpr std::size_t kNumberReach = 100;

std::string_view severity_word(Severity severity, Language language) {
  const bool danish = language == Language::danish;
  switch (severity) {
    case Severity::error: return danish ? "fejl" : "error";
    case Severity::warning: return danish ? "advarsel" : "warning";
    case Severity::advice: return danish ? "råd" : "advice";
  }
  return "";
}

const MessageText& find_text(std::string_view code, Language language) {
  static const MessageText missing{.text = "({code} has no text)", .mend = {}};
  const auto& table = messages(language);
  const auto found = table.find(code);
  return found == table.end() ? missing : found->second;
}

std::string message_of(const Problem& problem, Language language) {
  return fill_in(find_text(problem.code, language).text, printable(problem.arguments));
}

std::vector<std::string> mends_of(const Problem& problem, Language language) {
  std::vector<std::string> mends;
  const auto& own = find_text(problem.code, language).mend;
  if (!own.empty()) mends.push_back(fill_in(own, printable(problem.arguments)));
  for (const auto& hint : problem.hints)
    mends.push_back(fill_in(find_text(hint.code, language).text, printable(hint.arguments)));
  return mends;
}

struct Excerpt {
  std::string line;
  std::size_t indent = 0;  ///< Code points before the first marked one.
  std::size_t marked = 1;  ///< Code points to mark, at least one.
};

/// An object or list that is longer than the window is marked at its bracket alone.
bool is_long_container(const Span& where) {
  const auto& text = where.source->text;
  return where.end - where.begin > kLineWindow && where.begin < text.size() &&
         (text[where.begin] == '{' || text[where.begin] == '[');
}

Excerpt excerpt_of(const Span& where) {
  const auto line = where.source->line_at(where.begin);
  const auto line_begin = static_cast<std::size_t>(line.data() - where.source->text.data());
  const auto offset = std::min(std::max<std::size_t>(where.begin, line_begin) - line_begin, line.size());
  // Only what stands around the place is looked at: a file may be one line of any length with any number of problems.
  const bool whole = line.size() <= 4 * kLineWindow && code_point_count(line) <= kLineWindow;
  const auto room_before = whole ? kLineWindow : kLineWindow / 2;
  const auto lead = last_code_points(line.substr(0, offset), room_before + kNumberReach);
  const auto lead_count = code_point_count(lead);
  const auto indent = std::min(lead_count, room_before);
  const auto around = code_point_window(line.substr(offset - lead.size()), 0, kLineWindow + 2 * kNumberReach);
  const auto masked = mask_personal_numbers(std::string(around));
  const auto wanted = where.end > where.begin && !is_long_container(where) ? where.end - where.begin : 1;
  const auto marked = code_point_count(code_point_window(line.substr(offset, wanted), 0, kLineWindow - indent));
  return {printable(code_point_window(masked, lead_count - indent, kLineWindow)), indent, std::max<std::size_t>(1, marked)};
}

std::string marked_line(const Span& where, std::size_t line) {
  const auto excerpt = excerpt_of(where);
  const auto number = fmt::format("{:>5}", line);
  return fmt::format("{} | {}\n{:>{}} | {:{}}{:^>{}}\n", number, excerpt.line, "", number.size(), "", excerpt.indent, "",
                     excerpt.marked);
}

bool has_source(const Problem& problem) { return problem.where && problem.where->source; }
bool has_place(const Problem& problem) { return has_source(problem) && problem.where->begin != kWholeSource; }

std::string place(const Problem& problem) {
  if (!has_source(problem)) return "";
  if (!has_place(problem)) return printable(problem.where->source->name) + ": ";
  const auto at = problem.where->source->position(problem.where->begin);
  return fmt::format("{}:{}:{}: ", printable(problem.where->source->name), at.line, at.column);
}

std::string short_form(const Problem& problem, Language language) {
  return fmt::format("{}{}[{}]: {}\n", place(problem), severity_word(problem.severity, language), problem.code,
                     message_of(problem, language));
}

std::string long_form(const Problem& problem, Language language) {
  auto text = short_form(problem, language);
  if (has_place(problem) && !problem.where->source->text.empty()) {
    text += marked_line(*problem.where, problem.where->source->position(problem.where->begin).line);
  }
  const auto* word = language == Language::danish ? "rettelse" : "mend";
  for (const auto& mend : mends_of(problem, language)) text += fmt::format("      = {}: {}\n", word, mend);
  return text;
}

std::string json_form(const Problem& problem, Language language) {
  constexpr std::array kSeverities{"error", "warning", "advice"};
  nlohmann::ordered_json json{{"severity", kSeverities.at(static_cast<std::size_t>(problem.severity))},
                              {"code", problem.code},
                              {"message", message_of(problem, language)}};
  if (has_source(problem)) json["file"] = problem.where->source->name;
  if (has_place(problem)) {
    const auto& where = *problem.where;
    const auto begin = where.source->position(where.begin);
    const auto end = where.source->position(where.end);
    json["line"] = begin.line;
    json["column"] = begin.column;
    json["endLine"] = end.line;
    json["endColumn"] = end.column;
  }
  json["mend"] = mends_of(problem, language);
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string print_problem(const Problem& problem, ProblemFormat format, Language language) {
  switch (format) {
    case ProblemFormat::long_form: return mask_personal_numbers(long_form(problem, language));
    case ProblemFormat::short_form: return mask_personal_numbers(short_form(problem, language));
    case ProblemFormat::json: return mask_personal_numbers(json_form(problem, language));
  }
  return {};
}

std::string print_problems(const Problems& problems, ProblemFormat format, Language language) {
  std::string text;
  for (const auto& problem : in_reading_order(problems)) text += print_problem(problem, format, language);
  return text;
}

}  // namespace base
