#include <doctest/doctest.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
namespace fs = std::filesystem;

namespace {

/// Checks a plan and gives everything that was said.
test_support::ProgramRun check_plan(const test_support::TemporaryFolder& folder, const std::string& plan) {
  folder.write("plan.json", plan);
  return vejviser({"check", "plan.json", "--date", "2019-11-21"}, folder.path());
}

std::string small_plan() { return end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/lille-plan.json"); }

std::string with(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

/// UTF-16 with the least significant byte first, as some editors save.
std::string in_utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

struct HostileCase {
  std::string name;
  std::string plan;
  std::string expected;  ///< Everything that is said before the closing line.
};

const std::string kOneError = "1 fejl, 0 advarsler og 0 råd i 1 plan\n";

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<HostileCase> hostile_cases() {
  const std::string deep(10'000, '[');
  const std::string closed(10'000, ']');
  return {
      {"empty file", "",
       "plan.json:1:1: fejl[json.tom]: filen er tom\n"
       "      = rettelse: skriv planen ind, eller fjern filen; en plan begynder med {\n"},
      {"nothing but white space", " \n",
       "plan.json:1:1: fejl[json.tom]: filen er tom\n"
       "    1 |  \n"
       "      | ^\n"
       "      = rettelse: skriv planen ind, eller fjern filen; en plan begynder med {\n"},
      {"not UTF-8", with(small_plan(), "Bo Vang", "Bo V\xE6ng"),
       "plan.json:5:27: fejl[json.ikke-utf8]: tegnet er ikke gyldig UTF-8\n"
       "    5 |   \"borger\": {\"navn\": \"Bo V\xEF\xBF\xBDng\"},\n"
       "      |                           ^\n"
       "      = rettelse: gem filen som UTF-8; den er måske gemt som ISO-8859-1 eller Windows-1252\n"},
      {"UTF-16", in_utf16("{}"),
       "plan.json:1:1: fejl[json.utf16]: filen er gemt som UTF-16\n"
       "    1 | \xEF\xBF\xBD\xEF\xBF\xBD{\xEF\xBF\xBD}\xEF\xBF\xBD\n"
       "      | ^^\n"
       "      = rettelse: gem filen som UTF-8\n"},
      {"NUL byte", with(small_plan(), "Bo Vang", std::string("Bo\0Vang", 7)),
       "plan.json:5:25: fejl[json.nul-byte]: der står en NUL-byte i filen\n"
       "    5 |   \"borger\": {\"navn\": \"Bo\xEF\xBF\xBDVang\"},\n"
       "      |                         ^\n"
       "      = rettelse: gem filen igen som ren tekst i UTF-8; den kan være gemt som UTF-16 eller være skåret over\n"},
      {"cut off", small_plan().substr(0, 60),
       "plan.json:4:17: fejl[json.syntaks.ulukket-tekst]: teksten lukkes ikke på sin egen linje\n"
       "    4 |   \"maalgruppe\": \"and\n"
       "      |                 ^^^^\n"
       "      = rettelse: sæt et anførselstegn til sidst i teksten; et linjeskift inde i en tekst skrives \\n\n"},
      {"10,000 nested lists", deep + closed,
       "plan.json:1:101: fejl[json.for-dybt]: her står mere end 100 objekter og lister inde i hinanden\n"
       "    1 | " +
           std::string(100, '[') +
           "\n"
           "      | " +
           std::string(50, ' ') +
           "^\n"
           "      = rettelse: en plan er under ti niveauer dyb; se efter en parentes, der ikke lukkes\n"},
      {"10,000 nested lists within a plan", with(small_plan(), "\"Bo Vang\"", deep + closed),
       "plan.json:5:120: fejl[json.for-dybt]: her står mere end 100 objekter og lister inde i hinanden\n"
       "    5 | " +
           std::string(100, '[') +
           "\n"
           "      | " +
           std::string(50, ' ') +
           "^\n"
           "      = rettelse: en plan er under ti niveauer dyb; se efter en parentes, der ikke lukkes\n"},
      {"a key twice", with(small_plan(), "\"version\": 1,", R"("version": 1, "version": 1,)"),
       "plan.json:3:17: fejl[json.gentaget-noegle]: nøglen \"version\" står to gange i det samme objekt\n"
       "    3 |   \"version\": 1, \"version\": 1,\n"
       "      |                 ^^^^^^^^^\n"
       "      = rettelse: behold den ene\n"
       "      = rettelse: den første står i linje 3, kolonne 3\n"},
      {"a wrong type", with(small_plan(), "\"Bo Vang\"", "17"),
       "plan.json:5:22: fejl[skema.forkert-type]: værdien af \"navn\" har den forkerte type\n"
       "    5 |   \"borger\": {\"navn\": 17},\n"
       "      |                      ^^\n"
       "      = rettelse: her skal stå en tekst i anførselstegn\n"},
      {"an unknown key", with(small_plan(), "\"version\": 1,", R"("version": 1, "versoin": 1,)"),
       "plan.json:3:17: fejl[skema.ukendt-noegle]: nøglen \"versoin\" findes ikke her\n"
       "    3 |   \"version\": 1, \"versoin\": 1,\n"
       "      |                 ^^^^^^^^^\n"
       "      = rettelse: fjern nøglen, eller ret den\n"
       "      = rettelse: mente du \"version\"?\n"},
      {"a key that would write on the terminal",
       with(small_plan(), "\"version\": 1,", R"("version": 1, "\u001b[2J\nx": 1,)"),
       "plan.json:3:17: fejl[skema.ukendt-noegle]: nøglen \"\xEF\xBF\xBD[2J\xEF\xBF\xBDx\" findes ikke her\n"
       "    3 |   \"version\": 1, \"\\u001b[2J\\nx\": 1,\n"
       "      |                 ^^^^^^^^^^^^^^\n"
       "      = rettelse: fjern nøglen, eller ret den\n"},
      {"a list of plans", "[]",
       "plan.json:1:1: fejl[plan.ikke-et-objekt]: en plan er et JSON-objekt\n"
       "    1 | []\n"
       "      | ^^\n"
       "      = rettelse: begynd med { og slut med }\n"
       "      = rettelse: er det en liste af planer, så skriv én plan på hver linje i en fil, der ender på .ndjson\n"},
  };
}

/// Starts a file that grows piece by piece, since a test should not hold 200 MB.
void write_large(const fs::path& file, const std::string& piece, int times, const std::string& end) {
  std::ofstream out(file, std::ios::binary);
  out << R"({"type": "min-plan", "version": 1, "x": [)";
  for (int i = 0; i < times; ++i) out << piece;
  out << end;
}

}  // namespace

TEST_CASE("every kind of broken input gets its own clear message and exit code 1") {
  const test_support::TemporaryFolder folder;
  for (const auto& hostile : hostile_cases()) {
    INFO(hostile.name);
    const auto run = check_plan(folder, hostile.plan);
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err == hostile.expected + kOneError);
  }
}

TEST_CASE("what is broken is refused by render and build in the same words, and makes nothing") {
  for (const auto& hostile : hostile_cases()) {
    INFO(hostile.name);
    const test_support::TemporaryFolder folder;
    folder.write("plan.json", hostile.plan);
    folder.write("vejviser.json", R"({"plans": ["plan.json"], "forms": ["html"]})");
    const auto render = vejviser({"render", "plan.json", "-o", "plan.html", "--date", "2019-11-21"}, folder.path());
    CHECK(render.exit_code == 1);
    CHECK(render.err == hostile.expected);
    CHECK(!fs::exists(folder.path() / "plan.html"));
    const auto build = vejviser({"build", "--date", "2019-11-21"}, folder.path());
    CHECK(build.exit_code == 1);
    CHECK_MESSAGE(build.err.starts_with("i dag er 2019-11-21\n" + hostile.expected + "public: "), build.err);
    CHECK_MESSAGE(build.err.ends_with(" 0 fjernet; 0 planer og 0 vejledninger\n1 plan har fejl og er ikke lavet\n"),
                  build.err);
    CHECK(!fs::exists(folder.path() / "public/planer"));
  }
}

TEST_CASE("a byte order mark is passed over, and takes no column") {
  const test_support::TemporaryFolder folder;
  const auto run = check_plan(folder, "\xEF\xBB\xBF" + small_plan());
  CHECK(run.exit_code == 0);
  CHECK(run.err ==
        "plan.json:1:1: advarsel[min-plan.maal.mangler]: planen har intet mål\n"
        "    1 | {\n"
        "      | ^\n"
        "      = rettelse: tilføj et jobmål eller et uddannelsesmål\n"
        "0 fejl, 1 advarsel og 0 råd i 1 plan\n");
}

TEST_CASE("more than two million values end with a clear message") {
  const test_support::TemporaryFolder folder;
  write_large(folder.path() / "mange.json", "1,1,1,1,1,1,1,1,1,1,", 200'001, "1]}");
  const auto run = vejviser({"check", "mange.json", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err == "mange.json:1:1: fejl[json.for-mange-vaerdier]: dokumentet har mere end 2000000 værdier\n" + kOneError);
}

TEST_CASE("200 MB of JSON ends with a clear message before it is read, whichever file it stands in") {
  const test_support::TemporaryFolder folder;
  write_large(folder.path() / "stor.json", "\"" + std::string(1'000'000, '1') + "\",", 200, "0]}");
  const auto run = vejviser({"check", "stor.json", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "stor.json: fejl[line.plan-for-stor]: planen fylder 201 MB; en plan må højst fylde 64 MB\n"
        "      = rettelse: se efter, hvad der er kommet med: en plan fylder normalt under 1 MB, og mange planer skrives på "
        "hver "
        "sin linje i en fil, der ender på .ndjson\n");
}

TEST_CASE("an export may be larger than a plan, but no line of it") {
  const test_support::TemporaryFolder folder;
  write_large(folder.path() / "nat.ndjson", "\"" + std::string(1'000'000, '1') + "\",", 65, "0]}\n{}\n");
  const auto run = vejviser({"check", "nat.ndjson", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "nat.ndjson:1:1: fejl[line.plan-for-stor]: planen fylder 66 MB; en plan må højst fylde 64 MB\n"
        "nat.ndjson:2:1: fejl[plan.uden-type]: planen siger ikke, hvilken type den er\n"
        "2 fejl, 0 advarsler og 0 råd i 1 plan\n");
}

TEST_CASE("a link out of the plan's folder is not followed") {
  const test_support::TemporaryFolder folder;
  folder.write("hemmelig.json", small_plan());
  fs::create_directories(folder.path() / "planer");
  fs::create_symlink(folder.path() / "hemmelig.json", folder.path() / "planer/plan.json");
  const auto run = vejviser({"check", "planer", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err.starts_with("fejl[base.fil.uden-for-rod]: planer/plan.json"));
}

TEST_CASE("a full disk leaves nothing half-written") {
  const test_support::TemporaryFolder folder;
  folder.write("plan.json", small_plan());
  fs::create_directory(folder.path() / "ud");
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
