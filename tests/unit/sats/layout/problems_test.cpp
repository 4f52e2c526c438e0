// What is said of a document: each problem with its place, and nothing that is left out without a word.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/problem_printer.h"
#include "sats/typeset.h"

namespace {

constexpr std::string_view kRed = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='9'/>";

struct Said {
  std::string problems;
  std::string dump;
  std::size_t links = 0;
};

/// The body of the document begins on line 2.
Said said_of(std::string_view body, std::string_view head = "", sats::Strictness strictness = sats::Strictness::lenient) {
  const base::MemoryFileStore files(
      {{"bred.svg", std::string(kRed)}, {"daarlig.svg", "<svg"}, {"daarlig.ttf", "ikke en skrift"}});
  sats::Resources resources(&files);
  sats::TypesetOptions options;
  options.write.strictness = strictness;
  const std::string html =
      "<!doctype html><html lang=da><title>t</title><style>@page{size:300pt 300pt;margin:20pt}</style>" + std::string(head) +
      "<h1>t</h1>\n" + std::string(body);
  auto made = sats::typeset(html, {}, {}, resources, options);
  const auto laid = sats::lay_out(html, {}, {}, resources, options);
  return {base::print_problems(made.problems, base::ProblemFormat::short_form, base::Language::english),
          laid.document ? sats::dump(*laid.document) : "", laid.document ? laid.document->links.size() : 0};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a drawing in HTML is read as HTML, not as XML") {
  for (const std::string_view svg :
       {"<svg width=20 height=20 role=img aria-label=a><rect width=20 height=20></svg>",
        "<svg width=20 height=20 aria-label=a><title>a&nbsp;b</title><g><rect width=9 height=9></g></svg>",
        "<svg width=20 height=20 aria-label=a><defs><rect id=r width=9 height=9 /></defs><use xlink:href='#r' /></svg>",
        "<svg VIEWBOX='0 0 9 9' width=20 aria-label=a><linearGradient id=x></linearGradient><inkscape:page x=1 />"
        "<path inkscape:y=1 d='M0 0h9'></svg>"}) {
    CAPTURE(svg);
    const auto said = said_of("<p>" + std::string(svg) + "</p>");
    CHECK(said.problems == "");
    CHECK(has(said.dump, "picture"));
  }
}

TEST_CASE("a picture that cannot be shown has a place, and a strict run does not do without it") {
  CHECK(has(said_of("<p><img alt=x src=daarlig.svg></p>").problems, "html:2:4: warning"));
  CHECK(has(said_of("<p><img alt=x src=daarlig.svg></p>", "", sats::Strictness::strict).problems,
            "html:2:4: error[sats.ua.billede-udeladt]"));
  CHECK(!has(said_of("<p><img alt='' src=daarlig.svg></p>", "", sats::Strictness::strict).problems, "error"));
}

TEST_CASE("words that browsers show when they cannot show more are printed") {
  for (const std::string_view html : {"<noscript><p>ordene</p></noscript>", "<object data=x.swf>ordene</object>",
                                      "<canvas>ordene</canvas>", "<video src=x>ordene</video>"}) {
    CAPTURE(html);
    const auto said = said_of(html);
    CHECK(said.problems == "");
    CHECK(has(said.dump, "\"ordene\""));
  }
}

TEST_CASE("what shows nothing on paper is reported") {
  for (const std::string_view html :
       {"<p><iframe src=x></iframe></p>", "<p><object data=x.swf></object></p>", "<p><canvas></canvas></p>",
        "<p><audio src=x></audio></p>", "<p><video></video></p>"}) {
    CAPTURE(html);
    CHECK(has(said_of(html).problems, "html:2:4: warning[sats.html.vises-ikke]"));
  }
}

TEST_CASE("a formula is printed as words on the line and read as one") {
  const auto said = said_of("<p>a <math><mi>x</mi><mo>=</mo><mfrac><mi>y</mi><mn>2</mn></mfrac></math></p>");
  CHECK(has(said.problems, "html:2:6: warning[sats.html.formel]"));
  CHECK(!has(said.problems, "sats.ua"));
  CHECK(has(said.dump, "\"=\""));
  CHECK(has(said.dump, "\"y\""));
}

TEST_CASE("style in the body applies, with places in the document") {
  const auto said = said_of("<style>h1 { colour: red }\n p { text-transform: uppercase }</style><p>ord</p>");
  CHECK(has(said.dump, "\"ORD\""));
  CHECK(has(said.problems, "html:2:13: warning[sats.css.egenskab]"));
}

TEST_CASE("problems with fonts have places") {
  CHECK(has(said_of("<p>a\n b \xF4\x8F\xBF\xBD c</p>").problems, "html:3:4: warning[sats.skrift.mangler-tegn]"));
  CHECK(has(said_of("<p>a &#x10FFFD; c</p>").problems, "html:2:1: warning[sats.skrift.mangler-tegn]"));
  CHECK(has(said_of("<style>@font-face { font-family: X;\n  src: url(nej.ttf) }</style>").problems,
            "html:3:8: warning[sats.skrift.fil-mangler]"));
  CHECK(has(said_of("<style>@font-face { font-family: X;\n  src: url(daarlig.ttf) }</style>").problems,
            "html:3:8: warning[sats.skrift.ulaeselig]"));
}

TEST_CASE("a style sheet that does not exist is a warning where it is named") {
  const auto said = said_of("<p>ord</p>", "<link rel=stylesheet href=nej.css>");
  CHECK(has(said.problems, "html:1:96: warning[base.fil.findes-ikke]"));
  CHECK(has(said.dump, "\"ord\""));
}

TEST_CASE("a style attribute is reported where the declaration stands, on every element that has it") {
  const auto said = said_of("<p style='color: red; foo: bar'>x</p>\n<p style='color: red; foo: bar'>y</p>");
  CHECK(has(said.problems, "html:2:23: warning[sats.css.egenskab]"));
  CHECK(has(said.problems, "html:3:23: warning[sats.css.egenskab]"));
  CHECK(has(said_of("<p style='width:5furlongs'>x</p>").problems,
            "html:2:17: warning[sats.css.vaerdi]: width cannot be \"5furlongs\""));
  CHECK(said_of("<p style='width: 20pt !important'>x</p>").problems == "");
}

TEST_CASE("a link that nobody hears is reported where it stands") {
  CHECK(has(said_of("<p id=x aria-hidden=true>a <a href='#x'>b</a></p>").problems,
            "html:2:28: warning[sats.ua.link-uden-tag]: the link to #x"));
}

TEST_CASE("a picture that is too wide is named by its text or its address") {
  CHECK(has(said_of("<p><img alt='Et kort' src=bred.svg></p>").problems, "\"Et kort\" is wider"));
  CHECK(has(said_of("<p><img alt='' src=bred.svg></p>").problems, "\"bred.svg\" is wider"));
}

TEST_CASE("a variable that is not set makes its declaration unset, whatever stood there before") {
  CHECK(has(said_of("<p style='text-transform: uppercase; text-transform: var(--nej)'>ord</p>").dump, "\"ord\""));
  CHECK(has(said_of("<p style='--a: var(--nej); text-transform: var(--a, uppercase)'>ord</p>").dump, "\"ORD\""));
  CHECK(has(said_of("<div style='text-transform: uppercase'><p style='text-transform: var(--nej)'>ord</p></div>").dump,
            "\"ORD\""));
}

TEST_CASE("the words of a picture that cannot be shown stand in its place") {
  const auto said = said_of("<p>a <img alt='Et kort' src=nej.png> b</p>");
  CHECK(has(said.dump, "\"Et kort\""));
  CHECK(!has(said.problems, "sats.ua"));
}

TEST_CASE("links that run or open what is the reader's own are left out, and the words stay") {
  for (const std::string_view address : {"javascript:alert(1)", "java&#10;script:alert(1)", " JavaScript:x",
                                         "file:///etc/passwd", "data:text/html,x", "&#1;vbscript:x"}) {
    CAPTURE(address);
    const auto said = said_of("<p><a href='" + std::string(address) + "'>ord</a></p>");
    CHECK(has(said.problems, "html:2:4: warning[sats.henvisning.fjernet]"));
    CHECK(has(said.dump, "\"ord\""));
    CHECK(said.links == 0);
  }
  for (const std::string_view address : {"https://a.dk/b:c", "mailto:a@b.dk", "side.html?a:b", "tel:+4512345678"}) {
    CAPTURE(address);
    const auto said = said_of("<p><a href='" + std::string(address) + "'>ord</a></p>");
    CHECK(said.problems == "");
    CHECK(said.links == 1);
  }
}
