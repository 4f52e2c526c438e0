#include <doctest/doctest.h>

#include <filesystem>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSchema = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Rejseplan",
  "description": "En rejse.",
  "type": "object",
  "required": ["type", "maal"],
  "properties": {"type": {"const": "rejseplan"}, "maal": {"type": "string"}},
  "additionalProperties": false
}
)";

/// A site in a folder of its own, with a kind, a theme and limits of its own, and a plan of each sort.
void write_other_site(const TemporaryFolder& folder) {
  folder.write("andet/vejviser.json",
               R"({"plans": ["planer"], "guides": ["bog"], "theme": "mit", "limits": {"hvadTegn": 5}})");
  folder.write("andet/kinds/rejseplan/schema.json", kSchema);
  folder.write(
      "andet/themes/mit/theme.json",
      R"({"name": "mit", "description": "Et eget tema.", "boxes": {"vejr": {"label": "Vejr", "icon": "fakta", "colour": "viden"}}})");
  folder.write("andet/planer/rejse.json", R"({"type": "rejseplan", "maal": "Skagen"})");
  folder.write("andet/bog/index.md", "---\ntitle: Bog\n---\n\n> [!vejr]\n> Det bliver regn.\n");
  folder.write("andet/lang/plan.json",
               end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"));
}

test_support::ProgramRun check(const TemporaryFolder& folder, std::vector<std::string> paths) {
  paths.insert(paths.begin(), "check");
  paths.insert(paths.end(), {"--format", "short", "--date", "2019-11-21"});
  return vejviser(paths, folder.path());
}

}  // namespace

TEST_CASE("a path is judged by the site that it lies in: its kinds, its theme's boxes, its limits") {
  const TemporaryFolder folder;
  write_other_site(folder);
  for (const std::string whole : {"andet/vejviser.json", "andet", "andet/"}) {
    INFO(whole);
    const auto run = check(folder, {whole});
    CHECK(run.err == "1 plan og 1 vejledning er i orden\n");
    CHECK(run.exit_code == 0);
  }
  CHECK(check(folder, {"andet/planer"}).err == "1 plan er i orden\n");
  CHECK(check(folder, {"andet/planer/rejse.json"}).err == "1 plan er i orden\n");
  CHECK(check(folder, {"andet/bog"}).err == "1 vejledning er i orden\n");
  CHECK(check(folder, {(folder.path() / "andet/bog").string()}).err == "1 vejledning er i orden\n");
  const auto limited = check(folder, {"andet/lang"});
  CHECK(limited.exit_code == 1);
  CHECK_MESSAGE(limited.err.find("fejl[min-plan.indsats.for-lang-tekst]") != std::string::npos, limited.err);
}

TEST_CASE("the same plan outside the site is of no kind that is known") {
  const TemporaryFolder folder;
  write_other_site(folder);
  folder.write("uden/rejse.json", R"({"type": "rejseplan", "maal": "Skagen"})");
  const auto run = check(folder, {"uden/rejse.json", "andet/planer/rejse.json"});
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "uden/rejse.json:1:10: fejl[plan.ukendt-type]: plantypen \"rejseplan\" findes ikke\n"
        "1 fejl, 0 advarsler og 0 råd i 2 planer\n");
}

TEST_CASE("from inside a site its settings are found above") {
  const TemporaryFolder folder;
  write_other_site(folder);
  const auto run = vejviser({"check", "rejse.json", "--date", "2019-11-21"}, folder.path() / "andet/planer");
  CHECK(run.err == "1 plan er i orden\n");
  CHECK(vejviser({"check", ".", "--date", "2019-11-21"}, folder.path() / "andet").err ==
        "1 plan og 1 vejledning er i orden\n");
}

TEST_CASE("a site's settings that are wrong are said once, and another site is checked all the same") {
  const TemporaryFolder folder;
  write_other_site(folder);
  folder.write("skaevt/vejviser.json", R"({"plan": []})");
  folder.write("skaevt/a.json", "{}");
  folder.write("skaevt/b.json", "{}");
  const auto run = check(folder, {"skaevt/a.json", "skaevt/b.json", "andet/planer"});
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "skaevt/vejviser.json:1:2: fejl[indstilling.ukendt-noegle]: ukendt nøgle \"plan\"\n"
        "1 fejl, 0 advarsler og 0 råd i 1 plan\n");
}

TEST_CASE("a theme's folder is checked as a theme, and its files are no plans") {
  const TemporaryFolder folder;
  write_other_site(folder);
  CHECK(check(folder, {"andet/themes/mit"}).err == "1 tema er i orden\n");
  CHECK(check(folder, {"andet/themes"}).err == "1 tema er i orden\n");
  CHECK(vejviser({"check", "mit"}, folder.path() / "andet/themes").err == "1 tema er i orden\n");
  CHECK(check(folder, {"andet/kinds"}).err == "1 plantype er i orden\n");
  folder.write("andet/themes/mit/theme.json", R"({"name": "mit", "tokens": {"farve-acent": "#fff"}})");
  const auto run = check(folder, {"andet/themes/mit"});
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.err.starts_with("andet/themes/mit/theme.json:1:"), run.err);
  CHECK_MESSAGE(run.err.ends_with("i 1 tema\n"), run.err);
}

TEST_CASE("settings of another name are no plan: they are named with --site") {
  const TemporaryFolder folder;
  write_other_site(folder);
  fs::copy_file(folder.path() / "andet/vejviser.json", folder.path() / "andet/proeve.json");
  const auto as_plan = check(folder, {"andet/proeve.json"});
  CHECK(as_plan.err == "fejl[line.er-indstillinger]: andet/proeve.json er ikke en plan, men et websteds indstillinger\n");
  CHECK(as_plan.exit_code == 1);
  CHECK(check(folder, {"--site", "andet/proeve.json"}).err == "1 plan og 1 vejledning er i orden\n");
  folder.write("fremmed/rejse.json", end_to_end::read_file(folder.path() / "andet/planer/rejse.json"));
  CHECK(check(folder, {"fremmed/rejse.json"}).exit_code == 1);
  CHECK(check(folder, {"fremmed/rejse.json", "--site", "andet/proeve.json"}).err == "1 plan er i orden\n");
  CHECK(check(folder, {"--site", "andet/mangler.json"}).exit_code == 1);
}

TEST_CASE("a file that is read with its folder points at the folder") {
  const TemporaryFolder folder;
  write_other_site(folder);
  CHECK(check(folder, {"andet/themes/mit/theme.json"}).err ==
        "fejl[line.del-af-en-mappe]: andet/themes/mit/theme.json er en del af en mappe, som læses i ét\n");
  const auto inside = vejviser({"check", "index.md"}, folder.path() / "andet/bog");
  CHECK_MESSAGE(inside.err.find("skriv mappen i stedet: .\n") != std::string::npos, inside.err);
}

TEST_CASE("engines tells of the program that a site names") {
  const TemporaryFolder folder;
  folder.write("proeve.json", R"({"command": ["cat", "{html}", "{pdf}"]})");
  const auto without = vejviser({"engines"}, folder.path()).out;
  const auto with = vejviser({"engines", "--site", "proeve.json"}, folder.path()).out;
  CHECK(without != with);
}

TEST_CASE("a theme that extends one that there is none of is a mistake in the theme, not in the command") {
  const TemporaryFolder folder;
  folder.write("mit/theme.json", R"({"name": "mit", "description": "Et tema.", "extends": "komune"})");
  const auto run = vejviser({"check", "mit"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.err.find("mit/theme.json:1:") == 0, run.err);
  CHECK_MESSAGE(run.err.find("mente du \"kommune\"?") != std::string::npos, run.err);
  CHECK_MESSAGE(run.err.find("--help") == std::string::npos, run.err);
}

TEST_CASE("what a theme's own style sheets say outside the print profile is reported at its line") {
  const TemporaryFolder folder;
  folder.write("mit/theme.json", R"({"name": "mit", "description": "Et tema.", "tokens": {"farve-accent": "#0b4f6c"}})");
  folder.write("mit/print.extra.css", "@import \"styles/eget.css\"; p { display: gird; }\na {{\n");
  folder.write("mit/styles/eget.css",
               "h2 { color: var(--farve-accent); }\n.x{display:grid;position:sticky} p{color:#ggg}\n");
  const auto run = check(folder, {"mit"});
  const auto has = [&run](const char* words) { CHECK_MESSAGE(run.err.find(words) != std::string::npos, run.err); };
  has("mit/print.extra.css:1:41: advarsel[sats.css.vaerdi]");
  has("mit/print.extra.css:2:4: advarsel[sats.css.erklaering]");
  has("mit/styles/eget.css:2:12: advarsel[sats.css.vaerdi]");
  has("mit/styles/eget.css:2:26: advarsel[sats.css.vaerdi]");
  has("mit/styles/eget.css:2:42: advarsel[sats.css.vaerdi]");
  CHECK(run.err.find("mit/styles/eget.css:1") == std::string::npos);
  CHECK(run.exit_code == 0);
  for (const std::string theme : {"themes/standard", "themes/kommune"})
    CHECK(vejviser({"check", theme}).err == "1 tema er i orden\n");
}

TEST_CASE("a site names the day that counts as today, and --date another") {
  const TemporaryFolder folder;
  folder.write("vejviser.json", R"({"plans": ["plan.json"], "date": "2019-11-21", "forms": ["html"]})");
  folder.write("plan.json", end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"));
  const auto starts = [](const test_support::ProgramRun& run, const std::string& line) {
    CHECK_MESSAGE(run.err.starts_with(line + "\n"), run.err);
  };
  CHECK(vejviser({"check"}, folder.path()).err == "1 plan er i orden\n");
  const auto built = vejviser({"build"}, folder.path());
  starts(built, "i dag er 2019-11-21, som vejviser.json siger");
  CHECK(built.exit_code == 0);
  starts(vejviser({"render", "plan.json", "-o", "plan.html"}, folder.path()),
         "i dag er 2019-11-21, som vejviser.json siger");
  starts(vejviser({"build", "--date", "2019-11-22"}, folder.path()), "i dag er 2019-11-22");
  CHECK(vejviser({"check", "--date", "2031-01-01"}, folder.path()).exit_code == 1);
  folder.write("vejviser.json", R"({"plans": ["plan.json"], "date": "21-11-2019"})");
  const auto wrong = vejviser({"build"}, folder.path());
  CHECK(wrong.exit_code == 1);
  CHECK_MESSAGE(wrong.err.starts_with("vejviser.json:1:34: fejl[indstilling.forkert-dato]"), wrong.err);
}

TEST_CASE("the site in this folder is as it should be, whatever the machine's date is") {
  const auto run = vejviser({"check"});
  CHECK_MESSAGE(run.exit_code == 0, run.err);
}

TEST_CASE("a theme that has the name of the program's own is checked itself") {
  const TemporaryFolder folder;
  folder.write("kommune/theme.json", R"({"navn": "x"})");
  const auto run = vejviser({"check", "kommune", "--format", "short"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "kommune/theme.json:1:2: fejl[indstilling.ukendt-noegle]: ukendt nøgle \"navn\"\n"
        "1 fejl, 0 advarsler og 0 råd i 1 tema\n");
}

TEST_CASE("what a build wrote, and hidden folders, are no plans") {
  const TemporaryFolder folder;
  folder.write("tomt/vejviser.json", "{}");
  write_other_site(folder);
  CHECK(
      vejviser({"build", "--site", "tomt/vejviser.json", "--out", "andet/planer/ud", "--date", "2019-11-21"}, folder.path())
          .exit_code == 0);
  folder.write("andet/planer/.gemt/plan.json", "ikke JSON");
  folder.write("andet/planer/ud/soeg.json", "ikke en plan");
  CHECK(check(folder, {"andet/planer"}).err == "1 plan er i orden\n");
}

TEST_CASE("kinds, schema and themes list the site's own too, and where each comes from") {
  const TemporaryFolder folder;
  write_other_site(folder);
  const auto kinds = vejviser({"kinds", "--site", "andet/vejviser.json"}, folder.path());
  CHECK(kinds.exit_code == 0);
  CHECK(kinds.out ==
        "min-plan         Min Plan (følger med programmet)\n"
        "rejseplan        Rejseplan (andet/kinds/rejseplan)\n");
  CHECK(vejviser({"kinds"}, folder.path() / "andet").out.find("Rejseplan (kinds/rejseplan)") != std::string::npos);
  CHECK(vejviser({"kinds"}, folder.path()).out == "min-plan         Min Plan (følger med programmet)\n");
  CHECK(vejviser({"schema", "rejseplan"}, folder.path() / "andet").out == kSchema);
  const auto themes = vejviser({"themes"}, folder.path() / "andet");
  CHECK(themes.exit_code == 0);
  CHECK(themes.out.find("mit          Et eget tema. (themes/mit)\n") != std::string::npos);
  CHECK(themes.out.find(" (følger med programmet)\n") != std::string::npos);
}

TEST_CASE("a site that was only found runs no program") {
  const TemporaryFolder folder;
  folder.write("andet/vejviser.json", R"({"engine": "command", "command": ["touch", "../fanget"]})");
  folder.write("andet/plan.json", end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/lille-plan.json"));
  fs::create_directory(folder.path() / "her");
  CHECK(vejviser({"check", "../andet/plan.json", "--date", "2019-11-21"}, folder.path() / "her").exit_code == 0);
  CHECK(vejviser({"render", "../andet/plan.json", "-o", "plan.pdf", "--date", "2019-11-21"}, folder.path() / "her")
            .exit_code == 0);
  CHECK(!fs::exists(folder.path() / "fanget"));
}

TEST_CASE("a site with contracts says where to fetch them only when there is a PDF, and is told when there is none") {
  const TemporaryFolder folder;
  folder.write("planer/fatima.json",
               end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/fatima-integration.json"));
  const auto snippets = fs::path(VEJVISER_SOURCE_DIR) / "content/uddrag";
  for (const std::string forms : {R"(["html"])", R"(["html", "pdf"])"}) {
    INFO(forms);
    const bool makes_pdf = forms.find("pdf") != std::string::npos;
    folder.write("vejviser.json",
                 R"({"plans": ["planer"], "snippets": ")" + snippets.string() + R"(", "forms": )" + forms + "}");
    const auto built = vejviser({"build", "--date", "2019-11-21", "--format", "short"}, folder.path());
    const auto checked = check(folder, {"."});
    for (const auto& run : {built, checked}) {
      CHECK(run.exit_code == 0);
      CHECK((run.err.find("vejviser.json: advarsel[line.kontrakt-uden-pdf]: planer med kontrakt: 1,") !=
             std::string::npos) != makes_pdf);
    }
    const auto page = folder.read("public/planer/fatima-integration.html");
    CHECK((page.find("hente planen") != std::string::npos) == makes_pdf);
    CHECK((page.find("HENT PLAN INKLUSIV KONTRAKT") != std::string::npos) == makes_pdf);
  }
}
