#include "guide/markdown_tree.h"

#include <doctest/doctest.h>

#include <ctime>
#include <functional>
#include <string>

#include "base/problem_printer.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace {

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

std::string problems_of(std::string text) {
  base::Problems problems;
  guide::parse_markdown(base::make_source("a.md", std::move(text)), 0, problems);
  return base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish);
}

/// What the place of the nth Text, CodeSpan, Link or Image holds in the source.
std::vector<std::string> inline_places(const std::string& text) {
  base::Problems problems;
  const auto tree = guide::parse_markdown(base::make_source("a.md", text), 0, problems);
  REQUIRE(tree);
  std::vector<std::string> places;
  guide::walk(tree->nodes, [&](const guide::Node& node) {
    const bool wanted = guide::as<guide::Text>(node) != nullptr || guide::as<guide::CodeSpan>(node) != nullptr ||
                        guide::as<guide::Link>(node) != nullptr || guide::as<guide::Image>(node) != nullptr ||
                        guide::as<guide::FootnoteReference>(node) != nullptr;
    if (wanted) places.emplace_back(guide::slice(node.where));
  });
  return places;
}

}  // namespace

TEST_CASE("inlines know their places behind marks, escapes, entities and line starts") {
  using Places = std::vector<std::string>;
  CHECK(inline_places("a *b* `c` [d](e.md \"f\") g") == Places{"a ", "b", " ", "c", " ", "e.md", "d", " g"});
  CHECK(inline_places("\\*a\\* &amp; &aring; &#230; b") == Places{"\\*a\\* &amp; &aring; &#230; b"});
  CHECK(inline_places("> a\n> b [c](d.md)\ne [f](g.md)") == Places{"a\n> b ", "d.md", "c", "\ne ", "g.md", "f"});
  CHECK(inline_places("- a\n  b ![c](d.png)") == Places{"a\n  b ", "d.png"});
  CHECK(inline_places("|a|\n|-|\n|b \\| c [d](e.md)|") == Places{"a", "b \\| c ", "e.md", "d"});
  CHECK(inline_places("[a](<b c.md>) [d][r] x\n\n[r]: y.md") == Places{"b c.md", "a", " ", "d", "d", " x"});
  CHECK(inline_places("a[^1] b\n\n[^1]: c") == Places{"a", "[^1]", " b"});
  CHECK(inline_places("æ *ø* `å` ß") == Places{"æ ", "ø", " ", "å", " ß"});
}

TEST_CASE("deep nesting is a problem, not a crash") {
  const auto expected = ": fejl[guide.for-dybt]: teksten ligger mere end 40 lag inde i lister, citater og fremhævninger\n";
  CHECK(problems_of(repeated("> ", 10000) + "x") == std::string("a.md:1:79") + expected);
  CHECK(problems_of(repeated("- ", 10000) + "x").ends_with(expected));
  CHECK(problems_of(repeated("*a **b ", 4000) + repeated("c** d*", 4000)).ends_with(expected));
  CHECK(problems_of(repeated("[", 1900) + "x" + repeated("](y)", 1900)) == "");
  std::string lists;
  for (int depth = 0; depth < 200; ++depth) lists += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- a\n";
  CHECK(problems_of(lists).ends_with(expected));
  CHECK(problems_of(repeated("> ", 36) + "x") == "");
}

TEST_CASE("what takes cmark too long is refused before it sees it") {
  CHECK(problems_of("a\n\n" + repeated("![[]()", 50000)) ==
        "a.md:3:1: fejl[guide.for-langt-afsnit]: her er mere end 64 KB tekst eller 2000 kantede klammer uden en tom linje "
        "imellem\n");
  CHECK(problems_of(repeated("|a", 2000) + "|\n" + repeated("|-", 2000) + "|\n" + repeated("|a\n", 2000)) ==
        "a.md:1:1: fejl[guide.for-stor-tabel]: filens tabeller har tilsammen over 500.000 celler\n");
}

TEST_CASE("the worst texts that are let through take less than four seconds of a processor, without optimisation") {
  const std::vector<std::string> worst{
      repeated(repeated("![[]()", 999) + "\n\n", 40),
      repeated(repeated("[a](<b", 1999) + "\n\n", 85),
      repeated("[^1] ", 1999) + "\n\n[^1]: x\n",
      repeated("[^1]:\n", 1999),
      repeated("a@", 30000),
      repeated("*a_ ", 16000),
      repeated("\\(&amp;", 9000),
      repeated("| a |\n|-|\n| b |\n\n", 20000),
      repeated("``a`", 16000),
      repeated("a\n\n", 100000),
  };
  for (std::size_t index = 0; index < worst.size(); ++index) {
    CAPTURE(index);
    base::Problems problems;
    const auto begin = std::clock();
    guide::parse_markdown(base::make_source("a.md", worst[index]), 0, problems);
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    CHECK(seconds < 4.0);
  }
}
