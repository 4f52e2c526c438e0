#include "load/site_settings.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"

namespace {

struct Reading {
  std::optional<load::SiteSettings> settings;
  std::string problems;
};

Reading read(const char* json) {
  base::Problems problems;
  const auto document = load::load_json(base::make_source("vejviser.json", json), problems);
  REQUIRE(document);
  auto settings = load::read_site_settings(*document, problems);
  return {std::move(settings), base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish)};
}

}  // namespace

TEST_CASE("an empty object is a site with every default") {
  const auto [settings, problems] = read("{}");
  REQUIRE(settings);
  CHECK(settings->theme == "standard");
  CHECK(settings->forms == std::vector<std::string>{"html", "pdf"});
  CHECK(problems.empty());
}

TEST_CASE("what the file says is what the settings hold, and remarks are passed over") {
  const auto [settings, problems] =
      read(R"({"// om": "demo", "plans": ["samples"], "audiences": ["akasse"], "limits": {"hvadTegn": 9}})");
  REQUIRE(settings);
  CHECK(settings->plans == std::vector<std::string>{"samples"});
  CHECK(settings->audiences == std::vector<std::string>{"akasse"});
  REQUIRE(settings->limits);
  CHECK(settings->limits->value["hvadTegn"] == 9);
}

TEST_CASE("a misspelt key, a wrong type and an unknown word are all reported at their places") {
  const auto [settings, problems] = read("{\"teme\": 1, \"title\": 2,\n \"forms\": [\"pfd\"]}");
  CHECK(!settings);
  CHECK(problems ==
        "vejviser.json:1:2: fejl[indstilling.ukendt-noegle]: ukendt nøgle \"teme\"\n"
        "    1 | {\"teme\": 1, \"title\": 2,\n"
        "      |  ^^^^^^\n"
        "      = rettelse: fjern den, eller ret navnet; en bemærkning begynder med //\n"
        "      = rettelse: mente du \"theme\"?\n"
        "vejviser.json:1:22: fejl[indstilling.ikke-tekst]: her skal stå en tekst i anførselstegn\n"
        "    1 | {\"teme\": 1, \"title\": 2,\n"
        "      |                      ^\n"
        "vejviser.json:2:12: fejl[indstilling.ukendt-vaerdi]: \"pfd\" er ikke en af værdierne her\n"
        "    2 |  \"forms\": [\"pfd\"]}\n"
        "      |            ^^^^^\n"
        "      = rettelse: vælg mellem html, print, pdf\n"
        "      = rettelse: mente du \"pdf\"?\n");
}

TEST_CASE("the years whose rules hold are one of two") {
  const auto [settings, problems] = read(R"({"rules": "2015"})");
  REQUIRE(settings);
  CHECK(settings->rules == "2015");
  CHECK(read("{}").settings->rules == "2019");
  CHECK(read(R"({"rules": "2105"})").problems ==
        "vejviser.json:1:11: fejl[indstilling.ukendt-vaerdi]: \"2105\" er ikke en af værdierne her\n"
        "    1 | {\"rules\": \"2105\"}\n"
        "      |           ^^^^^^\n"
        "      = rettelse: vælg mellem 2015, 2019\n"
        "      = rettelse: mente du \"2015\"?\n");
}

TEST_CASE("a list of nothing to make is an error at the setting, and so is a day that is none") {
  const auto [settings, problems] = read(R"({"forms": [], "audiences": [], "date": "2019-13-01", "guides": []})");
  CHECK(!settings);
  CHECK(problems.find("vejviser.json:1:11: fejl[indstilling.tom-liste]: listen er tom") != std::string::npos);
  CHECK(problems.find("skriv mindst en af: html, print, pdf") != std::string::npos);
  CHECK(problems.find("skriv mindst en af: borger, jobcenter, akasse") != std::string::npos);
  CHECK(problems.find("fejl[indstilling.forkert-dato]: \"2019-13-01\" er ikke en dato") != std::string::npos);
}

TEST_CASE("a site may name its day") {
  const auto [settings, problems] = read(R"({"date": "2019-11-21"})");
  REQUIRE(settings);
  REQUIRE(settings->date);
  CHECK(base::to_iso(*settings->date) == "2019-11-21");
}
