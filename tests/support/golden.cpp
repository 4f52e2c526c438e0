#include "support/golden.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace test_support {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool opens_part(std::string_view line) { return line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --"); }

/// A case file as it stands: the parts in order, after an optional comment.
struct CaseFile {
  std::string comment;
  std::vector<std::pair<std::string, std::string>> parts;
};

CaseFile read_case(const fs::path& path) {
  CaseFile file;
  for (const auto& line : lines_of(read_file(path))) {
    if (opens_part(line)) {
      file.parts.emplace_back(line.substr(3, line.size() - 6), "");
    } else {
      (file.parts.empty() ? file.comment : file.parts.back().second) += line + "\n";
    }
  }
  return file;
}

void write_case(const fs::path& path, const CaseFile& file) {
  std::ofstream out(path, std::ios::binary);
  out << file.comment;
  for (const auto& [name, text] : file.parts) out << "-- " << name << " --\n" << text;
}

void compare(const fs::path& path, CaseFile& file, const std::map<std::string, std::string>& actual) {
  const char* mode = std::getenv("GOLDEN");
  const bool update = mode != nullptr && std::string_view(mode) == "update";
  bool has_expectation = false;
  for (auto& [name, text] : file.parts) {
    if (!name.starts_with("expect ")) continue;
    has_expectation = true;
    const auto made = actual.find(name);
    REQUIRE_MESSAGE(made != actual.end(), path.filename().string(), ": nothing makes the part '", name, "'");
    auto made_text = made->second;
    if (!made_text.empty() && !made_text.ends_with('\n')) made_text += '\n';
    if (update) {
      text = made_text;
    } else {
      CHECK_MESSAGE(text == made_text, path.filename().string(), ", ", name, ":\n", line_diff(text, made_text));
    }
  }
  REQUIRE_MESSAGE(has_expectation, path.filename().string(), " expects nothing");
  if (update) write_case(path, file);
}

/// Longest common subsequence lengths of the tails: table[i][j] for expected[i..] and actual[j..].
std::vector<std::vector<std::size_t>> common_tails(const std::vector<std::string>& expected,
                                                   const std::vector<std::string>& actual) {
  std::vector<std::vector<std::size_t>> table(expected.size() + 1, std::vector<std::size_t>(actual.size() + 1));
  for (auto i = expected.size(); i-- > 0;) {
    for (auto j = actual.size(); j-- > 0;) {
      table[i][j] = expected[i] == actual[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

}  // namespace

std::string line_diff(std::string_view expected_text, std::string_view actual_text) {
  const auto expected = lines_of(expected_text);
  const auto actual = lines_of(actual_text);
  const auto table = common_tails(expected, actual);
  std::string diff;
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t equal_run = 0;
  while (i < expected.size() || j < actual.size()) {
    const bool same = i < expected.size() && j < actual.size() && expected[i] == actual[j];
    if (same) {
      if (++equal_run <= 2) diff += "  " + expected[i] + "\n";
      if (equal_run == 3) diff += "  ...\n";
      ++i, ++j;
      continue;
    }
    equal_run = 0;
    const bool removed = j == actual.size() || (i < expected.size() && table[i + 1][j] >= table[i][j + 1]);
    diff += removed ? "- " + expected[i++] + "\n" : "+ " + actual[j++] + "\n";
  }
  return diff;
}

void check_golden_cases(std::string_view folder, const GoldenRun& run) {
  const auto root = fs::path(VEJVISER_SOURCE_DIR) / "tests/golden" / folder;
  std::vector<fs::path> paths;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(root, failed)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE_MESSAGE(!paths.empty(), "no golden cases in ", root.string());
  for (const auto& path : paths) {
    auto file = read_case(path);
    const GoldenCase golden{path.stem().string(), {file.parts.begin(), file.parts.end()}};
    compare(path, file, run(golden));
  }
}

}  // namespace test_support
