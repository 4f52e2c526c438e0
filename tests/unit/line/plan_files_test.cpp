#include "line/plan_files.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/problem_printer.h"
#include "support/temporary_folder.h"

namespace {

std::vector<std::string> names_in(const test_support::TemporaryFolder& folder, const char* file) {
  base::Problems problems;
  std::vector<std::string> names;
  for (const auto& plan : line::read_plan_file(folder.path() / file, problems)) names.push_back(plan.name);
  CHECK(!problems.has_errors());
  return names;
}

/// For each plan of an export with these ids, in turn: the plan that has its name already, or nothing.
std::vector<std::string> owners_of_names(const std::vector<std::string>& ids) {
  const test_support::TemporaryFolder folder;
  std::string lines;
  for (const auto& id : ids) lines += R"({"id": ")" + id + "\"}\n";
  base::Problems problems;
  line::TakenNames taken;
  std::vector<std::string> owners;
  for (const auto& plan : line::read_plan_file(folder.write("nat.ndjson", lines), problems))
    owners.push_back(taken.take(plan, problems).value_or(""));
  const auto refused = owners.size() - static_cast<std::size_t>(std::ranges::count(owners, ""));
  CHECK(problems.error_count() == refused);
  for (const auto& problem : problems) CHECK(problem.code == "line.samme-id");
  return owners;
}

}  // namespace

TEST_CASE("a file name holds plain letters only, is never hidden, and never that of a list") {
  CHECK(line::safe_file_name("Åse Sørensen") == "Aase-Soerensen");
  CHECK(line::safe_file_name("../../etc/passwd") == "plan..-..-etc-passwd");
  CHECK(line::safe_file_name("").empty() == false);
  CHECK(line::safe_file_name(".skjult") == "plan.skjult");
  CHECK(line::safe_file_name("index") == "plan-index");
  CHECK(line::safe_file_name("indeks") == "indeks");
}

TEST_CASE("plans are named by their id, else by their file and line") {
  const test_support::TemporaryFolder folder;
  folder.write("en.json", R"({"id": "sag 7", "type": "min-plan"})");
  folder.write("to.json", R"({"id": 7})");
  folder.write("nat.ndjson", "{\"id\": \"a\"}\n\n{}\n{\"id\": \"\"}\n");
  CHECK(names_in(folder, "en.json") == std::vector<std::string>{"sag-7"});
  CHECK(names_in(folder, "to.json") == std::vector<std::string>{"to"});
  CHECK(names_in(folder, "nat.ndjson") == std::vector<std::string>{"a", "nat-00003", "nat-00004"});
}

TEST_CASE("nothing is named after a file whose name reads as a CPR number") {
  const test_support::TemporaryFolder folder;
  for (const char* file : {"010180-1234.json", "0101801234.json", "010180_1234.json", "plan 010180 1234.json",
                           "01.01.80-1234.json", "010180-1234.ndjson"}) {
    CAPTURE(file);
    base::Problems problems;
    CHECK(line::read_plan_file(folder.write(file, "{}\n"), problems).empty());
    REQUIRE(problems.error_count() == 1);
    CHECK(problems.begin()->code == "line.filnavn-er-cpr");
    const auto said = base::print_problem(*problems.begin(), base::ProblemFormat::long_form, base::Language::danish);
    CHECK(said.find("xxxx") != std::string::npos);
    CHECK(said.find(std::string(file).substr(0, std::string(file).find(".json"))) == std::string::npos);
  }
  folder.write("010180-1235.json", R"({"id": "a"})");
  CHECK(names_in(folder, "010180-1235.json") == std::vector<std::string>{"a"});
  base::Problems problems;
  CHECK(line::read_plan_file(folder.write("020180-1234.ndjson", "{\"id\": \"b\"}\n{}\n{}\n"), problems).size() == 1);
  CHECK(problems.error_count() == 1);
  folder.write("egen.json", R"({"id": "010180-1234", "type": "kursusbevis"})");
  CHECK(names_in(folder, "egen.json") == std::vector<std::string>{"010180-xxxx"});
  folder.write("sag-2019-001234.json", "{}");
  CHECK(names_in(folder, "sag-2019-001234.json") == std::vector<std::string>{"sag-2019-001234"});
}

TEST_CASE("a plan that is not JSON keeps its file's name, and its errors are said when it is checked") {
  const test_support::TemporaryFolder folder;
  folder.write("i-stykker.json", "{");
  CHECK(names_in(folder, "i-stykker.json") == std::vector<std::string>{"i-stykker"});
}

TEST_CASE("a file that is not there is a problem") {
  base::Problems problems;
  CHECK(line::read_plan_file("/findes/ikke.json", problems).empty());
  CHECK(problems.has_errors());
}

TEST_CASE("the second plan with a name is refused") {
  CHECK(owners_of_names({"a", "b", "a"}) == std::vector<std::string>{"", "", "a"});
}

TEST_CASE("a plan called as another one's print or page of news is refused, whichever comes first") {
  for (const char* print : {"a-print", "a-nyt"}) {
    CHECK(owners_of_names({"a", print}) == std::vector<std::string>{"", "a"});
    CHECK(owners_of_names({print, "a"}) == std::vector<std::string>{"", print});
  }
}

TEST_CASE("names that differ only by case are one name, as on many a server") {
  CHECK(owners_of_names({"Sag-A", "sag-a"}) == std::vector<std::string>{"", "Sag-A"});
}
