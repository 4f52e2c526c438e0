// check_pdf FILE|FOLDER...: says what in each PDF, also of those below a folder, breaks PDF/UA-1, and PDF/A when it says
// that it is an archive file; exit code 1 when anything does. --list shows the conditions.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "checker.h"

namespace {

std::vector<pdf_checker::Condition> every_condition() {
  std::vector<pdf_checker::Condition> all = pdf_checker::all_conditions();
  const std::vector<pdf_checker::Condition> archive = pdf_checker::archive_conditions();
  all.insert(all.end(), archive.begin(), archive.end());
  return all;
}

int list_conditions() {
  for (const pdf_checker::Condition& condition : every_condition()) {
    std::printf("%-16s %s\n", std::string(condition.number).c_str(), std::string(condition.says).c_str());
  }
  return 0;
}

std::string_view says(std::string_view number) {
  for (const pdf_checker::Condition& condition : every_condition()) {
    if (condition.number == number) return condition.says;
  }
  return "the file cannot be read";
}

namespace fs = std::filesystem;

/// The files that the words of the command line name; a folder stands for every PDF below it.
std::vector<fs::path> files_of(int count, char** words) {
  std::vector<fs::path> files;
  for (int i = 1; i < count; ++i) {
    if (!fs::is_directory(words[i])) {
      files.emplace_back(words[i]);
      continue;
    }
    const auto first = files.size();
    for (const auto& entry : fs::recursive_directory_iterator(words[i])) {
      if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    }
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
  }
  return files;
}

/// Says what is wrong with a file; false when anything is.
bool check_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto found = pdf_checker::check(bytes);
  for (const pdf_checker::Finding& finding : found) {
    std::printf("%s: [%s] %s: %s\n", path.c_str(), finding.condition.c_str(), std::string(says(finding.condition)).c_str(),
                finding.what.c_str());
  }
  if (found.empty()) std::printf("%s: fine\n", path.c_str());
  return found.empty();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: check_pdf [--list] FILE|FOLDER...\n", stderr);
    return 2;
  }
  if (std::string_view(arguments[1]) == "--list") return list_conditions();
  const auto files = files_of(count, arguments);
  const auto broken = std::count_if(files.begin(), files.end(), [](const fs::path& path) { return !check_file(path); });
  std::printf("%zu files, %td with findings\n", files.size(), broken);
  return broken == 0 && !files.empty() ? 0 : 1;
}
