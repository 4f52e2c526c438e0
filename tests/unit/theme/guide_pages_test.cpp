#include <doctest/doctest.h>

#include <algorithm>

#include "base/problem_printer.h"
#include "theme/guide_book.h"
#include "theme/guide_page.h"
#include "theme/guide_site.h"
#include "theme/load_theme.h"

namespace {

const theme::Theme& standard() {
  static const theme::Theme theme = [] {
    base::Problems problems;
    auto made = theme::load_theme("standard", theme::builtin_folders(), problems);
    REQUIRE(made);
    return std::move(*made);
  }();
  return theme;
}

/// A guide of two chapters in one part, with a link, a footnote, a box, a table and a schedule.
guide::Guide small_guide() {
  const base::MemoryFileStore store({
      {"index.md", "---\ntitle: Bogen\nsummary: Om <alt>\n---\nSe [første](01-del/10-en.md).\n"},
      {"01-del/index.md", "---\ntitle: Del\norder: 1\nsummary: Resumé\n---\nTekst.\n"},
      {"01-del/10-en.md",
       "---\ntitle: En & to\norder: 10\n---\nSe [aftaler](20-to.md#aftaler) & <b>.[^1]\n\n> [!fakta] Tal\n> Indhold.\n\n"
       "Tabel: To tal.\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n[^1]: En note.\n"},
      {"01-del/20-to.md",
       "---\ntitle: To\norder: 20\n---\n## Aftaler\n\nTekst.\n\n## Krav\n\n- [x] gjort\n- [ ] ikke gjort\n"},
  });
  base::Problems problems;
  auto made = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(made);
  return std::move(*made);
}

std::string page_of(const std::vector<theme::SitePage>& pages, std::string_view path) {
  const auto found = std::find_if(pages.begin(), pages.end(), [path](const auto& page) { return page.path == path; });
  REQUIRE(found != pages.end());
  return found->html.markup();
}

bool holds(const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view piece) {
  std::size_t n = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("a guide's site has a page for each part and chapter, and links are relative") {
  base::Problems problems;
  const auto pages =
      theme::guide_site(standard(), small_guide(), {.root = "../", .front_page = "../index.html", .book = ""}, problems);
  REQUIRE(pages);
  CHECK(problems.empty());
  const auto chapter = page_of(*pages, "del/en.html");
  CHECK(holds(chapter, "<link rel=\"stylesheet\" href=\"../../assets/screen.css\">"));
  CHECK(holds(chapter, "<a class=\"logo\" href=\"../../index.html\">"));
  CHECK(holds(chapter, "<a href=\"to.html#aftaler\">aftaler</a>"));
  CHECK(holds(chapter, "<a href=\"en.html\" aria-current=\"page\">"));
  CHECK(holds(chapter, "rel=\"next\""));
  CHECK(holds(chapter, "<h1><span class=\"nr\">1</span> En &amp; to</h1>"));
  CHECK(holds(page_of(*pages, "index.html"), "<a href=\"del/en.html\">første</a>"));
  CHECK(holds(page_of(*pages, "index.html"), "Om &lt;alt&gt;"));
  CHECK(holds(page_of(*pages, "del/to.html"), "<li><a href=\"#krav\">Krav</a></li>"));
}

TEST_CASE("every page has one h1, a main part and a way past the menu") {
  base::Problems problems;
  const auto pages =
      theme::guide_site(standard(), small_guide(), {.root = "", .front_page = "", .book = "bog.pdf"}, problems);
  REQUIRE(pages);
  for (const auto& page : *pages) {
    CAPTURE(page.path);
    const auto& html = page.html.markup();
    CHECK(count(html, "<h1") == 1);
    CHECK(count(html, "<main") == 1);
    CHECK(holds(html, "<a class=\"spring-over\" href=\"#indhold\">"));
    CHECK(holds(html, "<html lang=\"da\">"));
  }
}

TEST_CASE("footnotes link to and fro, boxes have kind and title, tables their headings") {
  base::Problems problems;
  const auto pages = theme::guide_site(standard(), small_guide(), {.root = "", .front_page = "", .book = ""}, problems);
  REQUIRE(pages);
  const auto html = page_of(*pages, "del/en.html");
  CHECK(holds(html, "<sup class=\"notetal\"><a id=\"notetal-1-1\" href=\"#note-1\" aria-label=\"Note 1\">1</a></sup>"));
  CHECK(holds(html, "<li id=\"note-1\"><p>En note. <a href=\"#notetal-1-1\" class=\"tilbage\""));
  CHECK(holds(html, "<aside class=\"boks boks-viden slags-fakta\""));
  CHECK(holds(html, "<p class=\"boks-titel\">Tal</p>"));
  CHECK(holds(html, "<span class=\"nr\">Tabel 1. </span>To tal.</caption>"));
  CHECK(holds(html, "<th scope=\"col\" class=\"hoejre\">B</th>"));
  CHECK(holds(page_of(*pages, "del/to.html"), "Sat kryds: </span>gjort"));
}

TEST_CASE("the book has contents with places for page numbers, and references that say the page") {
  base::Problems problems;
  const auto book = theme::guide_book(standard(), small_guide(), "", problems);
  REQUIRE(book);
  CHECK(problems.empty());
  CHECK(book->title == "Bogen");
  CHECK(book->page.first_page == base::FirstPage::plain);
  CHECK(holds(book->html,
              "<a href=\"#k-del-to--aftaler\">aftaler</a> <span class=\"henvisning\">(side "
              "<span data-page-of=\"#k-del-to--aftaler\"></span>)</span>"));
  CHECK(holds(book->html, "id=\"k-del-to--aftaler\""));
  CHECK(holds(book->html, "<h3 class=\"kapitel-titel\" id=\"k-del-en\" data-chapter>En &amp; to</h3>"));
  CHECK(holds(book->html,
              "<span class=\"prikker\" data-leader></span> <span class=\"tal\" data-page-of=\"#k-del-en\"></span>"));
  CHECK(count(book->html, "<h1") == 1);
  CHECK(holds(book->html, "<h4 id=\"k-del-to--krav\" class=\"o2\">"));
}

TEST_CASE("a guide as one page leads to its own places and holds its style, pictures and downloads") {
  const base::MemoryFileStore store({
      {"index.md",
       "---\ntitle: Bogen\n---\nSe [to](01-del/20-to.md#aftaler) og [arket](ark.pdf).[^1]\n\n![Et mærke](m.svg)\n\n"
       "[^1]: Note.\n"},
      {"01-del/index.md", "---\ntitle: Del\norder: 1\n---\nTekst.[^1]\n\n[^1]: En til.\n"},
      {"01-del/20-to.md", "---\ntitle: To\nprint: false\n---\n## Aftaler\n\nTekst.\n"},
      {"ark.pdf", "%PDF"},
      {"m.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(guide);
  const auto made = theme::guide_page(standard(), *guide, {{"ark.pdf", "%PDF"}, {"m.svg", "<svg/>"}}, problems);
  REQUIRE(made);
  const auto& html = made->markup();
  CHECK(count(html, "<h1") == 1);
  CHECK(holds(html, "<style>"));
  CHECK(holds(html, "<a class=\"menu-titel\" href=\"#k-del\">"));
  CHECK(holds(html, "<h2 id=\"k-del\">Del</h2>"));
  CHECK(holds(html, "<li><a href=\"#k-del-to\"><span class=\"nr\">1</span> To</a></li>"));
  CHECK(holds(html, "<a href=\"#k-del-to--aftaler\">to</a> og"));
  CHECK(holds(html, "<h4 id=\"k-del-to--aftaler\" class=\"o2\">"));
  CHECK(holds(html, "<a href=\"data:application/pdf;base64,JVBERg==\" download=\"ark.pdf\">arket</a>"));
  CHECK(holds(html, "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"Et mærke\">"));
  CHECK(count(html, "id=\"k-forside--note-1\"") == 1);
  CHECK(count(html, "href=\"#k-del--notetal-1-1\" class=\"tilbage\"") == 1);
  for (const char* paper : {"data-leader", "data-page-of", "fodnote", "spalter"}) CHECK_FALSE(holds(html, paper));
}

TEST_CASE("the front page of a site lists guides and plans") {
  base::Problems problems;
  const theme::SiteIndex index{.root = "",
                               .title = "Vejviser",
                               .description = "",
                               .guides = {{.title = "Bogen", .note = "", .path = "bog/index.html", .pdf = "bog/bog.pdf"}},
                               .plans = {}};
  const auto page = theme::site_index_page(standard(), index, problems);
  REQUIRE(page);
  CHECK(holds(page->markup(), "<a class=\"oplistning-titel\" href=\"bog/index.html\">Bogen</a>"));
  CHECK_FALSE(holds(page->markup(), "planer-h"));
}

TEST_CASE("a note stands in the book's text as well, once, and its later marks lead to it") {
  const base::MemoryFileStore store({
      {"index.md",
       "---\ntitle: Bogen\n---\nEn.[^a] To.[^a] Tre.[^b]\n\n[^a]: En *note*.\n\n    - og en liste\n\n[^b]: Mere[^a].\n"},
      {"a.md", "---\ntitle: A\n---\nTekst.\n"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(guide);
  const auto book = theme::guide_book(standard(), *guide, "", problems);
  REQUIRE(book);
  CHECK(count(book->html, "class=\"fodnote\"") == 2);
  CHECK(holds(book->html, "data-nummer=\"1\">En <em>note</em>.<br>og en liste</span>"));
  CHECK(holds(book->html, "</sup><sup class=\"notetal-igen\"><a href=\"#k-forside--fodnote-1\""));
  const auto pages = theme::guide_site(standard(), *guide, {.root = "", .front_page = "", .book = ""}, problems);
  REQUIRE(pages);
  CHECK_FALSE(holds(page_of(*pages, "index.html"), "fodnote"));
}

TEST_CASE("notes are numbered through the book, where chapters share a page, and from one on each page of the site") {
  const base::MemoryFileStore store({
      {"index.md", "---\ntitle: Bogen\n---\nEn.[^a]\n\n[^a]: Forsiden.\n"},
      {"a.md", "---\ntitle: A\n---\nTo.[^a] Tre.[^b]\n\n[^a]: Først.\n[^b]: Så.\n"},
      {"b.md", "---\ntitle: B\n---\nFire.[^a]\n\n[^a]: Sidst.\n"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  REQUIRE(guide);
  const auto book = theme::guide_book(standard(), *guide, "", problems);
  REQUIRE(book);
  for (const char* note : {"\"1\">Forsiden.", "\"2\">Først.", "\"3\">Så.", "\"4\">Sidst."})
    CHECK_MESSAGE(holds(book->html, "data-nummer=" + std::string(note)), note);
  CHECK(holds(book->html, "<ol class=\"noter\" start=\"4\">"));
  const auto pages = theme::guide_site(standard(), *guide, {.root = "", .front_page = "", .book = ""}, problems);
  REQUIRE(pages);
  CHECK(holds(page_of(*pages, "b.html"), "aria-label=\"Note 1\">1</a>"));
}

TEST_CASE("a note that only a note names stands in the book, inside that note, and no id comes twice") {
  const base::MemoryFileStore store({
      {"index.md", "---\ntitle: Bogen\n---\nEn.[^a]\n\n[^a]: Nævner b[^b].\n[^b]: Nævner a[^a] og b[^b].\n"},
      {"a.md", "---\ntitle: A\n---\nTekst.\n"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  REQUIRE(guide);
  const auto book = theme::guide_book(standard(), *guide, "", problems);
  REQUIRE(book);
  CHECK(holds(book->html,
              "data-nummer=\"1\">Nævner b<span class=\"fodnote\" id=\"k-forside--fodnote-2\" data-nummer=\"2\">"
              "Nævner a<sup class=\"notetal-igen\"><a href=\"#k-forside--fodnote-1\""));
  CHECK(count(book->html, "class=\"fodnote\"") == 2);
  for (const char* id : {"fodnote-1", "fodnote-2", "note-1", "note-2", "notetal-1-1", "notetal-2-1", "notetal-1-2"}) {
    CHECK_MESSAGE(count(book->html, "id=\"k-forside--" + std::string(id) + "\"") == 1, id);
  }
}

TEST_CASE("tables and figures of the colophon have no number, for it stands elsewhere in the book than on the site") {
  const base::MemoryFileStore store({
      {"index.md", "---\ntitle: Bogen\n---\nHej.\n\nTabel: To tal.\n\n| A |\n|---|\n| 1 |\n"},
      {"kolofon.md", "---\ntitle: Kolofon\n---\n- **Udgiver:** Os\n\nTabel: Kilder.\n\n| A |\n|---|\n| 1 |\n"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  REQUIRE(guide);
  const auto book = theme::guide_book(standard(), *guide, "", problems);
  REQUIRE(book);
  CHECK(holds(book->html, "<caption>Kilder.</caption>"));
  CHECK(holds(book->html, "<caption><span class=\"nr\">Tabel 1. </span>To tal.</caption>"));
}

TEST_CASE("the book sets text in runs for columns, between tables and figures that take the whole width") {
  const base::MemoryFileStore store({
      {"index.md", "---\ntitle: Bogen\n---\nKort.\n"},
      {"a.md",
       "---\ntitle: A\nlandscape: true\n---\nKort.\n\n## Tabellen\n\n| Et langt hoved i tabellen | Et til, der er langt | "
       "Og et tredje |\n"
       "|---|---|---|\n| a | b | c |\n\n## Efter\n\n> [!tip] Boks\n> Tekst.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"},
  });
  base::Problems problems;
  const auto guide = guide::load_guide(store, {"", standard().settings.box_kinds(), {}}, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(guide);
  const auto book = theme::guide_book(standard(), *guide, "", problems);
  REQUIRE(book);
  const auto at = [&](std::string_view piece) { return book->html.find(piece); };
  CHECK(holds(book->html, "<section class=\"kapitel loest-kapitel liggende\">"));
  CHECK(holds(book->html, "<div class=\"spalter kort\">\n<p>Kort.</p>\n</div>\n<h3 id=\"k-a--tabellen\""));
  CHECK(at("Et langt hoved") < at("id=\"k-a--efter\""));
  CHECK(holds(book->html, "<div class=\"spalter\">\n<h3 id=\"k-a--efter\""));
  CHECK(at("<th scope=\"col\">A</th>") > at("id=\"k-a--efter\""));
  CHECK(book->html.find("</div>\n</div>\n</div>\n</section>", at("<th scope=\"col\">A</th>")) == std::string::npos);
}
