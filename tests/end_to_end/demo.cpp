#include "end_to_end/demo.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

namespace end_to_end {

namespace fs = std::filesystem;

namespace {

fs::path built_with(const std::string& engine, const test_support::TemporaryFolder& folder) {
  const auto run = vejviser({"build", "--date", "2019-11-21", "--engine", engine, "--out", folder.path().string()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return folder.path();
}

bool is_here(const std::string& engine) {
  static const std::string engines = vejviser({"engines", "--lang", "en"}).out;
  const auto row = engines.find("\n" + engine + " ");
  const auto state = row == std::string::npos ? row : engines.find('\n', row + 1);
  return state != std::string::npos && engines.compare(engines.find_first_not_of(" \n", state), 7, "is here") == 0;
}

}  // namespace

const fs::path& demo() {
  static const test_support::TemporaryFolder folder;
  static const auto run = vejviser({"build", "--date", "2019-11-21", "--out", folder.path().string()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return folder.path();
}

const std::vector<Demo>& demos() {
  static const test_support::TemporaryFolder folder;
  static const std::vector<Demo> made = [] {
    std::vector<Demo> all{{"sats", demo()}};
    if (is_here("wkhtmltopdf")) {
      all.push_back({"wkhtmltopdf", built_with("wkhtmltopdf", folder)});
    } else {
      MESSAGE("SKIPPED: the engine wkhtmltopdf is not here");
    }
    return all;
  }();
  return made;
}

std::vector<fs::path> plan_pdfs(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto file = entry.path().filename().string();
    if (file.ends_with(".pdf") && !file.ends_with("-print.pdf")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace end_to_end
