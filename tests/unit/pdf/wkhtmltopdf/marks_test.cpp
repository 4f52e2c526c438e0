#include "pdf/wkhtmltopdf/marks.h"

#include <doctest/doctest.h>

#include "pdf/wkhtmltopdf/page_rules.h"

namespace {

// What Qt writes: a scaled page turned upside down, a black square, then mark 2 around one line of text.
constexpr const char* kPage = R"(0.5 0 0 -0.5 0 100 cm
/CSp cs 0 0 0 scn
0 0 10 10 re
f
q
/CSp cs 0.984313725 0 0.007843137 scn
/GSa gs
10 20 m
10 60 l
12 58 l
12 22 l
10 20 l
h
f
10 20 m
12 22 l
98 22 l
100 20 l
h
f
98 22 m
98 58 l
100 60 l
100 20 l
h
f
12 58 m
10 60 l
100 60 l
98 58 l
h
f
Q
BT /F1 12 Tf (en (streng) med f) Tj <0001> Tj ET
)";

}  // namespace

TEST_CASE("take_marks: a mark's place is read and its drawing is gone") {
  const auto page = pdf::take_marks(kPage, 5);
  REQUIRE(page.marks.size() == 1);
  REQUIRE(page.marks.contains(2));
  REQUIRE(page.marks.at(2).size() == 1);
  const auto& box = page.marks.at(2).front();
  CHECK(box.left == doctest::Approx(5));
  CHECK(box.right == doctest::Approx(50));
  CHECK(box.top == doctest::Approx(90));
  CHECK(box.bottom == doctest::Approx(70));
  CHECK(page.content.find("10 20 m") == std::string::npos);
  CHECK(page.content.find("0 0 10 10 re\nf") != std::string::npos);
  CHECK(page.content.find("(en (streng) med f) Tj <0001> Tj ET") != std::string::npos);
}

TEST_CASE("take_marks: other colours, and numbers beyond the last mark, are left alone") {
  CHECK(pdf::take_marks(kPage, 1).marks.empty());
  CHECK(pdf::take_marks(kPage, 1).content == kPage);
  CHECK(pdf::take_marks("1 0 0 rg 0 0 5 5 re f", 9).content == "1 0 0 rg 0 0 5 5 re f");
}

TEST_CASE("take_marks: a clip in a mark's colour stays a clip") {
  constexpr const char* kClip = "0.984313725 0 0.003921568 rg\n0 0 50 50 re\nW n\n0 0 5 5 re\nf\n";
  const auto page = pdf::take_marks(kClip, 3);
  CHECK(page.content.find("0 0 50 50 re\nW n") != std::string::npos);
  CHECK(page.content.find("0 0 5 5 re") == std::string::npos);
  CHECK(page.marks.at(1).size() == 1);
}

TEST_CASE("take_marks: a mark over two lines has two boxes") {
  const std::string colour = "0.984313725 0 0.003921568 rg\n";
  const std::string first = "60 80 1 10 re f 99 80 1 10 re f ";
  const std::string second = "0 68 1 10 re f 39 68 1 10 re f ";
  const auto page = pdf::take_marks(colour + first + second, 1);
  REQUIRE(page.marks.at(1).size() == 2);
  CHECK(page.marks.at(1)[0].left == doctest::Approx(60));
  CHECK(page.marks.at(1)[1].right == doctest::Approx(40));
}

TEST_CASE("take_marks: bytes that are no content stream do no harm") {
  for (const char* content : {"", "Q Q Q", "(", "(\\", "cm re m l f", "1 2 3 scn f", "BI /W 1 ID \x01\x02 EI",
                              "0.984313725 0 0.003921568 rg 1 re"}) {
    CHECK(pdf::take_marks(content, 5).content == content);
  }
}

TEST_CASE("with_old_breaks: the breaks of the print profile in words that QtWebKit knows") {
  CHECK(pdf::with_old_breaks("h2{break-before:page;color:red}") == "h2{page-break-before:always;color:red}");
  CHECK(pdf::with_old_breaks("h2 { break-after : avoid !important }") == "h2 { page-break-after:avoid !important }");
  CHECK(pdf::with_old_breaks("a{break-inside:avoid-page}b{break-before:recto}") ==
        "a{page-break-inside:avoid}b{page-break-before:right}");
  for (const char* same :
       {"h2{page-break-before:always}", "a{-webkit-column-break-before:always}", "p{content:\"break-before:page\"}",
        "a{break-before:column}", ".break-before{}", "a{word-break:break-all}"}) {
    CHECK(pdf::with_old_breaks(same) == same);
  }
}

TEST_CASE("add_engine_sheets: a drawing's inherited lengths are shielded from the zoom") {
  bool too_deep = false;
  auto markup = pdf::parse_markup(R"(<svg stroke-width="2" fill="none"><path d="M0 0"></path></svg>)", too_deep);
  pdf::add_engine_sheets(markup, 7.8125);
  const auto html = pdf::write_markup(markup);
  CHECK(html.find("<svg fill=\"none\"><g stroke-width=\"2\"><path d=\"M0 0\"></path></g></svg>") != std::string::npos);
  CHECK(html.find("html{zoom:7.8125 !important}") != std::string::npos);
}
