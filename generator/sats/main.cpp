#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "sats/program/order.h"

namespace {

// As in the program `vejviser`: 1 problems in the input, 2 wrong use, 3 the world failed.
constexpr int kBadInput = 1;
constexpr int kWrongUse = 2;
constexpr int kWorldFailed = 3;

using sats::program::Order;
using sats::program::Task;

/// The files of one folder, which a document and what it names are read from.
struct Place {
  std::filesystem::path folder;
  std::string name;
};

Place place_of(const std::string& path) {
  const std::filesystem::path whole(path);
  return {whole.has_parent_path() ? whole.parent_path() : ".", whole.filename().string()};
}

/// A file that the command line names, with the name that it has there.
std::optional<std::string> read_named(const std::string& path, base::Problems& problems) {
  const auto place = place_of(path);
  return base::DiskFileStore(place.folder).read(place.name, problems);
}

std::string media_type_of(const std::string& name) {
  struct Row {
    std::string_view ending;
    std::string_view type;
  };
  for (const Row& row : {Row{".json", "application/json"},
                         {".xml", "application/xml"},
                         {".csv", "text/csv"},
                         {".txt", "text/plain"},
                         {".html", "text/html"},
                         {".pdf", "application/pdf"}}) {
    if (name.ends_with(row.ending)) return std::string(row.type);
  }
  return "application/octet-stream";
}

bool read_attachments(Order& order, base::Problems& problems) {
  for (const auto& path : order.attachments) {
    auto bytes = read_named(path, problems);
    if (!bytes) continue;
    const auto name = place_of(path).name;
    order.options.attachments.push_back({name, std::move(*bytes), media_type_of(name), ""});
  }
  return !problems.has_errors();
}

void print(const base::Problems& problems, const Order& order) {
  std::cerr << base::print_problems(problems, order.format, order.language);
}

int show_layout(const Order& order, const std::string& html, std::span<const base::Stylesheet> sheets,
                sats::Resources& resources) {
  const auto laid = sats::lay_out(html, sheets, {}, resources, order.options);
  print(laid.problems, order);
  if (laid.document) std::cout << sats::dump(*laid.document);
  return laid.problems.has_errors() ? kBadInput : 0;
}

int write_pdf(const Order& order, const std::string& html, std::span<const base::Stylesheet> sheets,
              sats::Resources& resources) {
  auto result = sats::typeset(html, sheets, {}, resources, order.options);
  if (order.repeat > 1) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 1; i < order.repeat; ++i) result = sats::typeset(html, sheets, {}, resources, order.options);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    std::cerr << spent.count() / (order.repeat - 1) << " ms\n";
  }
  print(result.problems, order);
  if (result.pdf.empty()) return kBadInput;
  std::ofstream out(order.pdf, std::ios::binary);
  out << result.pdf;
  out.close();
  if (out) return 0;
  base::Problems problems;
  problems.add({base::Severity::error, "sats.program.kan-ikke-skrives", {{"fil", order.pdf}}, {}, {}});
  print(problems, order);
  return kWorldFailed;
}

int carry_out(Order order) {
  base::Problems problems;
  const auto html = read_named(order.html, problems);
  std::vector<base::Stylesheet> sheets;
  for (const auto& path : order.sheets) sheets.push_back({path, read_named(path, problems).value_or("")});
  if (!html || !read_attachments(order, problems)) {
    print(problems, order);
    return kWorldFailed;
  }
  const base::DiskFileStore files(place_of(order.html).folder);
  sats::Resources resources(&files);
  order.options.source_name = order.html;
  return order.task == Task::show_layout ? show_layout(order, *html, sheets, resources)
                                         : write_pdf(order, *html, sheets, resources);
}

}  // namespace

/// Typesets one HTML file, for trying things; `sats --help` says how.
int main(int count, char** words) {
  base::Problems problems;
  const std::vector<std::string> given(words + 1, words + count);
  auto order = sats::program::read_order(given, problems);
  if (!order) {
    std::cerr << base::print_problems(problems, base::ProblemFormat::long_form, base::language_from_environment());
    return kWrongUse;
  }
  if (order->task != Task::show_help) return carry_out(std::move(*order));
  std::cout << sats::program::help(order->language);
  return 0;
}
