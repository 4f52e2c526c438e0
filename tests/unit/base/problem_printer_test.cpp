#include "base/problem_printer.h"

#include <doctest/doctest.h>

#include "base/whole_source.h"

namespace {

base::Problem missing_file_at(base::Source source, std::uint32_t begin, std::uint32_t end) {
  return {.code = "base.fil.findes-ikke",
          .arguments = {{"fil", "logo.svg"}},
          .where = base::Span{std::move(source), begin, end},
          .hints = {base::did_you_mean("logo.png")}};
}

}  // namespace

TEST_CASE("the long form shows the line, a caret under the place and every mend") {
  const auto source = base::make_source("plan.json", "{\n  \"æ\": \"logo.svg\"\n}\n");
  const auto text =
      base::print_problem(missing_file_at(source, 10, 20), base::ProblemFormat::long_form, base::Language::danish);
  CHECK(text ==
        "plan.json:2:8: fejl[base.fil.findes-ikke]: logo.svg findes ikke\n"
        "    2 |   \"æ\": \"logo.svg\"\n"
        "      |        ^^^^^^^^^^\n"
        "      = rettelse: ret stien, eller opret filen\n"
        "      = rettelse: mente du \"logo.png\"?\n");
}

TEST_CASE("the short form is one line") {
  const auto source = base::make_source("plan.json", "{}");
  const auto text =
      base::print_problem(missing_file_at(source, 1, 1), base::ProblemFormat::short_form, base::Language::english);
  CHECK(text == "plan.json:1:2: error[base.fil.findes-ikke]: logo.svg does not exist\n");
}

TEST_CASE("the JSON form is one object on one line, with places and mends") {
  const auto source = base::make_source("plan.json", "{}");
  const auto text = base::print_problem(missing_file_at(source, 0, 2), base::ProblemFormat::json, base::Language::english);
  CHECK(
      text ==
      R"({"severity":"error","code":"base.fil.findes-ikke","message":"logo.svg does not exist","file":"plan.json","line":1,)"
      R"("column":1,"endLine":1,"endColumn":3,"mend":["correct the path, or create the file","did you mean \"logo.png\"?"]})"
      "\n");
}

TEST_CASE("a very long line is shown as a window around the place") {
  const auto source = base::make_source("plan.json", std::string(1000, 'x') + "HER" + std::string(1000, 'y'));
  const auto text =
      base::print_problem(missing_file_at(source, 1000, 1003), base::ProblemFormat::long_form, base::Language::danish);
  CHECK(text.find("1 | " + std::string(50, 'x') + "HER" + std::string(47, 'y') + "\n") != std::string::npos);
  CHECK(text.find("| " + std::string(50, ' ') + "^^^\n") != std::string::npos);
}

TEST_CASE("a personal number at the edge of the window is masked, though only a part of it is shown") {
  const auto source = base::make_source("plan.json", std::string(100, 'x') + " 010190-1234 " + std::string(46, 'x') + "HER" +
                                                         std::string(45, 'y') + " 010190-1234");
  const auto text =
      base::print_problem(missing_file_at(source, 159, 162), base::ProblemFormat::long_form, base::Language::danish);
  CHECK(text.find("1 | xxx " + std::string(46, 'x') + "HER" + std::string(45, 'y') + " 0\n") != std::string::npos);
}

TEST_CASE("each of many problems in one long line has its place") {
  // Counted from the start of the line for each of them, this would be 16 thousand million bytes and never end.
  constexpr std::uint32_t kProblems = 40'000;
  const auto source = base::make_source("plan.json", std::string(std::size_t{20} * kProblems, 'x'));
  base::Problems problems;
  for (std::uint32_t i = 0; i < kProblems; ++i) problems.add(missing_file_at(source, 20 * i, 20 * i + 3));
  const auto text = base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
  for (const char* place : {"plan.json:1:1: ", "plan.json:1:400001: ", "plan.json:1:799981: "})
    CHECK_MESSAGE(text.find(place) != std::string::npos, place);
}

TEST_CASE("a place past the end of the text still prints") {
  const auto source = base::make_source("plan.json", "{\n");
  const auto text =
      base::print_problem(missing_file_at(source, 99, 99), base::ProblemFormat::short_form, base::Language::danish);
  CHECK(text.starts_with("plan.json:2:1: "));
}

TEST_CASE("a problem of a whole file has no line, and shows none of its text") {
  const base::Problem problem{.code = "base.fil.kan-ikke-laeses",
                              .arguments = {{"fil", "plan"}},
                              .where = base::whole_source("sag-17.json"),
                              .hints = {}};
  CHECK(base::print_problem(problem, base::ProblemFormat::long_form, base::Language::danish) ==
        "sag-17.json: fejl[base.fil.kan-ikke-laeses]: plan kan ikke læses\n"
        "      = rettelse: ret rettighederne, så programmet må læse filen\n");
  CHECK(base::print_problem(problem, base::ProblemFormat::json, base::Language::danish) ==
        R"({"severity":"error","code":"base.fil.kan-ikke-laeses","message":"plan kan ikke læses","file":"sag-17.json",)"
        R"("mend":["ret rettighederne, så programmet må læse filen"]})"
        "\n");
}

TEST_CASE("what stands in the input cannot act on the terminal") {
  const auto source = base::make_source("p\x1b.json", "{\x1b[2J: \xE6\tx}");
  base::Problem problem{.code = "base.fil.findes-ikke",
                        .arguments = {{"fil", "logo\nfejl[x]: y"}},
                        .where = base::Span{source, 1, 2},
                        .hints = {base::did_you_mean("\x1b")}};
  CHECK(base::print_problem(problem, base::ProblemFormat::long_form, base::Language::danish) ==
        "p\xEF\xBF\xBD.json:1:2: fejl[base.fil.findes-ikke]: logo\xEF\xBF\xBD"
        "fejl[x]: y findes ikke\n"
        "    1 | {\xEF\xBF\xBD[2J: \xEF\xBF\xBD x}\n"
        "      |  ^\n"
        "      = rettelse: ret stien, eller opret filen\n"
        "      = rettelse: mente du \"\xEF\xBF\xBD\"?\n");
}

TEST_CASE("a byte order mark takes no column") {
  const auto source = base::make_source("plan.json", "\xEF\xBB\xBF{}");
  CHECK(base::print_problem(missing_file_at(source, 3, 4), base::ProblemFormat::long_form, base::Language::danish)
            .starts_with("plan.json:1:1: fejl[base.fil.findes-ikke]: logo.svg findes ikke\n"
                         "    1 | {}\n"
                         "      | ^\n"));
  CHECK(base::print_problem(missing_file_at(source, 0, 0), base::ProblemFormat::short_form, base::Language::danish)
            .starts_with("plan.json:1:1: "));
}
