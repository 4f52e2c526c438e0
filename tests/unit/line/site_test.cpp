#include "line/site.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using test_support::TemporaryFolder;

std::optional<line::Site> site_with(const TemporaryFolder& folder, const char* settings, base::Problems& problems) {
  return line::open_site(folder.write("vejviser.json", settings), problems);
}

}  // namespace

TEST_CASE("paths of the settings begin in the folder of the settings, and empty ones stay empty") {
  const TemporaryFolder folder;
  base::Problems problems;
  const auto site = site_with(folder, R"({"plans": ["planer"], "titles": "titler.json"})", problems);
  REQUIRE(site);
  CHECK(site->resolve("planer/../a.json") == folder.path() / "a.json");
  CHECK(site->resolve("").empty());
  const auto order = line::workshop_order(*site, "", base::parse_date("2019-11-21").value());
  CHECK(order.titles_file == folder.path() / "titler.json");
  CHECK(order.snippets_folder.empty());
}

TEST_CASE("a theme of the command line goes before the site's own, which may be a folder beside the settings") {
  const TemporaryFolder folder;
  base::Problems problems;
  folder.write("mit-tema/theme.json", "{}");
  const auto site = site_with(folder, R"({"theme": "mit-tema"})", problems);
  REQUIRE(site);
  const auto today = base::parse_date("2019-11-21").value();
  CHECK(line::workshop_order(*site, "", today).theme == (folder.path() / "mit-tema").string());
  CHECK(line::workshop_order(*site, "kommune", today).theme == "kommune");
}

TEST_CASE("a folder that the settings name has to be there, a folder that a site may have need not be") {
  const TemporaryFolder folder;
  base::Problems problems;
  CHECK(site_with(folder, "{}", problems));
  CHECK(problems.empty());
  CHECK(!site_with(folder, R"({"snippets": "uddrag"})", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "base.fil.findes-ikke");
  const auto& where = *problems.begin()->where;
  CHECK(where.source->name == (folder.path() / "vejviser.json").generic_string());
  CHECK(where.source->text.substr(where.begin, where.end - where.begin) == "\"uddrag\"");
}

TEST_CASE("drafts may be looked at where something is made for the job centre") {
  const TemporaryFolder folder;
  base::Problems problems;
  CHECK(line::purpose_of(*site_with(folder, R"({"audiences": ["borger"]})", problems)) == plan::min_plan::Purpose::publish);
  CHECK(line::purpose_of(*site_with(folder, R"({"audiences": ["borger", "jobcenter"]})", problems)) ==
        plan::min_plan::Purpose::preview);
}

TEST_CASE("a path belongs to the nearest site above it") {
  const TemporaryFolder folder;
  folder.write("vejviser.json", "{}");
  folder.write("a/b/plan.json", "{}");
  CHECK(line::site_file_of(folder.path() / "a/b/plan.json") == folder.path() / "vejviser.json");
  folder.write("a/vejviser.json", "{}");
  CHECK(line::site_file_of(folder.path() / "a/b") == folder.path() / "a/vejviser.json");
}

TEST_CASE("all plans of a folder are those in it and not below, and earlier ones need not be there yet") {
  const TemporaryFolder folder;
  base::Problems problems;
  folder.write("planer/b.json", "{}");
  folder.write("planer/a.json", "{}");
  folder.write("planer/dyb/c.json", "{}");
  fs::create_directories(folder.path() / "foer");
  const auto site = site_with(folder, R"({"plans": ["planer/*.json"], "previous": ["foer/*.json", "foer"]})", problems);
  REQUIRE(site);
  const auto inputs = line::site_inputs(*site, problems);
  REQUIRE(inputs.plan_files.size() == 2);
  CHECK(inputs.plan_files.front().filename() == "a.json");
  CHECK(line::earlier_plan_files(*site, problems).empty());
  CHECK(problems.empty());
  folder.write("foer/a.json", "{}");
  CHECK(line::earlier_plan_files(*site, problems).size() == 1);
  fs::remove_all(folder.path() / "foer");
  CHECK(line::earlier_plan_files(*site, problems).empty());
  REQUIRE(problems.size() == 2);
  CHECK(problems.begin()->where->source->position(problems.begin()->where->begin).column == 43);
}
