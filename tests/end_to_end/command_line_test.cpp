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

TEST_CASE("a check that found nothing to check is no green light") {
  const test_support::TemporaryFolder folder;
  const auto run = vejviser({"check"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("fejl[kommando.intet-at-laese]") != std::string::npos);
}
