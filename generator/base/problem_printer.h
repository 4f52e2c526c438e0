#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/messages.h"
#include "base/problem.h"

namespace base {

/// The three looks of a problem: with source line and caret, one line for editors, and JSON for programs.
enum class ProblemFormat { long_form, short_form, json };

/// Prints many problems. It remembers where the lines of each source begin, so that a file with many problems stays linear.
class ProblemPrinter {
 public:
  ProblemPrinter(ProblemFormat format, Language language) : format_(format), language_(language) {}

  /// One problem as text; ends with a line break. JSON is one object on one line. Personal numbers are masked.
  std::string print(const Problem& problem);

 private:
  using LineStarts = std::vector<std::uint32_t>;

  Position position(const Source& source, std::uint32_t offset);
  std::string place(const Problem& problem);
  std::string long_form(const Problem& problem);
  std::string short_form(const Problem& problem);
  std::string json_form(const Problem& problem);

  ProblemFormat format_;
  Language language_;
  std::map<Source, LineStarts> line_starts_;
};

/// One problem as text in a language.
std::string print_problem(const Problem& problem, ProblemFormat format, Language language);

/// All problems, one after the other, in the order they were found.
std::string print_problems(const Problems& problems, ProblemFormat format, Language language);

}  // namespace base
