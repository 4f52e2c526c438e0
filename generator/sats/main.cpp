#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "sats/typeset.h"

namespace {

/// What the command line asked for.
struct Order {
  std::string html;
  std::string pdf;
  std::vector<std::string> sheets;
  bool dump = false;
  int repeat = 1;
  bool valid = true;
};

Order read_order(int count, char** words) {
  Order order;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--dump")
      order.dump = true;
    else if (word == "--css" && i + 1 < count)
      order.sheets.emplace_back(words[++i]);
    else if (word == "--repeat" && i + 1 < count)
      order.repeat = std::atoi(words[++i]);
    else if (word.starts_with("--"))
      order.valid = false;
    else if (order.html.empty())
      order.html = word;
    else if (order.pdf.empty())
      order.pdf = word;
    else
      order.valid = false;
  }
  order.valid = order.valid && !order.html.empty() && (order.dump || !order.pdf.empty());
  return order;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

/// Typesets one HTML file, for trying things: `sats IN.html OUT.pdf [--css FILE]... [--dump] [--repeat N]`.
int main(int count, char** words) {
  const auto order = read_order(count, words);
  if (!order.valid) {
    std::cerr << "sats IN.html OUT.pdf [--css FILE]... [--dump] [--repeat N]\n";
    return 2;
  }
  const auto html = read_file(order.html);
  if (!html) {
    std::cerr << order.html << "?\n";
    return 3;
  }
  std::vector<base::Stylesheet> sheets;
  for (const auto& path : order.sheets) sheets.push_back({path, read_file(path).value_or("")});
  const auto folder = std::filesystem::path(order.html).parent_path();
  const base::DiskFileStore files(folder.empty() ? "." : folder);
  sats::Resources resources(&files);
  sats::TypesetOptions options;
  options.source_name = order.html;
  const auto language = base::language_from_environment();
  if (order.dump) {
    const auto laid = sats::lay_out(*html, sheets, {}, resources, options);
    std::cerr << base::print_problems(laid.problems, base::ProblemFormat::short_form, language);
    if (laid.document) std::cout << sats::dump(*laid.document);
    return laid.problems.has_errors() ? 1 : 0;
  }
  auto result = sats::typeset(*html, sheets, {}, resources, options);
  if (order.repeat > 1) {
    const auto start = std::clock();
    for (int i = 1; i < order.repeat; ++i) result = sats::typeset(*html, sheets, {}, resources, options);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::cerr << seconds * 1000 / (order.repeat - 1) << " ms\n";
  }
  std::cerr << base::print_problems(result.problems, base::ProblemFormat::short_form, language);
  if (result.pdf.empty()) return 1;
  std::ofstream(order.pdf, std::ios::binary) << result.pdf;
  return 0;
}
