#include <doctest/doctest.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
namespace fs = std::filesystem;

namespace {

/// Checks a plan and gives what was said, the closing line left out.
test_support::ProgramRun check_plan(const test_support::TemporaryFolder& folder, const std::string& plan) {
  folder.write("plan.json", plan);
  return vejviser({"check", "plan.json", "--format", "short", "--date", "2019-11-21"}, folder.path());
}

std::string sample() { return end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/lille-plan.json"); }

std::string with(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

struct HostileCase {
  const char* name;
  std::string plan;
  const char* expected;  ///< How the first line of the messages begins.
};

}  // namespace

TEST_CASE("every kind of broken input gets its own clear message and exit code 1") {
  const std::vector<HostileCase> cases{
      {"empty file", "", "plan.json:1:1: fejl[json."},
      {"not UTF-8", with(sample(), "Bo Vang", "Bo V\xE6ng"), "plan.json:5:27: fejl[json.ikke-utf8]"},
      {"NUL byte", with(sample(), "Bo Vang", std::string("Bo\0Vang", 7)), "plan.json:5:25: fejl[json."},
      {"cut off", sample().substr(0, 60), "plan.json:"},
      {"10,000 nested lists", std::string(10'000, '[') + std::string(10'000, ']'), "plan.json:1:101: fejl[json.for-dybt]"},
      {"a key twice", with(sample(), "\"version\": 1,", "\"version\": 1, \"version\": 1,"),
       "plan.json:3:17: fejl[json.gentaget-noegle]"},
      {"a wrong type", with(sample(), "\"Bo Vang\"", "17"), "plan.json:5:22: fejl["},
      {"an unknown key", with(sample(), "\"borger\"", "\"boger\""), "plan.json:"},
      {"a list of plans", "[]", "plan.json:1:1: fejl[plan.ikke-et-objekt]"},
  };
  const test_support::TemporaryFolder folder;
  for (const auto& hostile : cases) {
    INFO(hostile.name);
    const auto run = check_plan(folder, hostile.plan);
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.starts_with(hostile.expected), run.err);
  }
}

TEST_CASE("a byte order mark is passed over") {
  const test_support::TemporaryFolder folder;
  const auto run = check_plan(folder, "\xEF\xBB\xBF" + sample());
  CHECK_MESSAGE(run.exit_code == 0, run.err);
}

TEST_CASE("200 MB of JSON ends with a clear message, not with a crash") {
  const test_support::TemporaryFolder folder;
  {
    std::ofstream out(folder.path() / "stor.json", std::ios::binary);
    out << "{\"type\": \"min-plan\", \"version\": 1, \"x\": [";
    const std::string chunk(1'000'000, '1');
    for (int i = 0; i < 200; ++i) out << "\"" << chunk << "\",";
    out << "0]}";
  }
  const auto run = vejviser({"check", "stor.json", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.err.starts_with("stor.json:1:"), run.err.substr(0, 300));
  CHECK(run.err.size() < 10'000);
}

TEST_CASE("a link out of the plan's folder is not followed") {
  const test_support::TemporaryFolder folder;
  folder.write("hemmelig.json", sample());
  fs::create_directories(folder.path() / "planer");
  fs::create_symlink(folder.path() / "hemmelig.json", folder.path() / "planer/plan.json");
  const auto run = vejviser({"check", "planer", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err.starts_with("fejl[base.fil.uden-for-rod]: planer/plan.json"));
}

TEST_CASE("a full disk leaves nothing half-written") {
  const test_support::TemporaryFolder folder;
  folder.write("plan.json", sample());
  // A limit on the size of files stands in for a full disk; it needs no special rights.
  const auto run = test_support::run_program({.arguments = {"bash", "-c",
                                                            "ulimit -f 1; trap '' XFSZ; exec " VEJVISER_PROGRAM
                                                            " render plan.json --to html -o ud/plan.html --date 2019-11-21"},
                                              .folder = folder.path(),
                                              .environment = {"LC_ALL=da_DK.UTF-8"}});
  CHECK(run.exit_code == 3);
  CHECK(run.err.find("der er ikke plads på disken til ud/plan.html") != std::string::npos);
  CHECK(end_to_end::files_below(folder.path() / "ud").empty());
}
