#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include "sats/typeset.h"

namespace {

std::string times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The letters of a document's words, without its tags and style sheets.
std::size_t letters_written(std::string_view html) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html.substr(i).starts_with("<style>")) i = html.find("</style>", i);
    if (html[i] == '<') i = html.find('>', i);
    if (is_letter(html[i])) ++count;
  }
  return count;
}

/// The letters that are painted as content.
std::size_t letters_painted(const sats::LaidDocument& document) {
  std::size_t count = 0;
  for (const auto& item : document.items) {
    if (item.kind != sats::ItemKind::glyphs || item.tag.leaf == sats::kNone) continue;
    const auto& run = document.runs[item.index];
    const auto text = std::string_view(document.text).substr(run.text_begin, run.text_end - run.text_begin);
    count += static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter));
  }
  return count;
}

/// Lays a document out and says how many pages it has; fails when that takes longer than anyone would wait, and when a word
/// does not come out or comes out twice.
std::uint32_t pages_of(const std::string& html, sats::Limits limits = {}) {
  static sats::Resources resources;
  sats::TypesetOptions options;
  options.limits = limits;
  const auto start = std::chrono::steady_clock::now();
  const auto laid = sats::lay_out(html, {}, {}, resources, options);
  const auto taken = std::chrono::steady_clock::now() - start;
  CHECK(taken < std::chrono::seconds(60));
  if (laid.document) CHECK(letters_painted(*laid.document) == letters_written(html));
  return laid.document ? static_cast<std::uint32_t>(laid.document->pages.size()) : 0;
}

const std::string kWords = times(60, "ord ");

}  // namespace

TEST_CASE("documents that are meant to hurt come to an end") {
  CHECK(pages_of("") == 1);
  CHECK(pages_of("<table><tr><td>" + times(300, "<p>" + kWords + "</p>") + "<td>b</table>") > 10);
  CHECK(pages_of("<p>" + times(5000, "x")) == 1);
  CHECK(pages_of(times(50, "<div style='border:1pt solid;padding:1pt'>") + times(30, "<p>" + kWords)) > 3);
  CHECK(pages_of(times(60, "<table><tr><td>") + kWords) >= 1);
  CHECK(pages_of(times(40, "<div style='display:flex'><div>") + kWords) >= 1);
  CHECK(pages_of(times(12, "<div style='column-count:2'>") + kWords) >= 1);
  CHECK(pages_of(times(60, "<span style='display:inline-block'>") + kWords) >= 1);
  CHECK(pages_of("<style>.f{float:left;width:30pt;height:20pt}</style>" + times(1000, "<div class=f>x</div>") + kWords) > 1);
  CHECK(pages_of(times(5000, "<br>")) > 50);
}

TEST_CASE("one long line costs no more than its length") {
  CHECK(pages_of("<p>" + times(250'000, "ord ")) > 150);
  CHECK(pages_of("<p style='overflow-wrap:anywhere'>" + times(1'000'000, "x")) > 100);
}

TEST_CASE("ten thousand footnotes find their pages") {
  CHECK(pages_of("<style>.n{float:footnote}</style>" + times(10'000, "<p>t<span class=n>note</span></p>")) > 250);
}

TEST_CASE("a note in every line of a paragraph, in columns and in notes finds a page") {
  const std::string css = "<style>.n{float:footnote}.c{columns:3}</style>";
  CHECK(pages_of(css + "<p>" + times(500, "ord<span class=n>en note</span> ")) > 5);
  CHECK(pages_of(css + "<div class=c>" + times(300, "<p>t<span class=n>note</span></p>")) > 3);
  CHECK(pages_of(css + "<p>" + times(60, "t<span class=n>note ")) >= 1);
}

TEST_CASE("every page of another size and name") {
  std::string css = "<style>";
  std::string body;
  for (int i = 0; i < 200; ++i) {
    const auto name = "p" + std::to_string(i);
    css += "@page " + name + "{size:" + std::to_string(100 + i) + "pt " + std::to_string(300 - i) + "pt} ." + name +
           "{page:" + name + "}";
    body += "<p class=" + name + ">" + kWords;
  }
  CHECK(pages_of(css + "</style>" + body) >= 200);
}

TEST_CASE("long and deep documents cost no more than their length") {
  CHECK(pages_of("<table>" + times(20'000, "<tr><td>x<td>y") + "</table>") > 200);
  CHECK(pages_of("<table><thead><tr><th>h<tfoot><tr><td>f<tbody>" + times(5000, "<tr><td>x") + "</table>") > 50);
  CHECK(pages_of(times(390, "<div>") + kWords) >= 1);
  CHECK(pages_of(times(390, "<span>") + kWords) >= 1);
  CHECK(pages_of(times(10'000, "<div>") + kWords) == 0);  // Too deep to be read: a problem, and no pages.
  CHECK(pages_of(times(300, "<span style='display:inline-block;width:99%'>") + kWords) >= 1);
  CHECK(pages_of("<style>.f{float:left;height:20pt}</style><p>" + times(5000, "<span class=f>x</span> ord ")) > 10);
}

TEST_CASE("floats and boxes in lines that are taller than any page are divided, and nothing is left out") {
  CHECK(pages_of("<div style='float:left'>" + times(2000, "x<br>") + "</div><p>ord") > 20);
  CHECK(pages_of("<p><span style='float:right'>" + times(2000, "x<br>") + "</span>ord") > 20);
  CHECK(pages_of("<p>a <span style='display:inline-block'>" + times(2000, "x<br>") + "</span> b") > 20);
  CHECK(pages_of("<style>h2{column-span:all;break-after:avoid}</style><div style='columns:2'>" +
                 times(200, "<h2>x</h2><p>" + kWords + "</p>")) > 5);
}

TEST_CASE("rules that cannot be kept are broken, and every page holds something") {
  CHECK(pages_of("<style>p{break-before:avoid;break-after:avoid;break-inside:avoid;orphans:99;widows:99}</style>" +
                 times(100, "<p>" + kWords + "</p>")) < 30);
  CHECK(pages_of("<style>@page{size:20pt 20pt;margin:9pt}</style><p>" + kWords) == 60);
  CHECK(pages_of("<style>p{font-size:2000pt}</style><p>stor") == 1);
}

TEST_CASE("titles that come again on every page may be many, one inside the other") {
  CHECK(pages_of("<style>div{-sats-continued-title:'(fortsat)'}</style>" + times(300, "<div>") + "<h2>T</h2>" +
                 times(200, "<p>" + kWords)) > 3);
}

TEST_CASE("a running head is cut to what a person would read, with a warning, and equal ones are one paragraph") {
  sats::Resources resources;
  const auto html =
      "<style>h1{string-set:a content()} h1,p{break-after:page} @page{@top-left{content:string(a)}}</style><h1>" +
      times(25'000, "ord ") + "</h1>" + times(300, "<p>x</p>");
  const auto laid = sats::lay_out(html, {}, {}, resources);
  REQUIRE(laid.document);
  CHECK(laid.document->pages.size() > 300);
  CHECK(laid.document->text.size() < html.size() + 5000);
  CHECK(laid.document->glyphs.size() < 600'000);
  CHECK(std::count_if(laid.problems.begin(), laid.problems.end(),
                      [](const auto& problem) { return problem.code == "sats.streng-for-lang"; }) == 1);
}

TEST_CASE("each limit ends a document with its own problem, and soon") {
  struct Row {
    const char* code;
    std::string html;
    sats::Limits limits;
  };
  const Row rows[] = {
      {"sats.for-mange-sider", times(50, "<p style='break-after:page'>x</p>"), {.pages = 5}},
      {"sats.for-meget-hukommelse",
       "<div style='position:fixed'>" + times(500, "ord ") + "</div>" + times(3000, "<p style='break-after:page'>x</p>"),
       {.bytes = std::size_t{64} << 20U}},
      {"sats.for-meget-hukommelse",
       "<style>@page{@top-left{content:'" + times(5000, "ord ") + "'}}</style>" +
           times(300, "<p style='break-after:page'>x</p>"),
       {.bytes = std::size_t{64} << 20U}},
      {"sats.for-langsomt", times(2000, "<p>" + times(10, "ord ")), {.seconds = 1e-6}},
      {"sats.html.for-stort", times(2000, "<p>x"), {.nodes = 1000}},
      {"sats.for-meget-indsat",
       "<style>a::after{content:target-text(attr(href))}</style><div id=x>" + times(2000, "<a href='#x'>a</a>") +
           times(2000, "ord ") + "</div>",
       {}},
      {"sats.html.for-dybt", times(500, "<div>") + "x", {}},
  };
  sats::Resources resources;
  for (const Row& row : rows) {
    CAPTURE(row.code);
    sats::TypesetOptions options;
    options.limits = row.limits;
    const auto start = std::chrono::steady_clock::now();
    const auto made = sats::typeset(row.html, {}, {}, resources, options);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
    CHECK(made.pdf.empty());
    REQUIRE(made.problems.has_errors());
    CHECK(std::any_of(made.problems.begin(), made.problems.end(), [&row](const auto& problem) {
      return problem.code == row.code && problem.severity == base::Severity::error;
    }));
  }
}
