#include <doctest/doctest.h>

#include <string>

#include "laid_words.h"
#include "sats/typeset.h"

namespace {

/// The words of a document on small sheets that did not come out once each.
std::string lost_or_doubled(const std::string& html) {
  static sats::Resources resources;
  const auto laid =
      sats::lay_out("<style>@page{size:A6;margin:10mm} body{font:9pt 'DejaVu Sans'}</style>" + html, {}, {}, resources, {});
  if (!laid.document) return "no document";
  std::string said = laid_words::not_once(*laid.document);
  for (const auto& problem : laid.problems) said += problem.code + " ";
  return said;
}

/// Words with the numbers from `first` on.
std::string words(int count, int first) {
  std::string out;
  for (int i = first; i < first + count; ++i) out += "w" + std::to_string(i) + "q ";
  return out;
}

std::string paragraphs(int count, const std::string& style = {}) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "<p style='" + style + "'>w" + std::to_string(i) + "q</p>";
  return out;
}

}  // namespace

TEST_CASE("columns in a box of one piece hold all their words") {
  const std::string boxes[] = {"<div style='float:right'>",
                               "<p><span style='display:inline-block'>",
                               "<div style='position:absolute'>",
                               "<p>x<span style='float:footnote'>",
                               "<table><caption>",
                               "<div style='display:flex;flex-wrap:wrap'><div>",
                               "<div style='float:left;width:50mm'>"};
  for (const auto& box : boxes) {
    CAPTURE(box);
    CHECK(lost_or_doubled(box + "<div>kort</div><div style='columns:2'><p><b>w1q w2q</b></div>") == "");
    CHECK(lost_or_doubled(box + "<div style='columns:2;height:20mm'>" + paragraphs(12) + "</div>") == "");
    CHECK(lost_or_doubled(box + "<div style='columns:3;column-fill:auto;height:20mm'>" + paragraphs(30) + "</div>") == "");
    for (const char* rule : {"break-before:page", "break-before:column", "break-after:column", "break-before:left"}) {
      CAPTURE(rule);
      CHECK(lost_or_doubled(box + "<div style='columns:2'>" + paragraphs(7, rule) + "</div>") == "");
      CHECK(lost_or_doubled(box + "<div style='columns:2'><div style='columns:2'>" + paragraphs(7, rule) + "</div></div>") ==
            "");
      CHECK(lost_or_doubled(box + "<div style='columns:2'><table><tr><td>w0q<tr style='" + rule +
                            "'><td>w1q</table></div>") == "");
    }
    CHECK(lost_or_doubled("<style>@page q{size:A6}</style>" + box + "<div style='columns:2'><p>w1q<p style='page:q'>w2q") ==
          "");
    CHECK(lost_or_doubled(box + "<div style='columns:2'>" + paragraphs(9) +
                          "<h2 style='column-span:all'>w10q</h2><p>w11q") == "");
  }
  CHECK(lost_or_doubled("<div style='float:left;columns:2;height:20mm'>" + paragraphs(9) + "</div>") == "");
}

TEST_CASE("a break of columns in a box of one piece leads to the next column") {
  sats::Resources resources;
  const auto laid =
      sats::lay_out("<div style='float:left;columns:2;width:80mm'><p>a</p><p style='break-before:column'>b</p></div>", {},
                    {}, resources, {});
  REQUIRE(laid.document);
  REQUIRE(laid.document->runs.size() == 2);
  CHECK(laid.document->runs[1].x > laid.document->runs[0].x + 80);
  CHECK(laid.document->runs[1].baseline == doctest::Approx(laid.document->runs[0].baseline));
}

TEST_CASE("rows that a break would rather not part come out once") {
  const std::string head = "<table><thead><tr><th>wort4711<th>wort47 wort481 wort4822<th><th>wort47</thead>";
  // The row before the break wants to stay with the next, and cells over rows go on from the page before.
  for (int height = 0; height < 320; height += 5) {
    CAPTURE(height);
    const auto above = "<div style='height:" + std::to_string(height) + "pt'></div>";
    CHECK(lost_or_doubled(above + "<div style='columns:2'>" + head + "<tr><td rowspan=3> <td>w1q<td rowspan=2>s<tr><td>" +
                          words(30, 9) + "<tr style='break-after:avoid'><tr><td rowspan=2>w2q<tr><td>w3q</table></div>") ==
          "");
    CHECK(lost_or_doubled(above + head + "<tr><td rowspan=3>w1q<tr><td><p>" + words(30, 100) + "<p>" + words(20, 200) +
                          "<td rowspan=2>w2q<tr style='break-after:avoid'><tr><td>" + words(20, 300) + "</table>") == "");
    CHECK(lost_or_doubled(above + head + "<tr><td rowspan=3><td rowspan=2>" + words(45, 1000) +
                          "<tr style='break-after:avoid'><td>w1q<tr><td>" + words(60, 3000) + "</table>") == "");
  }
}

TEST_CASE("what wraps beside a float goes on in the same place when the next page has more room") {
  for (int height = 180; height < 330; height += 10) {
    CAPTURE(height);
    CHECK(lost_or_doubled(
              "<div style='height:" + std::to_string(height) +
              "pt'></div><div style='float:left;width:40%;height:60pt'>w0q</div>"
              "<div style='display:flex;flex-wrap:wrap;position:relative'><div style='position:absolute'>w99q</div>"
              "<p>" +
              words(5, 1) + "<p>" + words(5, 10) + "<p>" + words(3, 20) + "<span style='float:left'>w25q</span>w26q<p>" +
              words(5, 30) + "<p>w40q") == "");
  }
}

TEST_CASE("a title that comes again is not where a break goes") {
  CHECK(lost_or_doubled("<style>@page{margin:6mm} body{font-size:8pt}</style><div style='columns:3'>"
                        "<ul style='-sats-continued-title:\"forts\"'><p>" +
                        words(7, 942) + "</p><p style='break-inside:avoid'>" + words(36, 956) + "</p></ul></div>") == "");
}

TEST_CASE("a box of a set height ends where what comes again leaves it no room") {
  CHECK(lost_or_doubled("<div style='-sats-continued-title:\"forts\"'><p>" + words(300, 1) +
                        "</p><table><tr><td><p style='height:30mm'></table><p>w999q</div>") == "");
}

TEST_CASE("a float that is cut before the line that calls it begins anew with that line") {
  CHECK(
      lost_or_doubled("<style>@page{size:60mm 80mm;margin:6mm} body{font-size:8pt} .n{float:footnote}</style><span class=n>"
                      "<span style='float:left;width:16mm'>" +
                      words(19, 71) + "</span> <span style='display:inline-block;width:40mm'> </span> </span>") == "");
}

TEST_CASE("absolute boxes come out when what they are placed in ended before, and fixed ones in them") {
  CHECK(lost_or_doubled("<div style='position:relative'><div style='float:left;width:40%'><p>" + words(150, 1) +
                        "<div style='position:absolute'>w999q</div></div></div>") == "");
  CHECK(lost_or_doubled("<div style='position:absolute'>w1q<div style='position:fixed;top:0'>w2q</div></div>") == "");
}

TEST_CASE("what is shown again on every page is content once") {
  const std::string pages = "<p>m1q<p style='break-before:page'>m2q<p style='break-before:page'>m3q";
  CHECK(lost_or_doubled("<div style='position:fixed;top:0'>w1q</div>" + pages) == "");
  CHECK(lost_or_doubled("<table><thead><tr><th>w1q<div style='position:absolute;top:0'>w2q</div><tbody><tr><td>" + pages +
                        "</table>") == "");
}

TEST_CASE("words that do not come out are reported") {
  std::string row = "<table><tr>";
  for (int i = 0; i < 1000; ++i) row += "<td>";
  // A table has a thousand columns at most.
  CHECK(lost_or_doubled(row + "<td>w1q</table>") == "w1q:0 sats.tekst-mangler ");
  CHECK(lost_or_doubled("<table><tr style='visibility:collapse'><td>w1q</table>") == "w1q:0 ");
  CHECK(lost_or_doubled("<table><col style='visibility:collapse'><tr><td>w1q<td>x</table>") == "w1q:0 ");
}
