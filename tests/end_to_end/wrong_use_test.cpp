#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
using test_support::TemporaryFolder;

namespace {

/// A wrong command line and everything that is said about it, in both languages.
struct WrongCase {
  std::vector<std::string> arguments;
  const char* danish;
  const char* english;
};

const std::vector<WrongCase> kCases{
    {{"bulid"},
     "fejl[kommando.ukendt-kommando]: \"bulid\" er ikke en kommando\n"
     "      = rettelse: vælg en af: build, check, render, new, kinds, schema, themes, engines\n"
     "      = rettelse: mente du \"build\"?\n"
     "se vejviser --help\n",
     "error[kommando.ukendt-kommando]: \"bulid\" is not a command\n"
     "      = mend: choose one of: build, check, render, new, kinds, schema, themes, engines\n"
     "      = mend: did you mean \"build\"?\n"
     "see vejviser --help\n"},
    {{"plan.json"},
     "fejl[kommando.ukendt-kommando]: \"plan.json\" er ikke en kommando\n"
     "      = rettelse: vælg en af: build, check, render, new, kinds, schema, themes, engines\n"
     "se vejviser --help\n",
     "error[kommando.ukendt-kommando]: \"plan.json\" is not a command\n"
     "      = mend: choose one of: build, check, render, new, kinds, schema, themes, engines\n"
     "see vejviser --help\n"},
    {{"build", "--enigne", "sats"},
     "fejl[kommando.ukendt-tilvalg]: vejviser build har ikke noget tilvalg --enigne\n"
     "      = rettelse: fjern det, eller ret navnet\n"
     "      = rettelse: mente du \"--engine\"?\n"
     "se vejviser build --help\n",
     "error[kommando.ukendt-tilvalg]: vejviser build has no option --enigne\n"
     "      = mend: remove it, or correct its name\n"
     "      = mend: did you mean \"--engine\"?\n"
     "see vejviser build --help\n"},
    {{"engines", "--date"},
     "fejl[kommando.ukendt-tilvalg]: vejviser engines har ikke noget tilvalg --date\n"
     "      = rettelse: fjern det, eller ret navnet\n"
     "se vejviser engines --help\n",
     "error[kommando.ukendt-tilvalg]: vejviser engines has no option --date\n"
     "      = mend: remove it, or correct its name\n"
     "see vejviser engines --help\n"},
    {{"kinds", "--audience=borger"},
     "fejl[kommando.ukendt-tilvalg]: vejviser kinds har ikke noget tilvalg --audience\n"
     "      = rettelse: fjern det, eller ret navnet\n"
     "se vejviser kinds --help\n",
     "error[kommando.ukendt-tilvalg]: vejviser kinds has no option --audience\n"
     "      = mend: remove it, or correct its name\n"
     "see vejviser kinds --help\n"},
    {{"build", "planer"},
     "fejl[kommando.for-mange-ord]: vejviser build ved ikke, hvad \"planer\" skal bruges til\n"
     "      = rettelse: fjern ordet; et navn med mellemrum skal stå i anførselstegn\n"
     "se vejviser build --help\n",
     "error[kommando.for-mange-ord]: vejviser build does not know what \"planer\" is for\n"
     "      = mend: remove the word; a name with spaces needs quotation marks\n"
     "see vejviser build --help\n"},
    {{"render"},
     "fejl[kommando.mangler]: vejviser render mangler KILDE, -o\n"
     "      = rettelse: skriv det, der mangler\n"
     "se vejviser render --help\n",
     "error[kommando.mangler]: vejviser render lacks SOURCE, -o\n"
     "      = mend: write what is missing\n"
     "see vejviser render --help\n"},
    {{"schema"},
     "fejl[kommando.mangler]: vejviser schema mangler TYPE\n"
     "      = rettelse: skriv det, der mangler\n"
     "se vejviser schema --help\n",
     "error[kommando.mangler]: vejviser schema lacks TYPE\n"
     "      = mend: write what is missing\n"
     "see vejviser schema --help\n"},
    {{"build", "--out"},
     "fejl[kommando.uden-vaerdi]: --out mangler en værdi\n"
     "      = rettelse: skriv værdien efter --out\n"
     "se vejviser build --help\n",
     "error[kommando.uden-vaerdi]: --out lacks a value\n"
     "      = mend: write the value after --out\n"
     "see vejviser build --help\n"},
    {{"build", "--date", ""},
     "fejl[kommando.uden-vaerdi]: --date mangler en værdi\n"
     "      = rettelse: skriv værdien efter --date\n"
     "se vejviser build --help\n",
     "error[kommando.uden-vaerdi]: --date lacks a value\n"
     "      = mend: write the value after --date\n"
     "see vejviser build --help\n"},
    {{"build", "--out", "a", "--out", "b"},
     "fejl[kommando.flere-gange]: --out står der mere end én gang\n"
     "      = rettelse: skriv det kun én gang\n"
     "se vejviser build --help\n",
     "error[kommando.flere-gange]: --out is given more than once\n"
     "      = mend: write it only once\n"
     "see vejviser build --help\n"},
    {{"render", "plan.json", "--to", "htlm", "-o", "x"},
     "fejl[kommando.ukendt-vaerdi]: --to kan ikke være \"htlm\"\n"
     "      = rettelse: vælg en af: pdf, html, print, changes\n"
     "      = rettelse: mente du \"html\"?\n"
     "se vejviser render --help\n",
     "error[kommando.ukendt-vaerdi]: --to cannot be \"htlm\"\n"
     "      = mend: choose one of: pdf, html, print, changes\n"
     "      = mend: did you mean \"html\"?\n"
     "see vejviser render --help\n"},
    {{"render", "plan.json", "--audience", "alle", "-o", "x"},
     "fejl[kommando.ukendt-vaerdi]: --audience kan ikke være \"alle\"\n"
     "      = rettelse: vælg en af: borger, jobcenter, akasse\n"
     "se vejviser render --help\n",
     "error[kommando.ukendt-vaerdi]: --audience cannot be \"alle\"\n"
     "      = mend: choose one of: borger, jobcenter, akasse\n"
     "see vejviser render --help\n"},
    {{"check", "--format", "jsno"},
     "fejl[kommando.ukendt-vaerdi]: --format kan ikke være \"jsno\"\n"
     "      = rettelse: vælg en af: long, short, json\n"
     "      = rettelse: mente du \"json\"?\n"
     "se vejviser check --help\n",
     "error[kommando.ukendt-vaerdi]: --format cannot be \"jsno\"\n"
     "      = mend: choose one of: long, short, json\n"
     "      = mend: did you mean \"json\"?\n"
     "see vejviser check --help\n"},
    {{"new", "thema", "mit"},
     "fejl[kommando.ukendt-vaerdi]: HVAD kan ikke være \"thema\"\n"
     "      = rettelse: vælg en af: theme\n"
     "      = rettelse: mente du \"theme\"?\n"
     "se vejviser new --help\n",
     "error[kommando.ukendt-vaerdi]: WHAT cannot be \"thema\"\n"
     "      = mend: choose one of: theme\n"
     "      = mend: did you mean \"theme\"?\n"
     "see vejviser new --help\n"},
    {{"build", "--jobs", "0"},
     "fejl[kommando.uden-for-graenser]: --jobs kan ikke være \"0\"\n"
     "      = rettelse: skriv et helt tal fra 1 til 256\n"
     "se vejviser build --help\n",
     "error[kommando.uden-for-graenser]: --jobs cannot be \"0\"\n"
     "      = mend: write a whole number from 1 to 256\n"
     "see vejviser build --help\n"},
    {{"build", "--jobs", "1e3"},
     "fejl[kommando.uden-for-graenser]: --jobs kan ikke være \"1e3\"\n"
     "      = rettelse: skriv et helt tal fra 1 til 256\n"
     "se vejviser build --help\n",
     "error[kommando.uden-for-graenser]: --jobs cannot be \"1e3\"\n"
     "      = mend: write a whole number from 1 to 256\n"
     "see vejviser build --help\n"},
    {{"build", "--date", "21-11-2019"},
     "fejl[kommando.forkert-dato]: \"21-11-2019\" er ikke en dato\n"
     "      = rettelse: skriv datoen som år-måned-dag, for eksempel 2019-11-21\n"
     "se vejviser build --help\n",
     "error[kommando.forkert-dato]: \"21-11-2019\" is not a date\n"
     "      = mend: write the date as year-month-day, such as 2019-11-21\n"
     "see vejviser build --help\n"},
    {{"schema", "minplan"},
     "fejl[kommando.ukendt-navn]: plantypen \"minplan\" findes ikke\n"
     "      = rettelse: vælg en af: min-plan\n"
     "      = rettelse: mente du \"min-plan\"?\n"
     "se vejviser schema --help\n",
     "error[kommando.ukendt-navn]: there is no kind of plan \"minplan\"\n"
     "      = mend: choose one of: min-plan\n"
     "      = mend: did you mean \"min-plan\"?\n"
     "see vejviser schema --help\n"},
    {{"new", "theme", "standard"},
     "fejl[kommando.indbygget-tema]: et tema, der følger med programmet, hedder allerede standard\n"
     "      = rettelse: vælg et andet navn; temaet kan bygge videre på standard med \"extends\"\n"
     "se vejviser new --help\n",
     "error[kommando.indbygget-tema]: a theme that comes with the program is already called standard\n"
     "      = mend: choose another name; the theme may build on standard with \"extends\"\n"
     "see vejviser new --help\n"},
    {{"new", "theme", "Mit Tema"},
     "fejl[theme.navn]: \"Mit Tema\" kan ikke være navnet på et tema\n"
     "      = rettelse: brug små bogstaver a-z, tal og bindestreg, og begynd med et bogstav\n"
     "se vejviser new --help\n",
     "error[theme.navn]: \"Mit Tema\" cannot be the name of a theme\n"
     "      = mend: use lower case a-z, digits and hyphens, and begin with a letter\n"
     "see vejviser new --help\n"},
};

}  // namespace

TEST_CASE("wrong use is explained in whole, in the reader's language, and nothing is made") {
  for (const auto& wrong : kCases) {
    const TemporaryFolder folder;
    INFO(wrong.arguments.front(), " ", wrong.arguments.back());
    const auto danish = vejviser(wrong.arguments, folder.path());
    CHECK(danish.exit_code == 2);
    CHECK(danish.out.empty());
    CHECK(danish.err == wrong.danish);
    auto in_english = wrong.arguments;
    in_english.insert(in_english.begin(), {"--lang", "en"});
    const auto english = vejviser(in_english, folder.path());
    CHECK(english.exit_code == 2);
    CHECK(english.err == wrong.english);
    CHECK(end_to_end::files_below(folder.path()).empty());
  }
}

TEST_CASE("a language that we have no words in is said in the language of the machine") {
  const auto run = vejviser({"build", "--lang", "sv"});
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "fejl[kommando.ukendt-vaerdi]: --lang kan ikke være \"sv\"\n"
        "      = rettelse: vælg en af: da, en\n"
        "se vejviser build --help\n");
}

TEST_CASE("a file whose ending says nothing of what to make is wrong use, unless --to says it") {
  const TemporaryFolder folder;
  const std::string plan = VEJVISER_SOURCE_DIR "/samples/lille-plan.json";
  for (const std::string name : {"q.txt", "x.doc", "plan", ".pdf"}) {
    const auto run = vejviser({"render", plan, "-o", name, "--date", "2019-11-21"}, folder.path());
    CHECK(run.exit_code == 2);
    CHECK(run.err == "fejl[kommando.ukendt-endelse]: endelsen på " + name + " siger ikke, hvad der skal laves\n" +
                         "      = rettelse: lad filen ende på .pdf eller .html, eller vælg med --to\n" +
                         "se vejviser render --help\n");
    CHECK(!std::filesystem::exists(folder.path() / name));
  }
  CHECK(vejviser({"render", plan, "-o", "A.PDF", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  CHECK(vejviser({"render", plan, "-o", "q.txt", "--to", "html", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
}

TEST_CASE("an engine or a theme that there is none of is wrong use, with the nearest") {
  const TemporaryFolder folder;
  folder.write("plan.json", end_to_end::read_file(std::filesystem::path(VEJVISER_SOURCE_DIR) / "samples/lille-plan.json"));
  const auto engine =
      vejviser({"render", "plan.json", "-o", "x.pdf", "--engine", "satz", "--date", "2019-11-21"}, folder.path());
  CHECK(engine.exit_code == 2);
  CHECK_MESSAGE(engine.err.find("mente du \"sats\"?\nse vejviser render --help\n") != std::string::npos, engine.err);
  const auto theme =
      vejviser({"render", "plan.json", "-o", "x.html", "--theme", "standart", "--date", "2019-11-21"}, folder.path());
  CHECK(theme.exit_code == 2);
  CHECK_MESSAGE(theme.err.find("mente du \"standard\"?\nse vejviser render --help\n") != std::string::npos, theme.err);
}

TEST_CASE("no help and no message shows the words of the parser itself") {
  for (const std::string command : {"build", "check", "render", "new", "kinds", "schema", "themes", "engines"}) {
    for (const std::string language : {"da", "en"}) {
      const auto help = vejviser({command, "--help", "--lang", language});
      CHECK(help.exit_code == 0);
      for (const std::string raw : {"TEXT", ":{", "Excludes", "hjaelp.", "UINT"}) {
        CHECK_MESSAGE(help.out.find(raw) == std::string::npos, command, " ", raw, "\n", help.out);
      }
    }
  }
}
