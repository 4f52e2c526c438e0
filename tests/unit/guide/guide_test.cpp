#include "guide/guide.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"
#include "guide/snippets.h"
#include "guide_dump.h"

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

std::string page(const std::string& title, const std::string& body = "") {
  return "---\ntitle: " + title + "\n---\n" + body;
}

std::optional<guide::Guide> load(Files files, std::string& problems) {
  base::Problems found;
  auto guide = guide::load_guide(base::MemoryFileStore(std::move(files)),
                                 {.folder = "", .box_kinds = guide::standard_box_kinds(), .audiences = {}}, found);
  problems = base::print_problems(found, base::ProblemFormat::short_form, base::Language::danish);
  return guide;
}

}  // namespace

TEST_CASE("pages know their neighbours in reading order") {
  std::string problems;
  const auto guide = load({{"index.md", page("G")},
                           {"10-a/index.md", page("A")},
                           {"10-a/10-b.md", page("B")},
                           {"20-c/index.md", page("C")},
                           {"30-slut.md", page("Slut")}},
                          problems);
  CHECK(problems == "");
  REQUIRE(guide);
  std::string order;
  for (const auto* in_order : guide::pages_in_order(*guide)) {
    order += in_order->previous + "<" + in_order->id + ">" + in_order->next + " ";
  }
  CHECK(order == "<forside>a forside<a>a-b a<a-b>c a-b<c>slut c<slut> ");
  CHECK(guide::find_page(*guide, "a-b")->title == "B");
  CHECK(guide::find_page(*guide, "x") == nullptr);
}

TEST_CASE("the same files give the same guide, whatever else was read before") {
  const Files files{{"index.md", page("G", "{{> n.md}}\n\n[a](a.md#x)\n")},
                    {"a.md", page("A", "## x\n\n{{> n.md}}\n")},
                    {"_stumper/n.md", "Note[^1]\n\n[^1]: Fodnote\n"}};
  std::string problems;
  const auto first = load(files, problems);
  const auto second = load(files, problems);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(guide_test::dump_guide(*first) == guide_test::dump_guide(*second));
}

TEST_CASE("includes that multiply are stopped") {
  Files files{{"index.md", page("G", "{{> a0.md}}\n")}};
  for (int level = 0; level < 7; ++level) {
    std::string body;
    for (int i = 0; i < 30; ++i) body += "{{> a" + std::to_string(level + 1) + ".md}}\n\n";
    files["_stumper/a" + std::to_string(level) + ".md"] = body;
  }
  files["_stumper/a7.md"] = "Tekst\n";
  std::string problems;
  CHECK_FALSE(load(files, problems));
  CHECK(problems.find("guide.stump.for-meget") != std::string::npos);
  for (int level = 7; level < 12; ++level) {
    files["_stumper/a" + std::to_string(level) + ".md"] = "{{> a" + std::to_string(level + 1) + ".md}}\n";
  }
  files["index.md"] = page("G", "{{> a7.md}}\n");
  for (int level = 0; level < 7; ++level) files["_stumper/a" + std::to_string(level) + ".md"] = "Tekst\n";
  files["_stumper/a12.md"] = "{{> a13.md}}\n";
  files["_stumper/a13.md"] = "{{> a14.md}}\n";
  files["_stumper/a14.md"] = "{{> a15.md}}\n";
  files["_stumper/a15.md"] = "{{> a16.md}}\n";
  files["_stumper/a16.md"] = "Tekst\n";
  CHECK_FALSE(load(files, problems));
  CHECK(problems == "_stumper/a14.md:1:5: fejl[guide.stump.for-dybt]: filer sættes ind i hinanden i mere end 8 lag\n");
}

TEST_CASE("a page that cannot be read is reported once, and links to it are left in peace") {
  std::string problems;
  CHECK_FALSE(load({{"index.md", page("G", "[a](a.md#b)\n")}, {"a.md", "---\ntitle: A\n"}}, problems));
  CHECK(problems == "a.md:1:1: fejl[front-matter.ikke-lukket]: indledningen begynder med ---, men bliver aldrig lukket\n");
}

TEST_CASE("a mistake in the front matter hides none in the text, and all are told from the top") {
  std::string problems;
  CHECK_FALSE(
      load({{"index.md", "---\ntitel: G\norder: x\n---\n\n[b](b.md)\n\n> [!fatka]\n> Tekst\n\n[c](c.md)\n"}}, problems));
  std::size_t at = 0;
  for (const std::string code :
       {":2:1: fejl[front-matter.ukendt-felt]", ":3:8: fejl[front-matter.ikke-tal]", ":6:5: fejl[guide.link.findes-ikke]",
        ":8:5: fejl[guide.boks.ukendt]", ":11:5: fejl[guide.link.findes-ikke]"}) {
    CAPTURE(problems);
    CAPTURE(code);
    at = problems.find("index.md" + code, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("an empty folder is a guide without a front page") {
  std::string problems;
  CHECK_FALSE(load({}, problems));
  CHECK(problems.find("guide.uden-forside") != std::string::npos);
}

TEST_CASE("snippets: an empty folder is no problem, fields are listed once") {
  base::Problems problems;
  const guide::SnippetContext context{.folder = "uddrag", .box_kinds = {}};
  const auto none = guide::load_snippets(base::MemoryFileStore(Files{}), context, problems);
  CHECK(none.empty());
  const base::MemoryFileStore store(Files{{"uddrag/a.md", "{{b.c}} {{a}} {{b.c}}\n"}});
  const auto snippets = guide::load_snippets(store, context, problems);
  CHECK(guide::fields_of(snippets.at("a")) == std::vector<std::string>{"a", "b.c"});
  CHECK(problems.empty());
}

TEST_CASE("snippets: a value never becomes Markdown, whatever it holds") {
  base::Problems problems;
  const base::MemoryFileStore store(Files{{"a.md", "**{{x}}**\n"}});
  const auto snippets = guide::load_snippets(store, {.folder = "", .box_kinds = {}}, problems);
  for (const std::string value : {"*x*", "<script>", "{{x}}", "[a](b)", "> q", "`c`", "&amp;", "a\\*b"}) {
    const auto nodes = guide::merge(snippets.at("a"), {{"x", value}}, problems);
    REQUIRE(nodes);
    CHECK(guide::plain_text(*nodes) == value);
    CHECK(guide_test::dump_nodes(*nodes).find("strong") != std::string::npos);
  }
}
