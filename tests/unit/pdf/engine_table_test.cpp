#include "pdf/engine_table.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"
#include "pdf/child_process.h"
#include "pdf/inspect.h"
#include "pdf/running_text.h"
#include "unit/pdf/pdf_reading.h"

using namespace pdf_test;

namespace {

/// What a `command` engine with this shell script makes of a small document, and what it says.
struct Outcome {
  std::optional<pdf::Typeset> made;
  std::string said;
};

Outcome run_script(const std::string& script, std::chrono::seconds patience = std::chrono::seconds(20)) {
  base::Problems problems;
  const auto engine = pdf::choose_engine(
      "command", {.command = {"/bin/sh", "-c", script, "sh", "{html}", "{pdf}"}, .patience = patience}, problems);
  REQUIRE(engine);
  auto made = engine->typeset(document("<p>Hej</p>"), resources(), problems);
  return {std::move(made), base::print_problems(problems, base::ProblemFormat::short_form, base::Language::english)};
}

}  // namespace

TEST_CASE("engine table: every row says what it is in both languages") {
  for (const auto& row : pdf::engine_table()) {
    CHECK_FALSE(row.name.empty());
    CHECK_FALSE(row.about(base::Language::danish).empty());
    CHECK_FALSE(row.about(base::Language::english).empty());
  }
}

TEST_CASE("engine table: a misspelt name gets a suggestion") {
  base::Problems problems;
  CHECK(pdf::choose_engine("wkhtmltopfd", {}, problems) == nullptr);
  const auto said = base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
  CHECK(said.find("der er ingen PDF-motor, der hedder \"wkhtmltopfd\"") != std::string::npos);
  CHECK(said.find("mente du \"wkhtmltopdf\"?") != std::string::npos);
}

TEST_CASE("engine table: an engine that is not here says why and how to get it") {
  base::Problems problems;
  CHECK(pdf::choose_engine("command", {}, problems) == nullptr);
  CHECK(pdf::choose_engine("command", {.command = {"findes-ikke"}}, problems) == nullptr);
  CHECK(pdf::choose_engine("wkhtmltopdf", {.command = {}, .wkhtmltopdf_program = "findes-ikke", .wkhtmltox_library = ""},
                           problems) == nullptr);
  CHECK(codes(problems) == "pdf.kommando.mangler\npdf.kommando.findes-ikke\npdf.wkhtmltopdf.mangler\n");
}

TEST_CASE("command: a program that fails is quoted with its exit code") {
  CHECK(run_script("echo Nej tak >&2; exit 3").said.find("stopped with code 3: Nej tak") != std::string::npos);
  CHECK(run_script("exit 0").said.find("made no usable PDF") != std::string::npos);
  CHECK(run_script("echo ikke en pdf > $2").said.find("made no usable PDF") != std::string::npos);
  CHECK(run_script("kill -9 $$").said.find("stopped with code 137") != std::string::npos);
}

TEST_CASE("command: a program that hangs is stopped, and all that it started") {
  const auto begun = std::chrono::steady_clock::now();
  CHECK(run_script("sleep 60 & sleep 60", std::chrono::seconds(1)).said.find("did not finish in 1 seconds") !=
        std::string::npos);
  CHECK(run_script("exec >&- 2>&-; sleep 60", std::chrono::seconds(1)).said.find("did not finish in 1 seconds") !=
        std::string::npos);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("command: it finds the document and its pictures in its folder") {
  CHECK(run_script("grep -q Hej \"$1\" && test \"$(dirname \"$1\")\" = \"$PWD\" && exit 9").said.find("code 9") !=
        std::string::npos);
}

TEST_CASE("inspect: bytes that are no PDF are nothing") {
  for (const char* bytes :
       {"", "%PDF-1.7", "hej", "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>"}) {
    CHECK_FALSE(pdf::page_count(bytes));
  }
  CHECK_FALSE(pdf::inspect("hej"));
}

TEST_CASE("running text: known names in braces are fields, the rest is text") {
  std::string told;
  pdf::walk_running_text(
      "side {page} af {pages} {ukendt} {} {", [&](std::string_view text) { told += "[" + std::string(text) + "]"; },
      [&](std::string_view field) { told += "<" + std::string(field) + ">"; });
  std::string plain;
  for (const char c : told) plain += c;
  CHECK(plain == "[side ]<page>[ af ]<pages>[ {][ukendt} {][} {]");
}

TEST_CASE("child process: it is found, fed, heard and ended") {
  CHECK(pdf::find_program("sh"));
  CHECK_FALSE(pdf::find_program("findes-ikke"));
  CHECK_FALSE(pdf::find_program(""));
  auto cat = pdf::ChildProcess::start({.arguments = {"cat"}, .environment = {}, .folder = "/"});
  REQUIRE(cat);
  CHECK(cat->send("hej\n"));
  CHECK(cat->read_until([](std::string_view output) { return output.find("hej") != std::string_view::npos; },
                        std::chrono::seconds(10)));
  CHECK(cat->finish(std::chrono::seconds(10)).exit_code == 0);
  CHECK(pdf::run_child({.arguments = {"findes-ikke"}, .environment = {}, .folder = {}}, std::chrono::seconds(1)).exit_code ==
        127);
}
