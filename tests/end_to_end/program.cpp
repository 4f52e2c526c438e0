#include "end_to_end/program.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "support/kept_pdf.h"

namespace end_to_end {

namespace fs = std::filesystem;

namespace {

/// Where a run writes to. Other engines' files are not tagged, so they are nobody's to check.
std::vector<fs::path> outputs_of(const std::vector<std::string>& arguments, const fs::path& folder) {
  std::vector<fs::path> outputs;
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] == "--engine") return {};
    if (arguments[i] == "--out" || arguments[i] == "-o") outputs.push_back(folder / arguments[i + 1]);
  }
  return outputs;
}

void keep_pdfs(const fs::path& output) {
  std::vector<fs::path> files;
  if (fs::is_directory(output)) {
    for (const auto& file : files_below(output)) files.push_back(output / file);
  } else if (fs::is_regular_file(output)) {
    files.push_back(output);
  }
  for (const auto& file : files) {
    if (file.extension() != ".pdf") continue;
    const auto pdf = read_file(file);
    test_support::keep_pdf("program", file.stem().string() + "-" + std::to_string(std::hash<std::string>()(pdf)), pdf);
  }
}

}  // namespace

test_support::ProgramRun vejviser(std::vector<std::string> arguments, const fs::path& folder) {
  const auto outputs = outputs_of(arguments, folder);
  arguments.insert(arguments.begin(), VEJVISER_PROGRAM);
  auto run = test_support::run_program(
      {.arguments = std::move(arguments), .folder = folder, .environment = {"LC_ALL=da_DK.UTF-8"}});
  // Where the world failed, what lies there is what lay there before.
  if (run.exit_code <= 1) std::for_each(outputs.begin(), outputs.end(), keep_pdfs);
  return run;
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

std::string words_of(const fs::path& pdf) {
  std::string all;
  for (const auto& page : page_texts(pdf)) all += page;
  return all;
}

}  // namespace end_to_end
