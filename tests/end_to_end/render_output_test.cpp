#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

test_support::ProgramRun render_little(const TemporaryFolder& folder, const std::vector<std::string>& more) {
  std::vector<std::string> words{"render", std::string(VEJVISER_SOURCE_DIR) + "/samples/lille-plan.json", "--date",
                                 "2019-11-21"};
  words.insert(words.end(), more.begin(), more.end());
  return vejviser(words, folder.path());
}

}  // namespace

TEST_CASE("render writes to standard output, and nothing else stands there") {
  const TemporaryFolder folder;
  const auto run = render_little(folder, {"--to", "html", "-o", "-"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.starts_with("<!DOCTYPE html>"));
  CHECK(run.out.ends_with("</html>\n"));
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a file's ending and --to must be of one kind") {
  const TemporaryFolder folder;
  for (const auto& [form, file] :
       {std::pair<const char*, const char*>{"html", "x.pdf"}, {"changes", "x.PDF"}, {"pdf", "x.html"}, {"print", "x.htm"}}) {
    const auto run = render_little(folder, {"--to", form, "-o", file});
    CHECK(run.exit_code == 2);
    CHECK(run.err.starts_with("fejl[kommando.forkert-endelse]: "));
  }
  CHECK(fs::is_empty(folder.path()));
  CHECK(render_little(folder, {"--to", "html", "-o", "plan.xhtml"}).exit_code == 0);
}

TEST_CASE("a pipe stays a pipe, and a link leads to the file that is written") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder.path() / "roer.html").c_str(), 0600) == 0);
  const auto refused = render_little(folder, {"-o", "roer.html"});
  CHECK(refused.exit_code == 3);
  CHECK(refused.err.find("fejl[publish.ingen-fil]: roer.html er en enhed eller et rør") != std::string::npos);
  CHECK(fs::is_fifo(folder.path() / "roer.html"));
  folder.write("rigtig.html", "");
  fs::create_symlink("rigtig.html", folder.path() / "genvej.html");
  CHECK(render_little(folder, {"-o", "genvej.html"}).exit_code == 0);
  CHECK(fs::is_symlink(folder.path() / "genvej.html"));
  CHECK(folder.read("rigtig.html").starts_with("<!DOCTYPE html>"));
}

TEST_CASE("a folder of -o that is not there is a slip of the pen, and is not made") {
  const TemporaryFolder folder;
  const auto run = render_little(folder, {"-o", "ud/dybt/x.html"});
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "fejl[kommando.ingen-mappe]: der er ingen mappe ud/dybt at skrive ud/dybt/x.html i\n"
        "      = rettelse: ret stien efter -o, eller lav mappen først: mkdir -p ud/dybt\n"
        "se vejviser render --help\n");
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("an export without plans is told of, wherever it is read") {
  const TemporaryFolder folder;
  folder.write("nat.ndjson", "\n\n");
  const auto checked = vejviser({"check", "nat.ndjson"}, folder.path());
  CHECK(checked.exit_code == 0);
  CHECK(checked.err.starts_with("advarsel[line.ingen-planer]: nat.ndjson holder ingen planer\n"));
}
