#include "base/problem_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/cpr.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "base/whole_source.h"

namespace base {

namespace {

/// A source line longer than this is shown as a window around the place, in code points.
constexpr std::size_t kLineWindow = 100;

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
  const auto& text = where.source->text;
  const auto line = without_byte_order_mark(where.source->line_at(where.begin));
  const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
  const auto offset = std::max(line_begin, std::min<std::size_t>(where.begin, text.size())) - line_begin;
  const auto before = line.substr(0, std::min(offset, line.size()));
  const auto wanted = where.end > where.begin && !is_long_container(where) ? where.end - where.begin : 1;
  const auto length = std::min<std::size_t>(wanted, line.size() - before.size());
  const auto indent = code_point_count(before);
  const auto marked = std::max<std::size_t>(1, code_point_count(line.substr(before.size(), length)));
  if (code_point_count(line) <= kLineWindow) return {printable(line), indent, marked};
  const auto start = indent > kLineWindow / 2 ? indent - kLineWindow / 2 : 0;
  const auto window = code_point_window(line, start, kLineWindow);
  return {printable(window), indent - start, std::min(marked, kLineWindow - (indent - start))};
}

std::string marked_line(const Span& where, std::size_t line) {
  const auto excerpt = excerpt_of(where);
  const auto number = fmt::format("{:>5}", line);
  return fmt::format("{} | {}\n{:>{}} | {:{}}{:^>{}}\n", number, excerpt.line, "", number.size(), "", excerpt.indent, "",
                     excerpt.marked);
}

bool has_source(const Problem& problem) { return problem.where && problem.where->source; }
bool has_place(const Problem& problem) { return has_source(problem) && problem.where->begin != kWholeSource; }

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

}  // namespace

Position ProblemPrinter::position(const Source& source, std::uint32_t offset) {
  auto& starts = line_starts_[source];
  if (starts.empty()) starts = find_line_starts(source->text);
  offset = std::min(offset, static_cast<std::uint32_t>(source->text.size()));
  const auto line = std::prev(std::upper_bound(starts.begin(), starts.end(), offset));
  const auto before = without_byte_order_mark(std::string_view(source->text).substr(*line, offset - *line));
  return {static_cast<std::size_t>(line - starts.begin()) + 1, code_point_count(before) + 1};
}

std::string ProblemPrinter::place(const Problem& problem) {
  if (!has_source(problem)) return "";
  if (!has_place(problem)) return printable(problem.where->source->name) + ": ";
  const auto at = position(problem.where->source, problem.where->begin);
  return fmt::format("{}:{}:{}: ", printable(problem.where->source->name), at.line, at.column);
}

std::string ProblemPrinter::short_form(const Problem& problem) {
  return fmt::format("{}{}[{}]: {}\n", place(problem), severity_word(problem.severity, language_), problem.code,
                     message_of(problem, language_));
}

std::string ProblemPrinter::long_form(const Problem& problem) {
  auto text = short_form(problem);
  if (has_place(problem) && !problem.where->source->text.empty()) {
    text += marked_line(*problem.where, position(problem.where->source, problem.where->begin).line);
  }
  const auto* word = language_ == Language::danish ? "rettelse" : "mend";
  for (const auto& mend : mends_of(problem, language_)) text += fmt::format("      = {}: {}\n", word, mend);
  return text;
}

std::string ProblemPrinter::json_form(const Problem& problem) {
  constexpr std::array kSeverities{"error", "warning", "advice"};
  nlohmann::ordered_json json{{"severity", kSeverities.at(static_cast<std::size_t>(problem.severity))},
                              {"code", problem.code},
                              {"message", message_of(problem, language_)}};
  if (has_source(problem)) json["file"] = problem.where->source->name;
  if (has_place(problem)) {
    const auto& where = *problem.where;
    const auto begin = position(where.source, where.begin);
    const auto end = position(where.source, where.end);
    json["line"] = begin.line;
    json["column"] = begin.column;
    json["endLine"] = end.line;
    json["endColumn"] = end.column;
  }
  json["mend"] = mends_of(problem, language_);
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string ProblemPrinter::print(const Problem& problem) {
  switch (format_) {
    case ProblemFormat::long_form: return mask_personal_numbers(long_form(problem));
    case ProblemFormat::short_form: return mask_personal_numbers(short_form(problem));
    case ProblemFormat::json: return mask_personal_numbers(json_form(problem));
  }
  return {};
}

std::string print_problem(const Problem& problem, ProblemFormat format, Language language) {
  return ProblemPrinter(format, language).print(problem);
}

std::string print_problems(const Problems& problems, ProblemFormat format, Language language) {
  ProblemPrinter printer(format, language);
  std::string text;
  for (const auto& problem : problems) text += printer.print(problem);
  return text;
}

}  // namespace base
