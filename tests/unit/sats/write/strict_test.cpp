// What a strict run writes holds for the independent checker, and what it does not write has a message with a place.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "patient.h"
#include "pdf_checker/document.h"
#include "sats/typeset.h"

namespace {

using sats_test::findings;

sats::Typeset set_strictly(std::string_view body, std::string_view language = " lang='da'") {
  static sats::Resources resources;
  sats::TypesetOptions options;
  options.write.strictness = sats::Strictness::strict;
  const std::string html =
      "<!doctype html><html" + std::string(language) + "><title>t</title><h1>t</h1>\n" + std::string(body);
  return sats::typeset(html, {}, {}, resources, options);
}

bool has(const base::Problems& problems, std::string_view code) {
  for (const auto& problem : problems) {
    if (problem.code == code && problem.where) return true;
  }
  return false;
}

/// The types of all elements behind the first heading, `L(LI(Lbl LBody))`.
std::string tags_of(const std::string& pdf) {
  pdf_checker::Document document;
  pdf_checker::read_document(document, pdf);
  std::string text;
  const auto tell = [&](const auto& self, std::size_t index) -> void {
    text += document.elements[index].type;
    std::string inner;
    for (const auto& kid : document.elements[index].kids) {
      if (kid.kind != pdf_checker::Kid::Kind::element) continue;
      text += inner.empty() ? "(" : " ";
      inner = "x";
      self(self, kid.element);
    }
    if (!inner.empty()) text += ")";
  };
  for (const auto& kid : document.elements[0].kids) {
    if (document.elements[kid.element].type == "H1") continue;
    if (!text.empty()) text += ' ';
    tell(tell, kid.element);
  }
  return text;
}

}  // namespace

TEST_CASE("what stands in the wrong place in HTML is put into the elements that it lacks") {
  struct Row {
    const char* html;
    const char* tags;
  };
  for (const Row& row : {
           Row{"<nav role=doc-toc><h2>Ind</h2><p>intro</p><ol><li><a href='#a'>A</a><ol><li>B</ol></ol></nav><h2 "
               "id=a>A</h2>",
               "Sect(H2 P TOC(TOCI(Reference(Link) TOC(TOCI)))) H2"},
           {"<ol role=doc-toc><li>A</ol>", "TOC(TOCI)"},
           {"<table role=presentation><tr><td>a<td>b</table>", "P P"},
           {"<table role=presentation><caption>c</caption><tr><th>a<td><table><tr><th>x<tr><td>y</table></table>",
            "P P Table(TBody(TR(TH) TR(TD)))"},
           {"<ul role=presentation><li>a<li>b</ul>", "P P"},
           {"<ol><p>x</p><li>y</ol>", "L(LI(LBody(P)) LI(Lbl LBody))"},
           {"<ul>text</ul>", "L(LI(LBody(P)))"},
           {"<ul><div>x</div></ul>", "L(LI(LBody(P)))"},
           {"<ul><ul><li>x</ul></ul>", "L(L(LI(Lbl LBody)))"},
           {"<dl><p>x</p></dl>", "L(LI(LBody(P)))"},
           {"<dl><div><dt>a<dd>b<dd>c</div></dl>", "L(LI(Lbl LBody LBody))"},
           {"<dt>a</dt><dd>b</dd>", "L(LI(Lbl LBody))"},
           {"<ul><li>a</ul><ul>b<li>c<p>d</p></ul>", "L(LI(Lbl LBody)) L(LI(LBody(P)) LI(Lbl LBody(P)))"},
       }) {
    CAPTURE(row.html);
    const auto made = set_strictly(row.html);
    REQUIRE(!made.pdf.empty());
    CHECK(findings(made.pdf) == "");
    CHECK(tags_of(made.pdf) == row.tags);
  }
}

TEST_CASE("a field is a field whatever role it is given, and a figure of nothing but fields has its box") {
  const auto made = set_strictly(
      "<p><input role=img aria-label=a><input role=presentation aria-label=b></p><div role=img aria-label=c><input "
      "aria-label=d></div>");
  REQUIRE(!made.pdf.empty());
  CHECK(findings(made.pdf) == "");
  CHECK(tags_of(made.pdf) == "P(Form Form) Figure(Form)");
}

TEST_CASE("a link is a link whatever role it is given") {
  const auto made =
      set_strictly("<p><a href='http://a.dk/' role=img aria-label=a>x</a><a href='http://a.dk/' role=none>y</a></p>");
  REQUIRE(!made.pdf.empty());
  CHECK(findings(made.pdf) == "");
  CHECK(tags_of(made.pdf) == "P(Figure(Link) Link)");
}

TEST_CASE("a table with nothing but a caption is reported") {
  const auto made = set_strictly("<table><caption>x</caption></table>");
  CHECK(has(made.problems, "sats.ua.tabel-uden-hoveder"));
}

TEST_CASE("a header that does not exist is reported, and the rest of the table is written") {
  const auto made = set_strictly("<table><tr><th id=h>a<tr><td headers='nope h'>b</table>");
  CHECK(has(made.problems, "sats.tabel.ukendt-hoved"));
  REQUIRE(!made.pdf.empty());
  CHECK(findings(made.pdf) == "");
}

TEST_CASE("headers of another table do not count for a layout table around it") {
  const auto made = set_strictly("<table><tr><td><table><tr><th>x<tr><td>y</table></table>");
  CHECK(has(made.problems, "sats.ua.tabel-uden-hoveder"));
  CHECK(made.pdf.empty());
}

TEST_CASE("language tags are mended when they can be and else reported") {
  const auto mended = set_strictly("<p lang='da_DK'>a</p>", " lang='da_DK'");
  CHECK(mended.problems.empty());
  CHECK(findings(mended.pdf) == "");
  const auto dropped = set_strictly("<p lang='x y'>a <span lang='æøå'>b</span></p>");
  CHECK(has(dropped.problems, "sats.sprog.ukendt"));
  CHECK(findings(dropped.pdf) == "");
}

TEST_CASE("a document that says no language is not taken for Danish") {
  const auto made = set_strictly("<p>a</p>", "");
  CHECK(made.problems.has_errors());
  CHECK(made.pdf.empty());
}

TEST_CASE("a header cell is a column's when its row holds no data") {
  const auto made = set_strictly("<table><tr><th>a<th>b<tr><th>c<td>d</table><table><tr><td><th>e<tr><th>f<td>g</table>");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  std::string scopes;
  for (const auto& element : document.elements) {
    if (element.type == "TH") scopes += document.attribute(element, "/Table", "/Scope").getName();
  }
  CHECK(scopes == "/Column/Column/Row/Column/Row");
}

TEST_CASE("a flat form tags every field, empty and unchecked ones too") {
  static sats::Resources resources;
  sats::TypesetOptions options;
  options.forms = sats::Forms::flat;
  options.write.strictness = sats::Strictness::strict;
  const auto made = sats::typeset(
      "<!doctype html><html lang=da><title>t</title><h1>t</h1><p><label>Navn <input></label> <label><input type=checkbox> "
      "Ja</label><label><input type=radio name=r> A</label><label><input type=checkbox checked> Nej</label>"
      "<label>Om <textarea></textarea></label>",
      {}, {}, resources, options);
  REQUIRE(!made.pdf.empty());
  CHECK(findings(made.pdf) == "");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  std::string forms;
  for (const auto& element : document.elements) {
    if (element.type != "Form") continue;
    QPDFObjectHandle object = element.object;
    auto role = document.attribute(element, "/PrintField", "/Role");
    auto checked = document.attribute(element, "/PrintField", "/checked");
    forms +=
        role.getName() + (checked.isName() ? checked.getName() : "") + " " + object.getKey("/Alt").getUTF8Value() + ", ";
    CHECK(!element.kids.empty());
  }
  CHECK(forms == "/tv Navn, /cb/off Ja, /rb/off A, /cb/on Nej, /tv Om, ");
}

TEST_CASE("the title of a drawing is its alternative text") {
  const auto made = set_strictly(
      "<p><svg role=img width=9 height=9><title>Et  hus &amp; en have</title><rect width=9 height=9 /></svg></p>");
  CHECK(made.problems.empty());
  REQUIRE(!made.pdf.empty());
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  for (const auto& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (element.type == "Figure") CHECK(object.getKey("/Alt").getUTF8Value() == "Et hus & en have");
  }
}

TEST_CASE("letters that cannot be read back are reported, and kept out of strict files and archives") {
  static sats::Resources resources;
  const auto set = [](std::string_view letter, sats::Strictness strictness, sats::Archival archival) {
    sats::TypesetOptions options;
    options.write.strictness = strictness;
    options.write.archival = archival;
    const std::string html = "<!doctype html><html lang=da><title>t</title><p style=\"font-family:'DejaVu Sans'\">a " +
                             std::string(letter) + "</p>";
    return sats::typeset(html, {}, {}, resources, options);
  };
  struct Row {
    const char* letter;
    const char* code;
  };
  for (const Row& row : {Row{"&#xF6C5;", "sats.skrift.privat-tegn"}, {"&#x5FFFF;", "sats.skrift.mangler-tegn"}}) {
    CAPTURE(row.letter);
    for (const auto& [strictness, archival] : {std::pair{sats::Strictness::strict, sats::Archival::none},
                                               {sats::Strictness::strict, sats::Archival::pdf_a},
                                               {sats::Strictness::lenient, sats::Archival::pdf_a}}) {
      const auto refused = set(row.letter, strictness, archival);
      CHECK(refused.pdf.empty());
      CHECK(has(refused.problems, row.code));
    }
    const auto written = set(row.letter, sats::Strictness::lenient, sats::Archival::none);
    CHECK(has(written.problems, row.code));
    CHECK(findings(written.pdf).find("06-002") != std::string::npos);
  }
  const auto good = set("b", sats::Strictness::lenient, sats::Archival::none);
  CHECK(findings(good.pdf) == "");
}
