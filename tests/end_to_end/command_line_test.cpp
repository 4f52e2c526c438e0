#include <doctest/doctest.h>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;

TEST_CASE("--help teaches every command, in both languages, and each command has examples") {
  const auto help = vejviser({"--help"});
  CHECK(help.exit_code == 0);
  for (const auto* command : {"build", "check", "render", "new", "kinds", "schema", "themes", "engines"}) {
    CHECK_MESSAGE(help.out.find(std::string("\n  ") + command) != std::string::npos, command);
    const auto own = vejviser({command, "--help"});
    CHECK(own.exit_code == 0);
    CHECK_MESSAGE(own.out.find("vejviser " + std::string(command)) != std::string::npos, own.out);
    CHECK(own.out.find("hjaelp.") == std::string::npos);
  }
  CHECK(help.out.find("Slutkoder: 0") != std::string::npos);
  CHECK(vejviser({"--help", "--lang", "en"}).out.find("Exit codes: 0") != std::string::npos);
}

TEST_CASE("no command at all shows the help and is wrong use") {
  const auto run = vejviser({});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("Kommandoer") != std::string::npos);
}

TEST_CASE("the listings list") {
  CHECK(vejviser({"kinds"}).out.find("min-plan") != std::string::npos);
  CHECK(vejviser({"engines"}).out.find("wkhtmltopdf") != std::string::npos);
  const auto themes = vejviser({"themes"});
  CHECK(themes.exit_code == 0);
  for (const auto* theme : {"standard", "kommune"}) CHECK(themes.out.find(theme) != std::string::npos);
  CHECK(vejviser({"schema", "min-plan"}).out ==
        end_to_end::read_file(VEJVISER_SOURCE_DIR "/generator/kinds/min-plan/schema.json"));
  const auto unknown = vejviser({"schema", "minplan"});
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err.find("mente du \"min-plan\"?") != std::string::npos);
}

TEST_CASE("a new theme works at once, and is never written over") {
  const test_support::TemporaryFolder folder;
  CHECK(vejviser({"new", "theme", "mit-tema"}, folder.path()).exit_code == 0);
  const auto plan = std::string(VEJVISER_SOURCE_DIR "/samples/anders-dagpenge.json");
  const auto render = vejviser(
      {"render", plan, "--to", "html", "--theme", "mit-tema", "-o", "plan.html", "--date", "2019-11-21"}, folder.path());
  CHECK_MESSAGE(render.exit_code == 0, render.err);
  CHECK(folder.read("plan.html").find("Anders Holm") != std::string::npos);
  const auto again = vejviser({"new", "theme", "mit-tema"}, folder.path());
  CHECK(again.exit_code == 2);
  CHECK(again.err.find("mit-tema findes allerede") != std::string::npos);
}

TEST_CASE("a check that found nothing to check is no green light, and says what to do") {
  const test_support::TemporaryFolder folder;
  const auto nothing = vejviser({"check"}, folder.path());
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.err ==
        "fejl[kommando.intet-at-laese.uden-sti]: der er ingen vejviser.json her, og der er ikke nævnt nogen sti\n"
        "      = rettelse: skriv, hvad der skal ses efter, for eksempel vejviser check planer/\n");
  const auto empty = vejviser({"check", "."}, folder.path());
  CHECK(empty.exit_code == 1);
  CHECK(empty.err ==
        "fejl[kommando.intet-at-laese.i-mappen]: i mappen . er der hverken planer (.json, .ndjson), vejledninger eller "
        "temaer\n"
        "      = rettelse: ret stien, eller læg noget i mappen; en vejledning er en mappe med index.md\n");
  folder.write("vejviser.json", "{}");
  const auto site = vejviser({"check"}, folder.path());
  CHECK(site.exit_code == 1);
  CHECK(site.err ==
        "fejl[kommando.intet-at-laese.i-webstedet]: vejviser.json nævner hverken planer eller vejledninger\n"
        "      = rettelse: nævn dem under \"plans\" og \"guides\", eller skriv en sti efter check\n");
}

TEST_CASE("a misspelt path gets the nearest name that is there") {
  const test_support::TemporaryFolder folder;
  folder.write("planer/anne.json", "{}");
  const auto run = vejviser({"check", "planer/ane.json"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err ==
        "fejl[base.fil.findes-ikke]: planer/ane.json findes ikke\n"
        "      = rettelse: ret stien, eller opret filen\n"
        "      = rettelse: mente du \"planer/anne.json\"?\n");
}

TEST_CASE("a build without a site says how to make one, and what the settings name wrongly is placed on them") {
  const test_support::TemporaryFolder folder;
  const auto without = vejviser({"build"}, folder.path());
  CHECK(without.exit_code == 2);
  CHECK(without.err ==
        "fejl[kommando.intet-websted]: vejviser.json findes ikke, så der er intet websted at bygge\n"
        "      = rettelse: opret filen, for eksempel med {\"plans\": [\"planer\"]}, eller peg på en anden med --site\n"
        "se vejviser build --help\n");
  folder.write("vejviser.json", R"({"guides": ["bgo"], "forms": ["html"]})");
  folder.write("bog/index.md", "---\ntitle: Bog\n---\n\nHej.\n");
  const auto wrong = vejviser({"check"}, folder.path());
  CHECK(wrong.exit_code == 1);
  CHECK(wrong.err ==
        "vejviser.json:1:13: fejl[base.fil.findes-ikke]: bgo findes ikke\n"
        "    1 | {\"guides\": [\"bgo\"], \"forms\": [\"html\"]}\n"
        "      |             ^^^^^\n"
        "      = rettelse: ret stien, eller opret filen\n"
        "      = rettelse: mente du \"bog\"?\n");
  folder.write("vejviser.json", R"({"guides": ["bog"], "snippets": "uddrag", "kinds": "slags"})");
  CHECK(vejviser({"check", "--format", "short"}, folder.path()).err ==
        "vejviser.json:1:33: fejl[base.fil.findes-ikke]: uddrag findes ikke\n"
        "vejviser.json:1:52: fejl[base.fil.findes-ikke]: slags findes ikke\n");
}

TEST_CASE("what is neither one plan nor one guide is not rendered, with words that fit") {
  const test_support::TemporaryFolder folder;
  const auto plan = end_to_end::read_file(VEJVISER_SOURCE_DIR "/samples/lille-plan.json");
  CHECK(vejviser({"new", "theme", "mit-tema"}, folder.path()).exit_code == 0);
  const auto theme = vejviser({"render", "mit-tema", "-o", "x.pdf"}, folder.path());
  CHECK(theme.exit_code == 2);
  CHECK(theme.err ==
        "fejl[kommando.ikke-et-dokument]: mit-tema er hverken én plan eller én vejledning\n"
        "      = rettelse: render laver ét dokument; nævn en plan (JSON-fil) eller en vejledning (mappe med index.md)\n"
        "se vejviser render --help\n");
  folder.write("to.ndjson", R"({"a": 1})"
                            "\n"
                            R"({"a": 2})"
                            "\n");
  const auto two = vejviser({"render", "to.ndjson", "-o", "x.pdf"}, folder.path());
  CHECK(two.exit_code == 2);
  CHECK(two.err ==
        "fejl[kommando.flere-planer]: to.ndjson indeholder 2 planer, og render laver ét dokument\n"
        "      = rettelse: brug build til mange planer, eller læg planen i en fil for sig selv\n"
        "se vejviser render --help\n");
  folder.write("en/plan.json", plan);
  const auto one = vejviser({"render", "en", "-o", "plan.html", "--date", "2019-11-21"}, folder.path());
  CHECK(one.exit_code == 0);
  CHECK(one.err.ends_with("skrev plan.html\n"));
}
