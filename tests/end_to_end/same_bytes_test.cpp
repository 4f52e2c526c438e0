#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void write_whole_site(const TemporaryFolder& folder, const std::string& engine = "") {
  const fs::path samples = fs::path(VEJVISER_SOURCE_DIR) / "samples";
  folder.write("planer/anders.json", end_to_end::read_file(samples / "anders-dagpenge.json"));
  folder.write("planer/lille.json", end_to_end::read_file(samples / "lille-plan.json"));
  folder.write("bog/index.md", "---\ntitle: Vejledning\n---\n\nIndledning.\n");
  folder.write("bog/01-kapitel.md",
               "---\ntitle: Kapitel\n---\n\n## Tal\n\n| A | B |\n|---|--:|\n| ø | 1.234,5 |\n\n![Et mærke](maerke.svg)\n");
  folder.write("bog/maerke.svg",
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20.5\" height=\"10.25\"><rect width=\"10.125\" "
               "height=\"5.0625\" fill=\"#123\"/></svg>");
  folder.write(
      "vejviser.json",
      R"({"plans": ["planer"], "guides": ["bog"], "forms": ["html", "print", "pdf"], "engine": ")" + engine + "\"}");
}

using Files = std::map<std::string, std::string>;

Files files_in(const fs::path& folder) {
  Files files;
  for (const auto& file : files_below(folder)) files.emplace(file, end_to_end::read_file(folder / file));
  return files;
}

/// Builds the site in a folder in some environment, words before the program included, and gives every file.
Files built(const TemporaryFolder& folder, const std::string& out, const std::vector<std::string>& before,
            const std::vector<std::string>& environment, const std::vector<std::string>& more) {
  std::vector<std::string> arguments = before;
  arguments.insert(arguments.end(), {VEJVISER_PROGRAM, "build", "--date", "2019-11-21", "--out", out});
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto run = test_support::run_program({.arguments = arguments, .folder = folder.path(), .environment = environment});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return files_in(folder.path() / out);
}

void check_same(const Files& expected, const Files& actual) {
  REQUIRE(expected.size() == actual.size());
  for (const auto& [name, bytes] : expected) {
    INFO(name);
    const auto found = actual.find(name);
    REQUIRE(found != actual.end());
    CHECK_MESSAGE((found->second == bytes), "the bytes differ");
  }
}

/// A locale with a comma in its numbers, made where nothing else sees it; empty when this machine cannot make one.
std::string make_danish_locale(const TemporaryFolder& folder) {
  auto place = (folder.path() / "sprog").string();
  fs::create_directory(place);
  const auto run = test_support::run_program(
      {.arguments = {"localedef", "-i", "da_DK", "-f", "UTF-8", place + "/da_DK.UTF-8"}, .folder = ".", .environment = {}});
  if (run.exit_code == 0) return place;
  MESSAGE("SKIPPED: localedef cannot make da_DK.UTF-8 here (package locales)");
  return "";
}

}  // namespace

TEST_CASE("same input, same bytes, PDFs too: whatever the clock, zone, language, folder and number of threads") {
  for (const std::string engine : {"sats", "wkhtmltopdf"}) {
    INFO(engine);
    const TemporaryFolder folder;
    write_whole_site(folder, engine);
    const auto first = built(folder, "en", {}, {"LC_ALL=C", "TZ=UTC"}, {"--jobs", "1"});
    CHECK(first.contains("planer/anders-dagpenge.pdf"));
    CHECK(first.contains("planer/anders-dagpenge-print.pdf"));
    CHECK(first.contains("bog/bog.pdf"));
    const auto locale = make_danish_locale(folder);
    check_same(first, built(folder, "et/andet/sted", {},
                            {"LC_ALL=da_DK.UTF-8", "LOCPATH=" + locale, "TZ=Pacific/Kiritimati", "SOURCE_DATE_EPOCH=1"},
                            {"--jobs", "4"}));
    // The clock of another century; ASan wants to be loaded first, and here something else is.
    check_same(first, built(folder, "fremtid", {"faketime", "2077-07-07 07:07:07"},
                            {"LC_ALL=C", "ASAN_OPTIONS=verify_asan_link_order=0"}, {"--jobs", "3"}));
  }
}

TEST_CASE("the same plan rendered from another folder, under another name, is the same document") {
  const TemporaryFolder folder;
  write_whole_site(folder);
  fs::create_directories(folder.path() / "et/andet/sted");
  fs::copy_file(folder.path() / "planer/anders.json", folder.path() / "et/andet/sted/fil.json");
  for (const std::string form : {"pdf", "print", "html"}) {
    INFO(form);
    const auto one =
        vejviser({"render", "planer/anders.json", "--to", form, "-o", "en", "--date", "2019-11-21"}, folder.path());
    const auto other = vejviser({"render", "fil.json", "--to", form, "-o", "../../../to", "--date", "2019-11-21"},
                                folder.path() / "et/andet/sted");
    REQUIRE(one.exit_code == 0);
    REQUIRE(other.exit_code == 0);
    CHECK(folder.read("en") == folder.read("to"));
  }
}

TEST_CASE("what did not change is not written again, and what changed is alone in being written") {
  const TemporaryFolder folder;
  write_whole_site(folder);
  REQUIRE(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  const auto root = folder.path() / "public";
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1000);
  const auto files = files_below(root);
  for (const auto& file : files) fs::last_write_time(root / file, long_ago);
  const auto again = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  CHECK(again.err.find("public: 0 filer skrevet, ") != std::string::npos);
  for (const auto& file : files) CHECK_MESSAGE(fs::last_write_time(root / file) == long_ago, file);
  auto plan = folder.read("planer/lille.json");
  folder.write("planer/lille.json", plan.replace(plan.find("Bo Vang"), 7, "Bo Dahl"));
  REQUIRE(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  for (const auto& file : files_below(root)) {
    const bool is_about_it =
        file.find("lille") != std::string::npos || file == "index.html" || file == "vejviser-manifest.json";
    CHECK_MESSAGE((fs::last_write_time(root / file) == long_ago) != is_about_it, file);
  }
}

TEST_CASE("a file that somebody changed in the output folder is made again") {
  const TemporaryFolder folder;
  write_whole_site(folder);
  REQUIRE(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  const auto before = folder.read("public/planer/lille.pdf");
  folder.write("public/planer/lille.pdf", "rettet i hånden");
  CHECK(vejviser({"build", "--date", "2019-11-21"}, folder.path()).err.find("public: 1 fil skrevet, ") != std::string::npos);
  CHECK(folder.read("public/planer/lille.pdf") == before);
}

TEST_CASE("another command for the engine makes its PDFs again, and pages for the screen stay") {
  const TemporaryFolder folder;
  write_whole_site(folder);
  const auto use_program = [&](const std::string& name, const std::string& source) {
    folder.write(name, "#!/bin/sh\necho lavet >> " + (folder.path() / (name + ".log")).string() + "\ncp " +
                           (folder.path() / source).string() + " \"$2\"\n");
    fs::permissions(folder.path() / name, fs::perms::owner_all);
    folder.write("vejviser.json", R"({"plans": ["planer"], "forms": ["html", "pdf"], "engine": "command", "command": [")" +
                                      (folder.path() / name).string() + R"(", "{html}", "{pdf}"]})");
  };
  for (const auto* plan : {"anders", "lille"}) {
    REQUIRE(vejviser({"render", std::string("planer/") + plan + ".json", "-o", std::string(plan) + ".pdf", "--date",
                      "2019-11-21"},
                     folder.path())
                .exit_code == 0);
  }
  use_program("foerste", "anders.pdf");
  const auto first = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  REQUIRE_MESSAGE(first.exit_code == 0, first.err);
  const auto pdf = folder.read("public/planer/lille.pdf");
  const auto page = folder.path() / "public/planer/lille.html";
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1000);
  fs::last_write_time(page, long_ago);
  CHECK(vejviser({"build", "--date", "2019-11-21"}, folder.path()).err.find("public: 0 filer skrevet, ") !=
        std::string::npos);
  CHECK(folder.read("foerste.log") == "lavet\nlavet\n");
  use_program("anden", "lille.pdf");
  REQUIRE(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  CHECK(folder.read("anden.log") == "lavet\nlavet\n");
  CHECK(folder.read("public/planer/lille.pdf") != pdf);
  CHECK(fs::last_write_time(page) == long_ago);
}
