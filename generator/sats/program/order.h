#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "sats/typeset.h"

namespace sats::program {

enum class Task : std::uint8_t { write_pdf, show_layout, show_help };

/// What the command line asked for.
struct Order {
  Task task = Task::write_pdf;
  std::string html;
  std::string pdf;
  std::vector<std::string> sheets;
  std::vector<std::string> attachments;
  TypesetOptions options;
  base::ProblemFormat format = base::ProblemFormat::long_form;
  base::Language language = base::Language::danish;
  int repeat = 1;  ///< How many times the document is set, to measure it.
};

/// Understands a command line (without the program's name); what is wrong with it is said in problems.
std::optional<Order> read_order(std::span<const std::string> words, base::Problems& problems);

/// What the program can do, in a language.
std::string help(base::Language language);

}  // namespace sats::program
