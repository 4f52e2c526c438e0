#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::vejviser;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = fs::path(VEJVISER_SOURCE_DIR) / "samples";

void add_plan(const test_support::TemporaryFolder& site, const std::string& sample) {
  fs::create_directories(site.path() / "planer");
  fs::copy_file(kSamples / sample, site.path() / "planer" / sample);
}

/// A small site: two plans, one of them broken, and a guide of one chapter. HTML only, so that it builds fast.
void write_site(const test_support::TemporaryFolder& site) {
  site.write(
      "vejviser.json",
      R"({"title": "Prøve", "plans": ["planer"], "guides": [], "forms": ["html"], "audiences": ["borger", "akasse"]})");
  add_plan(site, "lille-plan.json");
  add_plan(site, "anders-dagpenge.json");
  site.write("planer/i-stykker.json", R"({"type": "min-plan", "version": 1, "maalgrupe": "dagpenge"})");
}

test_support::ProgramRun build(const test_support::TemporaryFolder& site, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"build", "--date", "2019-11-21"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return vejviser(arguments, site.path());
}

std::string all_bytes(const fs::path& folder) {
  std::string bytes;
  for (const auto& file : files_below(folder)) bytes += file + "\n" + end_to_end::read_file(folder / file);
  return bytes;
}

}  // namespace

TEST_CASE("a broken plan is reported, stops only itself, and leaves no output") {
  const test_support::TemporaryFolder site;
  write_site(site);
  const auto run = build(site);
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("planer/i-stykker.json:1:36: fejl[") != std::string::npos);
  CHECK(run.err.find("mente du \"maalgruppe\"?") != std::string::npos);
  CHECK(run.err.find("1 plan har fejl og er ikke lavet") != std::string::npos);
  const auto files = files_below(site.path() / "public");
  for (const auto* made :
       {"index.html", "planer/anders-dagpenge.html", "planer-akasse/anders-dagpenge.html", "planer/lille-plan.html"}) {
    CHECK_MESSAGE(std::find(files.begin(), files.end(), made) != files.end(), made);
  }
  for (const auto& file : files) CHECK(file.find("i-stykker") == std::string::npos);
}

TEST_CASE("each audience but the first has a list of its own plans, which leads to nothing else") {
  const test_support::TemporaryFolder site;
  write_site(site);
  site.write("planer/index.json", R"({"type": "ugeplan", "borger": {"navn": "Kun for jobcenteret"}})");
  site.write("kinds/ugeplan/schema.json", R"({"title": "Ugeplan", "type": "object"})");
  site.write("kinds/ugeplan/labels.json", "{}");
  site.write("tema/theme.json", R"({"name": "Tema"})");
  site.write("tema/templates/ugeplan.screen.mustache", "<p>{{data.borger.navn}}</p>");
  site.write("vejviser.json", R"({"title": "Prøve", "theme": "tema", "plans": ["planer"], "guides": [], "forms": ["html"],
    "audiences": ["borger", "akasse"]})");
  const auto run = build(site);
  const auto list = site.read("public/planer-akasse/index.html");
  CHECK_MESSAGE(list.find("href=\"anders-dagpenge.html\">Anders") != std::string::npos, list);
  CHECK(list.find("href=\"../assets/screen.css\"") != std::string::npos);
  CHECK(list.find("href=\"../index.html\"") == std::string::npos);
  CHECK(list.find("Kun for jobcenteret") == std::string::npos);
  CHECK(site.read("public/planer-akasse/anders-dagpenge.html").find("href=\"index.html\"") != std::string::npos);
  // A plan that is called as the list is has a name of its own.
  CHECK_MESSAGE(site.read("public/planer/plan-index.html").find("Kun for jobcenteret") != std::string::npos, run.err);
  CHECK(site.read("public/index.html").find("href=\"planer/plan-index.html\">Kun for jobcenteret") != std::string::npos);
}

TEST_CASE("building again writes nothing, and a plan that is gone takes its outputs with it") {
  const test_support::TemporaryFolder site;
  write_site(site);
  fs::remove(site.path() / "planer/i-stykker.json");
  CHECK(build(site).exit_code == 0);
  const auto before = all_bytes(site.path() / "public");
  const auto again = build(site);
  CHECK(again.err.find("public: 0 filer skrevet") != std::string::npos);
  CHECK(all_bytes(site.path() / "public") == before);
  fs::remove(site.path() / "planer/lille-plan.json");
  CHECK(build(site).err.find("1 fjernet") != std::string::npos);
  CHECK(!fs::exists(site.path() / "public/planer/lille-plan.html"));
}

TEST_CASE("same input, same bytes: on another day's clock, in another folder, with other threads") {
  const test_support::TemporaryFolder site;
  write_site(site);
  build(site, {"--out", "en", "--jobs", "1"});
  build(site, {"--out", "fire", "--jobs", "4"});
  CHECK(all_bytes(site.path() / "en") == all_bytes(site.path() / "fire"));
}

TEST_CASE("two plans that would get the same name are refused, not mixed up") {
  const test_support::TemporaryFolder site;
  write_site(site);
  fs::create_directories(site.path() / "planer/flere");
  fs::copy_file(kSamples / "lille-plan.json", site.path() / "planer/flere/lille-plan.json");
  const auto run = build(site);
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("fejl[line.samme-navn]") != std::string::npos);
  CHECK_MESSAGE(run.err.find("\n3 planer har fejl og er ikke lavet\n") != std::string::npos, run.err);
  CHECK_FALSE(fs::exists(site.path() / "public/planer/lille-plan.html"));
}

TEST_CASE("of two plans with one name neither is made, and what else is wrong in each is said") {
  const test_support::TemporaryFolder site;
  site.write("vejviser.json", R"({"plans": ["planer"], "forms": ["html"], "theme": "standard"})");
  auto twin = nlohmann::json::parse(end_to_end::read_file(kSamples / "lille-plan.json"));
  twin["id"] = "tvilling";
  site.write("planer/b.json", twin.dump());
  twin["maalgruppe"] = "ukendt";
  site.write("planer/a.json", twin.dump());
  twin["borger"].erase("navn");
  site.write("planer/c.json", twin.dump());
  const auto run = build(site);
  INFO(run.err);
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("fejl[line.samme-navn]: planer/b.json og planer/a.json") != std::string::npos);
  CHECK(run.err.find("fejl[line.samme-navn]: planer/c.json og planer/a.json") != std::string::npos);
  CHECK(run.err.find("planer/a.json:1:") != std::string::npos);
  CHECK(run.err.find("planer/c.json:1:") != std::string::npos);
  CHECK(run.err.find("; 0 planer") != std::string::npos);
  CHECK(run.err.find("\n3 planer har fejl og er ikke lavet\n") != std::string::npos);
  CHECK_FALSE(fs::exists(site.path() / "public/planer/tvilling.html"));
}

TEST_CASE("two lines of a night's export with the same id are named, by build and by check") {
  const test_support::TemporaryFolder site;
  write_site(site);
  const auto plan = R"({"type": "min-plan", "id": "x-1"})";
  site.write("planer/nat.ndjson", std::string(plan) + "\n\n" + plan + "\n");
  for (const auto& run : {build(site), vejviser({"check", "planer/nat.ndjson"}, site.path())}) {
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find("planer/nat.ndjson:3:1: fejl[line.samme-id]: planerne på linje 1 og 3 har samme id, x-1") !=
                      std::string::npos,
                  run.err);
    CHECK(run.err.find("= rettelse: giv hver sit eget id\n") != std::string::npos);
  }
}

TEST_CASE("an output folder that cannot be written is the world's fault") {
  const test_support::TemporaryFolder site;
  write_site(site);
  site.write("optaget", "en fil");
  const auto run = build(site, {"--out", "optaget"});
  CHECK(run.exit_code == 3);
  CHECK(run.err.find("optaget") != std::string::npos);
}

TEST_CASE("a site's own mistakes are reported at their place") {
  const test_support::TemporaryFolder site;
  site.write("vejviser.json", "{\"plans\": [\"planer\"],\n \"thema\": \"standard\"}");
  const auto run = build(site);
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "vejviser.json:2:2: fejl[indstilling.ukendt-noegle]: ukendt nøgle \"thema\"\n"
        "    2 |  \"thema\": \"standard\"}\n"
        "      |  ^^^^^^^\n"
        "      = rettelse: fjern den, eller ret navnet; en bemærkning begynder med //\n"
        "      = rettelse: mente du \"theme\"?\n");
}

TEST_CASE("on a terminal a bar shows how far the build is, and is gone when it is done; in a file there is none") {
  const test_support::TemporaryFolder site;
  write_site(site);
  const auto piped = build(site);
  CHECK(piped.err.find('\r') == std::string::npos);
  CHECK(piped.err.find("[#") == std::string::npos);
  const auto terminal = test_support::run_program(
      {.arguments = {"script", "-qec", VEJVISER_PROGRAM " build --date 2019-11-21 --jobs 1", "/dev/null"},
       .folder = site.path(),
       .environment = {"LC_ALL=da_DK.UTF-8", "TERM=xterm"}});
  CHECK(terminal.exit_code == 1);
  CHECK_MESSAGE(terminal.out.find("[........................] 0/3  ") != std::string::npos, terminal.out);
  CHECK(terminal.out.find("[################........] 2/3  i-stykker") != std::string::npos);
  CHECK(terminal.out.find("[########################] 3/3  lille-plan\r\x1b[K") != std::string::npos);
}

TEST_CASE("the manifest remembers the warnings of plans, pages and books, and keeps them while they are unchanged") {
  const test_support::TemporaryFolder site;
  add_plan(site, "lille-plan.json");
  site.write("bog/index.md", "---\ntitle: Bog\n---\n\nEt <b>fedt</b> ord.\n");
  site.write("god/index.md", "---\ntitle: God\n---\n\nEt ord.\n");
  site.write("vejviser.json", R"({"plans": ["planer"], "guides": ["bog", "god"], "forms": ["html", "pdf"]})");
  for (const std::string round : {"first", "again"}) {
    INFO(round);
    REQUIRE(build(site).exit_code == 0);
    const auto outputs = nlohmann::json::parse(site.read("public/vejviser-manifest.json"))["outputs"];
    CHECK(outputs["planer/lille-plan.pdf"]["warnings"] == 1);
    CHECK(outputs["planer/lille-plan.html"]["warnings"] == 1);
    CHECK(outputs["bog/index.html"]["warnings"] == 2);
    CHECK(outputs["bog/bog.pdf"]["warnings"] == 2);
    CHECK(outputs["bog/bog.pdf"]["pages"].get<int>() >= 2);
    CHECK(outputs["god/index.html"]["warnings"] == 0);
    CHECK(outputs["god/god.pdf"]["warnings"] == 0);
  }
}

TEST_CASE("a site is not built into the root of the file system, nor into a folder that holds what it is made of") {
  const test_support::TemporaryFolder folder;
  const fs::path site = folder.path() / "sted";
  folder.write("sted/vejviser.json", R"({"plans": ["planer/*.json"], "guides": ["bog/haandbog"], "snippets": "uddrag",
    "themes": "temaer", "forms": ["html"]})");
  folder.write("sted/planer/lille-plan.json", end_to_end::read_file(kSamples / "lille-plan.json"));
  folder.write("sted/bog/haandbog/index.md", "---\ntitle: Bog\n---\nHej.\n");
  folder.write("sted/uddrag/min-plan/kontrakt.md", "Hej.\n");
  fs::create_directories(site / "temaer");
  fs::create_directory_symlink(site / "planer", site / "genvej");
  const std::vector<std::string> refused{"/",          "//",           ".",      "..",     "planer", "./planer/",
                                         "bog",        "bog/haandbog", "uddrag", "temaer", "genvej", "ud/../planer",
                                         site.string()};
  for (const std::string& out : refused) {
    CAPTURE(out);
    const auto run = vejviser({"build", "--date", "2019-11-21", "--out", out}, site);
    CHECK_MESSAGE(run.exit_code == 2, run.err);
    CHECK_MESSAGE(run.err.find(out.starts_with("/") && out.size() < 3 ? "fejl[kommando.ud.rod]"
                                                                      : "fejl[kommando.ud.kilder]") != std::string::npos,
                  run.err);
  }
  CHECK(files_below(folder.path()).size() == 4);
  for (const std::string out : {"public", "planer/ud", "../ud", "planerne"}) {
    CAPTURE(out);
    const auto run = vejviser({"build", "--date", "2019-11-21", "--out", out}, site);
    CHECK_MESSAGE(run.exit_code != 2, run.err);
    CHECK(fs::exists(site / out / "index.html"));
  }
}

TEST_CASE("a plan's page leads to those of its PDFs that the site makes") {
  struct Row {
    const char* forms;
    bool print;
    bool pdf;
  };
  const test_support::TemporaryFolder site;
  add_plan(site, "anders-dagpenge.json");
  // One after the other in one folder: what a page leads to belongs to what it is made of.
  for (const auto& row : {Row{R"(["html", "print", "pdf"])", true, true}, Row{R"(["html"])", false, false},
                          Row{R"(["html", "print"])", true, false}, Row{R"(["html", "pdf"])", false, true}}) {
    CAPTURE(std::string(row.forms));
    site.write("vejviser.json",
               R"({"plans": ["planer"], "audiences": ["borger", "akasse"], "forms": )" + std::string(row.forms) + "}");
    CHECK(build(site).exit_code == 0);
    for (const auto* folder : {"public/planer", "public/planer-akasse"}) {
      const auto page = end_to_end::read_file(site.path() / folder / "anders-dagpenge.html");
      CHECK((page.find(R"(href="anders-dagpenge-print.pdf")") != std::string::npos) == row.print);
      CHECK((page.find("Udskriv</a>") != std::string::npos) == row.print);
      CHECK((page.find(R"(href="anders-dagpenge.pdf")") != std::string::npos) == row.pdf);
      CHECK(fs::exists(site.path() / folder / "anders-dagpenge-print.pdf") == row.print);
    }
  }
}

TEST_CASE("the lists of plans tell them apart by their target groups, for each audience that gets them") {
  const test_support::TemporaryFolder site;
  add_plan(site, "lille-plan.json");
  add_plan(site, "anders-dagpenge.json");
  add_plan(site, "stine-kombiplan.json");
  site.write("vejviser.json", R"({"plans": ["planer"], "audiences": ["borger", "akasse"], "forms": ["html"]})");
  CHECK(build(site).exit_code == 0);
  for (const auto* list : {"public/index.html", "public/planer-akasse/index.html"}) {
    const auto html = end_to_end::read_file(site.path() / list);
    CHECK_MESSAGE(html.find("Anders Holm</a> <span class=\"daempet\">Dagpengemodtager</span>") != std::string::npos, html);
    CHECK(html.find("<span class=\"daempet\">Dagpengemodtager med uddannelsespålæg</span>") != std::string::npos);
    CHECK(html.find("<span class=\"daempet\">Min Plan</span>") == std::string::npos);
  }
}

TEST_CASE("a plan of a citizen without an a-kasse is nowhere in what the a-kasse gets, and the build says so once") {
  const test_support::TemporaryFolder site;
  for (const auto* sample : {"anders-dagpenge.json", "lille-plan.json", "erling-ressourceforloeb.json"})
    add_plan(site, sample);
  site.write("vejviser.json", R"({"plans": ["planer"], "audiences": ["borger", "akasse"], "forms": ["html", "pdf"]})");
  const auto run = build(site);
  CHECK(run.exit_code == 0);
  const std::string advice =
      "vejviser.json: råd[line.planer-uden-akasse]: planer til borgere uden a-kasse: 2; dem får a-kassen ikke";
  CHECK_MESSAGE(run.err.find(advice) != std::string::npos, run.err);
  CHECK(run.err.find("planer-uden-akasse", run.err.find(advice) + advice.size()) == std::string::npos);
  for (const auto& file : files_below(site.path() / "public/planer-akasse")) {
    CHECK_MESSAGE((file == "index.html" || file == "aendringer.json" || file.starts_with("anders-dagpenge")), file);
    const auto bytes = site.read("public/planer-akasse/" + file);
    CHECK_MESSAGE((bytes.find("Erling") == std::string::npos && bytes.find("Bo Vang") == std::string::npos), file);
  }
  CHECK(site.read("public/vejviser-manifest.json").find("planer-akasse/erling") == std::string::npos);
  CHECK(fs::exists(site.path() / "public/planer/erling-ressourceforloeb.pdf"));
}

TEST_CASE("a site for the a-kasse alone leaves out the plans of others, and does not count them as made") {
  const test_support::TemporaryFolder site;
  add_plan(site, "anders-dagpenge.json");
  add_plan(site, "lille-plan.json");
  site.write("vejviser.json", R"({"plans": ["planer"], "audiences": ["akasse"], "forms": ["html"]})");
  const auto run = build(site);
  CHECK(run.exit_code == 0);
  CHECK_MESSAGE(run.err.find("1 plan") != std::string::npos, run.err);
  CHECK(site.read("public/index.html").find("Bo Vang") == std::string::npos);
  CHECK(!fs::exists(site.path() / "public/planer-akasse/lille-plan.html"));
}

TEST_CASE("a plan is not rendered for the a-kasse of a citizen who has none, at its group") {
  const test_support::TemporaryFolder folder;
  folder.write("plan.json", end_to_end::read_file(kSamples / "lille-plan.json"));
  for (const std::string to : {"html", "pdf", "print", "changes"}) {
    const auto run = vejviser(
        {"render", "plan.json", "--date", "2019-11-21", "--audience", "akasse", "--to", to, "-o", "ud"}, folder.path());
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find("plan.json:4:17: fejl[line.uden-akasse]: borgere i målgruppen andre-ikke-pligt har ingen "
                               "a-kasse, så planen laves ikke til a-kassen") != std::string::npos,
                  run.err);
    CHECK(!fs::exists(folder.path() / "ud"));
  }
}
