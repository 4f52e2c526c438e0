#include "pdf/prepare/prepared_document.h"

#include <doctest/doctest.h>

#include <map>

#include "pdf/prepare/file_kind.h"
#include "unit/pdf/pdf_reading.h"

using namespace pdf_test;

namespace {

struct Prepared {
  std::string body;
  std::string problems;
  std::size_t files = 0;
};

Prepared prepared(const std::string& body) {
  base::Problems problems;
  auto made = pdf::prepare(document(body), resources(), problems);
  REQUIRE(made);
  auto html = pdf::write_markup(made->markup);
  const auto begin = html.find("<body>") + 6;
  return {html.substr(begin, html.rfind("</body>") - begin), codes(problems), made->files.size()};
}

}  // namespace

TEST_CASE("prepare: a document comes out as it went in") {
  for (
      const char* body :
      {"<h1 id=\"a\" class=\"b c\">Æblegrød &amp; fløde</h1>", "<p>a<br>b</p><ul><li>c</li></ul>", "<pre>\n\n  kode</pre>",
       R"(<img alt="x" src="resource-1.png">)", "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>",
       R"(<a href="#a">a</a><a href="https://borger.dk/?a=1&amp;b=2">b</a><a href="mailto:a@b.dk">c</a>)",
       R"(<p style="color:red" data-chapter="x">y</p>)",
       R"svg(<svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient><rect fill="url(&quot;#g&quot;)"></rect></svg>)svg"}) {
    auto given = std::string(body);
    if (const auto at = given.find("resource-1.png"); at != std::string::npos) given.replace(at, 14, "billeder/roed.png");
    CHECK(prepared(given).body == body);
    CHECK(prepared(given).problems.empty());
  }
}

TEST_CASE("prepare: what could run or load is gone") {
  struct Case {
    const char* body;
    const char* left;
    const char* problems;
  };
  const std::vector<Case> cases{
      {"<p onclick=\"x()\" ONLOAD=y>a</p>", "<p>a</p>", ""},
      {"a<script>x</script>b", "ab", "pdf.element.fjernet\n"},
      {"<noscript><img src=http://x/></noscript>", "", "pdf.element.fjernet\n"},
      {"<iframe src=x></iframe><object data=x><embed src=x>", "", "pdf.element.fjernet\npdf.element.fjernet\n"},
      {R"(<img src="http://x/" alt="ord" srcset="http://y/">)", "<span>ord</span>", "pdf.ressource.fremmed\n"},
      {"<img src=\"//x/y.png\">", "<span></span>", "pdf.ressource.fremmed\n"},
      {"<img src=\"../x.png\">", "<span></span>", "pdf.ressource.fremmed\n"},
      {"<img src=\"a/%2e%2e/%2e%2e/x.png\">", "<span></span>", "pdf.ressource.fremmed\n"},
      {R"(<img src="findes-ikke.png" id="i">)", "<span id=\"i\"></span>", "pdf.ressource.findes-ikke\n"},
      {"<img src=\"noter.txt\">", "<span></span>", "pdf.ressource.ukendt-format\n"},
      {R"(<img src="billeder/halv.png"><img src="billeder/halv.png">)", "<span></span><span></span>",
       "pdf.billede.beskadiget\n"},
      {"<a href=\"javascript:x\">a</a>", "<a>a</a>", "pdf.link.fjernet\n"},
      {"<a href=\" java\tscript:x\">a</a>", "<a>a</a>", "pdf.link.fjernet\n"},
      {"<a href=\"file:///etc/passwd\">a</a>", "<a>a</a>", "pdf.link.fjernet\n"},
      {"<a href=\"data:text/html,x\">a</a>", "<a>a</a>", "pdf.link.fjernet\n"},
      {"<meta http-equiv=refresh content=\"0;url=x\"><meta name=a content=b>", "", "pdf.element.fjernet\n"},
      {"<svg><script>x</script><a xlink:href=\"javascript:x\"></a><use "
       "xlink:href=\"x.svg#a\"></use><animate></animate></svg>",
       "<svg><a></a><use></use></svg>", "pdf.element.fjernet\npdf.element.fjernet\npdf.link.fjernet\npdf.link.fjernet\n"},
      {"<rect fill=\"url(http://x/)\">", "<rect fill=\"none\"></rect>", ""},
      {"<td background=x><table background=http://x/><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>",
       ""},
      {"<p style=\"background:url(//x)\">a</p>", "<p style=\"background:none\">a</p>", "pdf.ressource.fremmed\n"},
  };
  for (const auto& [body, left, problems] : cases) {
    INFO(body);
    const auto made = prepared(body);
    CHECK(made.body == left);
    CHECK(made.problems == problems);
    CHECK(made.files == 0);
  }
}

TEST_CASE("prepare: pictures in the document itself are checked like files") {
  CHECK(prepared("<img src=\"data:image/svg+xml,%3Csvg%3E%3Cscript%3Ex%3C/script%3E%3C/svg%3E\">").files == 1);
  CHECK(prepared("<img src=\"data:text/html,x\">").problems == "pdf.ressource.ukendt-format\n");
  CHECK(prepared("<img src=\"data:image/png;base64,iVBORw0KGgo=\">").problems == "pdf.billede.beskadiget\n");
}

TEST_CASE("prepare: an SVG file may refer to nothing but itself") {
  std::map<std::string, std::string, std::less<>> files;
  files["a.svg"] =
      "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg onload=\"x\"><image "
      "href=\"b.png\"/>"
      "<use href=\"#a\"/><style>@import 'c.css';a{fill:url(http://x/)}</style><text>&x;</text></svg>";
  const base::MemoryFileStore store(std::move(files));
  base::Problems problems;
  const auto made = pdf::prepare(document("<img src=\"a.svg\">"), store, problems);
  REQUIRE(made);
  REQUIRE(made->files.size() == 1);
  const auto& svg = made->files.begin()->second;
  INFO(svg);
  CHECK(svg.find("<use href=\"#a\">") != std::string::npos);
  for (const char* gone : {"onload", "b.png", "c.css", "http://x", "passwd", "ENTITY"})
    CHECK_MESSAGE(svg.find(gone) == std::string::npos, gone);
}

TEST_CASE("prepare: text that is not UTF-8, and nesting without end, are errors") {
  base::Problems problems;
  CHECK_FALSE(pdf::prepare(document("\xFF"), resources(), problems));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK_FALSE(pdf::prepare(document(deep), resources(), problems));
  CHECK_FALSE(pdf::prepare(document(deep.substr(0, std::size_t{5} * 500)), resources(), problems));
  CHECK(codes(problems) == "pdf.html.ikke-utf8\npdf.html.for-dyb\npdf.html.for-dyb\n");
  std::string wide;
  for (int i = 0; i < 20'000; ++i) wide += "<li>a<p>b<br>";
  CHECK(pdf::prepare(document(wide), resources(), problems));
}

TEST_CASE("prepare: a chapter without a name of its own is named by its text") {
  CHECK(prepared("<h2 data-chapter>Om  <b>planen</b></h2>").body == "<h2 data-chapter=\"Om planen\">Om  <b>planen</b></h2>");
}

TEST_CASE("file_kind: the bytes say what a file is") {
  CHECK(pdf::file_kind(red_pixel()) == pdf::FileKind::png);
  CHECK(pdf::file_kind("GIF89a…") == pdf::FileKind::gif);
  CHECK(pdf::file_kind("  <?xml version='1.0'?><svg/>") == pdf::FileKind::svg);
  CHECK(pdf::file_kind("<html>") == pdf::FileKind::unknown);
  CHECK(pdf::file_kind("") == pdf::FileKind::unknown);
  CHECK(pdf::is_whole_picture(pdf::FileKind::png, red_pixel()));
  auto huge = red_pixel();
  huge[17] = '\x7F';  // The width's second byte: a picture of eight million pixels in a row is whole …
  CHECK(pdf::is_whole_picture(pdf::FileKind::png, huge));
  huge[21] = '\x7F';  // … but as many rows of them would not fit in any memory.
  CHECK_FALSE(pdf::is_whole_picture(pdf::FileKind::png, huge));
}
