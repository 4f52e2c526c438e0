#include "load/front_matter.h"

#include <doctest/doctest.h>

#include <string>

#include "base/problem_printer.h"

namespace {

struct Read {
  std::optional<load::MarkdownFile> file;
  std::string problems;
};

Read read(std::string text, load::Title title = load::Title::required) {
  base::Problems problems;
  auto file = load::read_front_matter(base::make_source("a.md", std::move(text)), title, problems);
  return {std::move(file), base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish)};
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("front matter: every field") {
  const auto [file, problems] = read(
      "---\ntitle: Aftaler: nej, \nsubtitle: \"Under: titel\"\norder: 20\nsummary: >\n  to\n  linjer\npart: samtalen\n"
      "audience: [jobcenter, 'a-kasse']\nupdated: 2019-12-07\nprint: false\n---\nBrød\n");
  CHECK(problems == "a.md:2:15: fejl[yaml.kolon]: her står et kolon midt i en tekst\n");
  CHECK_FALSE(file);

  const auto whole = read(
      "---\ntitle: Aftaler\nsubtitle: \"Under: titel\"\norder: 20\nsummary: >\n  to\n  linjer\npart: samtalen\n"
      "audience: [jobcenter, 'a-kasse']\nupdated: 2019-12-07\nprint: false\nlandscape: true\n---\nBrød\n");
  CHECK(whole.problems == "");
  REQUIRE(whole.file);
  const auto& front = whole.file->front;
  CHECK(front.title->text == "Aftaler");
  CHECK(front.subtitle->text == "Under: titel");
  CHECK(front.order->value == 20);
  CHECK(front.summary->text == "to linjer");
  CHECK(front.part->text == "samtalen");
  REQUIRE(front.audience.size() == 2);
  CHECK(front.audience[1].text == "a-kasse");
  CHECK(base::to_iso(*front.updated) == "2019-12-07");
  CHECK(front.print == load::Print::no);
  CHECK(front.sheet == load::Sheet::landscape);
  CHECK(std::string_view(whole.file->source->text).substr(whole.file->body_begin) == "Brød\n");
}

TEST_CASE("front matter: places are bytes of the whole file, also after æ and with CRLF") {
  const auto [file, problems] = read("---\r\ntitle: Æ ø\r\nsummary: å\r\norder: to\r\n---\r\n");
  CHECK(problems ==
        "a.md:4:8: fejl[front-matter.ikke-tal]: \"order\" er \"to\", men skal være et helt tal fra 0 til 99999\n");
}

TEST_CASE("front matter: a file without it is all body") {
  const auto [file, problems] = read("# Tekst\n---\n", load::Title::optional);
  CHECK(problems == "");
  REQUIRE(file);
  CHECK(file->body_begin == 0);
}

TEST_CASE("front matter: what is not closed is said where it begins") {
  CHECK(read("---\ntitle: x\n").problems ==
        "a.md:1:1: fejl[front-matter.ikke-lukket]: indledningen begynder med ---, men bliver aldrig lukket\n");
  CHECK(read("---\ntitle: \"x\n---\n").problems ==
        "a.md:2:8: fejl[yaml.ikke-lukket]: teksten begynder med \", men bliver aldrig lukket\n");
  CHECK(read("---\naudience: [a, b\n---\n").problems == "a.md:3:1: fejl[yaml.klamme]: en klamme bliver ikke lukket\n");
  CHECK(read("---\ntitle: 'it''s \"fine\"'\n---\n").problems == "");
}

TEST_CASE("front matter: order is a whole number in its range") {
  for (const auto* order : {"-1", "1.5", "100000", "99999999999999", "0x10", "[1]", "1 2"}) {
    CAPTURE(order);
    CHECK(read("---\ntitle: x\norder: " + std::string(order) + "\n---\n").problems.find("front-matter.ikke-tal") !=
          std::string::npos);
  }
  CHECK(read("---\ntitle: x\norder: 0\n---\n").problems == "");
}

TEST_CASE("front matter: nothing deep, wide or repeated takes long or too much") {
  CHECK(read("---\ntitle: " + repeated("[", 5000) + "\n---\n").problems.find("yaml.for-dybt") != std::string::npos);
  CHECK(read("---\n" + repeated("- ", 20000) + "\n---\n").problems.find("yaml.for-dybt") != std::string::npos);
  CHECK(read("---\n" + repeated("? ", 20000) + "\n---\n").problems.find("yaml.noegle") != std::string::npos);
  CHECK(read("---\ntitle: " + repeated("x", 70000) + "\n---\n").problems.find("front-matter.for-stor") != std::string::npos);
  std::string laughs = "---\na: &a [x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) laughs += std::string(1, c) + ": &" + c + " [*a, *a]\n";
  CHECK(read(laughs + "---\n").problems ==
        "a.md:2:4: fejl[yaml.henvisning]: ankre og henvisninger (& og *) kan ikke bruges her\n");
  std::string keys = "---\n";
  for (int i = 0; i < 8000; ++i) keys += "k" + std::to_string(i) + ":\n";
  CHECK(read(keys + "---\n").problems == "a.md:202:1: fejl[yaml.for-mange-noegler]: her står mere end 200 felter\n");
}
