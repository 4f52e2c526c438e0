#include "end_to_end/program.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace end_to_end {

namespace fs = std::filesystem;

test_support::ProgramRun vejviser(std::vector<std::string> arguments, const fs::path& folder) {
  arguments.insert(arguments.begin(), VEJVISER_PROGRAM);
  return test_support::run_program(
      {.arguments = std::move(arguments), .folder = folder, .environment = {"LC_ALL=da_DK.UTF-8"}});
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) found.push_back(entry.path().lexically_relative(folder).generic_string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> page_texts(const fs::path& pdf) {
  const auto run = test_support::run_program(
      {.arguments = {"pdftotext", "-layout", pdf.string(), "-"}, .folder = ".", .environment = {}});
  std::vector<std::string> pages;
  std::istringstream text(run.out);
  for (std::string page; std::getline(text, page, '\f');) pages.push_back(page);
  return pages;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace end_to_end
