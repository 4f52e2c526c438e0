#include "line/sample_pages.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "base/problem_printer.h"
#include "line/workshop.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using test_support::TemporaryFolder;

base::Problems problems_of(const TemporaryFolder& folder) {
  base::Problems problems;
  const auto theme = line::open_theme({.theme = (folder.path() / "mit").string()}, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(theme);
  line::check_templates(*theme, folder.path() / "mit", problems);
  return problems;
}

std::string printed(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
}

bool is_own_label(const std::string& name) { return name.starts_with("labels.") || name.starts_with("icon."); }

}  // namespace

TEST_CASE("a theme's templates are tried on sample pages: a name that is nowhere, and a template without end") {
  const TemporaryFolder folder;
  folder.write("mit/theme.json", R"({"name": "mit"})");
  CHECK(printed(problems_of(folder)).empty());
  folder.write("mit/templates/sidefod.mustache", "<footer>\n{{titl}}</footer>\n");
  folder.write("mit/templates/tilstand.mustache", "{{> tilstand}}{{> tilstand}}");
  const auto said = printed(problems_of(folder));
  CHECK(said.find("sidefod.mustache:2:1: fejl[theme.skabelon.ukendt-felt]") != std::string::npos);
  CHECK(said.find("mente du \"titel\"?") != std::string::npos);
  CHECK(said.find("tilstand.mustache:1:1: fejl[theme.skabelon.for-dyb]") != std::string::npos);
  CHECK(problems_of(folder).error_count() == 2);
}

TEST_CASE("the sample pages reach every field of the standard theme's templates") {
  const TemporaryFolder folder;
  folder.write("mit/theme.json", R"({"name": "mit"})");
  const std::regex tag(R"(\{\{(\{?)([a-zA-Z][\w.-]*)(\}?)\}\})");
  std::size_t misspelt = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "themes/standard/templates")) {
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::string changed;
    auto rest = text.cbegin();
    for (std::sregex_iterator it(text.begin(), text.end(), tag), end; it != end; ++it) {
      changed.append(rest, (*it)[0].first);
      rest = (*it)[0].second;
      const auto name = (*it)[2].str();
      changed += is_own_label(name) ? it->str() : "{{" + (*it)[1].str() + "qq" + name + (*it)[3].str() + "}}";
      misspelt += is_own_label(name) ? 0U : 1U;
    }
    folder.write("mit/templates/" + entry.path().filename().string(), changed.append(rest, text.cend()));
  }
  const auto problems = problems_of(folder);
  std::size_t found = 0;
  for (const auto& problem : problems) found += problem.code == "theme.skabelon.ukendt-felt" ? 1U : 0U;
  CHECK_MESSAGE(misspelt > 250, misspelt);
  CHECK_MESSAGE(found == misspelt, printed(problems));
}
