#include "line/inputs.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using test_support::TemporaryFolder;

/// What is found at a path, as names below the folder: `plan a.json`, `guide bog`.
struct Found {
  std::vector<std::string> names;
  base::Problems problems;

  Found(const TemporaryFolder& folder, const std::string& path) {
    line::Inputs inputs;
    line::add_input(folder.path() / path, inputs, problems);
    const auto add = [&](const char* what, const std::vector<fs::path>& paths) {
      for (const auto& one : paths) names.push_back(what + one.lexically_relative(folder.path()).generic_string());
    };
    add("plan ", inputs.plan_files);
    add("guide ", inputs.guide_folders);
    add("theme ", inputs.theme_folders);
    add("kind ", inputs.kind_folders);
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is searched for plans, guides, themes and kinds, and what a build wrote is passed over") {
  const TemporaryFolder folder;
  for (const auto* file : {"planer/b.json", "planer/a.ndjson", "planer/dyb/c.jsonl", "planer/noter.txt", "bog/index.md",
                           "bog/plan.json", "tema/theme.json", "art/schema.json", "vejviser.json",
                           "ud/vejviser-manifest.json", "ud/planer/x.json", ".skjult/y.json", "planer/.z.json"})
    folder.write(file, "{}");
  const Found found(folder, "");
  CHECK(found.names == Names{"plan planer/a.ndjson", "plan planer/b.json", "plan planer/dyb/c.jsonl", "guide bog",
                             "theme tema", "kind art"});
  CHECK(found.problems.empty());
}

TEST_CASE("one path means one thing") {
  const TemporaryFolder folder;
  folder.write("plan.json", "{}");
  folder.write("bog/index.md", "");
  CHECK(Found(folder, "plan.json").names == Names{"plan plan.json"});
  CHECK(Found(folder, "bog").names == Names{"guide bog"});
}

TEST_CASE("a path that is not there is a problem with the name that may be meant") {
  const TemporaryFolder folder;
  folder.write("anders.json", "{}");
  const Found found(folder, "andres.json");
  CHECK(found.names.empty());
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems.begin()->code == "base.fil.findes-ikke");
  REQUIRE(found.problems.begin()->hints.size() == 1);
  CHECK(found.problems.begin()->hints.front().arguments.front().value == (folder.path() / "anders.json").generic_string());
}

TEST_CASE("a file that holds no plans, and a folder without any, are problems") {
  const TemporaryFolder folder;
  folder.write("noter.txt", "");
  fs::create_directories(folder.path() / "tom");
  for (const auto& [path, code] : {std::pair<const char*, const char*>{"noter.txt", "kommando.intet-at-laese"},
                                   {"tom", "kommando.intet-at-laese.i-mappen"}}) {
    const Found found(folder, path);
    CHECK(found.names.empty());
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems.begin()->code == code);
  }
}

TEST_CASE("the same input is taken once, and all are sorted") {
  const TemporaryFolder folder;
  line::Inputs inputs;
  base::Problems problems;
  for (const auto* name : {"b.json", "a.json", "b.json"}) line::add_input(folder.write(name, "{}"), inputs, problems);
  REQUIRE(inputs.plan_files.size() == 2);
  CHECK(std::ranges::is_sorted(inputs.plan_files));
}
