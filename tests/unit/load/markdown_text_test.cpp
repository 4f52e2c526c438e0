#include "load/markdown_text.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"

namespace {

std::string problems_of(const std::string& bytes) {
  base::Problems problems;
  const base::MemoryFileStore store({{"a.md", bytes}});
  const auto source = load::read_markdown_text(store, "a.md", problems);
  CHECK(source.operator bool() == problems.empty());
  return base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish);
}

}  // namespace

TEST_CASE("a Markdown file is valid UTF-8 without NUL") {
  CHECK(problems_of("æøå\n") == "");
  CHECK(problems_of("ok\nbl\xE5 mandag") == "a.md:2:3: fejl[markdown.ikke-utf8]: filen er ikke gyldig UTF-8 (byte E5)\n");
  CHECK(problems_of(std::string("a\nb\0c", 5)) ==
        "a.md:2:2: fejl[markdown.nul]: filen indeholder et nultegn og er derfor ikke en tekst\n");
}

TEST_CASE("a byte order mark is passed over") {
  base::Problems problems;
  const base::MemoryFileStore store({{"a.md", std::string("\xEF\xBB\xBF---\ntitle: A\n---\n")}});
  const auto file = load::read_markdown_file(store, "a.md", load::Title::required, problems);
  REQUIRE(file);
  CHECK(file->front.title->text == "A");
}

TEST_CASE("a Markdown file of more than 1 MiB is not read") {
  CHECK(problems_of(std::string((1U << 20U) + 1, 'x')) ==
        "a.md:1:1: fejl[markdown.for-stor]: filen fylder 1048577 bytes; en tekst må højst fylde 1 MiB\n");
  CHECK(problems_of(std::string(1U << 20U, 'x')) == "");
}

TEST_CASE("a missing file is a problem") {
  base::Problems problems;
  CHECK_FALSE(load::read_markdown_file(base::MemoryFileStore(std::map<std::string, std::string, std::less<>>()), "a.md",
                                       load::Title::optional, problems));
  CHECK(problems.error_count() == 1);
}
