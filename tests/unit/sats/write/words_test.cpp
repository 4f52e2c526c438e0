// Words that stand apart on paper are apart in bookmarks, running heads, references and what is read aloud.

#include <doctest/doctest.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "pdf_checker/document.h"
#include "sats/typeset.h"
#include "temporary_pdf.h"

namespace {

sats::Resources& shared_resources() {
  static sats::Resources shared;
  return shared;
}

std::string in_page(std::string_view body, std::string_view css = "") {
  return "<!doctype html><html lang=da><title>t</title><style>@page{size:300pt 300pt;margin:20pt}" + std::string(css) +
         "</style>" + std::string(body);
}

std::string first_bookmark(std::string_view body) {
  const auto laid = sats::lay_out(in_page(body), {}, {}, shared_resources());
  REQUIRE(laid.document.has_value());
  return laid.document->outline.empty() ? "" : laid.document->outline[0].title;
}

/// What a reader that goes by the structure hears of the first element of a type.
std::string read_aloud(const std::string& html, std::string_view type, const sats::TypesetOptions& options = {}) {
  const auto made = sats::typeset(html, {}, {}, shared_resources(), options);
  REQUIRE(!made.pdf.empty());
  const sats_test::TemporaryPdf file(made.pdf);
  const std::string said = file.ask("pdfinfo -struct-text");
  auto at = said.find("\n  " + std::string(type));
  if (at == std::string::npos) return {};
  ++at;
  const auto indent = said.find_first_not_of(' ', at) - at;
  std::string text;
  for (auto line = said.find('\n', at); line != std::string::npos; line = said.find('\n', line + 1)) {
    const auto begin = said.find_first_not_of(' ', line + 1);
    if (begin == std::string::npos || begin - line - 1 <= indent) break;
    const auto end = said.find('\n', begin);
    if (said[begin] == '"') text += said.substr(begin + 1, end - begin - 2);
  }
  return text;
}

/// What a reader that goes by the structure hears of a paragraph, where divided words are said as their Span says them.
std::string paragraph_aloud(const std::string& html) {
  const auto made = sats::typeset(html, {}, {}, shared_resources());
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  std::vector<std::string> words;
  for (const auto& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (element.type == "Span") words.push_back(object.getKey("/ActualText").getUTF8Value());
  }
  std::istringstream lines(sats_test::TemporaryPdf(made.pdf).ask("pdfinfo -struct-text"));
  std::string text;
  std::size_t span = std::string::npos;
  for (std::string line; std::getline(lines, line);) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string::npos || (span != std::string::npos && indent > span)) continue;
    span = line.substr(indent).starts_with("Span") ? indent : std::string::npos;
    if (span != std::string::npos && !words.empty()) text += words.front();
    if (span != std::string::npos && !words.empty()) words.erase(words.begin());
    if (line[indent] == '"') text += line.substr(indent + 1, line.size() - indent - 2);
  }
  return text;
}

}  // namespace

TEST_CASE("bookmarks have the words of their heading, apart and without notes") {
  struct Row {
    const char* html;
    const char* title;
  };
  for (const Row& row : {Row{"<h1>To<br>linjer<span style='float:footnote'>note</span></h1>", "To linjer"},
                         {"<h2><b style='display:block'>Del 1</b>Titel</h2>", "Del 1 Titel"},
                         {"<h2 style='display:flex'><span>3</span><span>Flex titel</span></h2>", "3 Flex titel"},
                         {"<h2>Syge&shy;dag&shy;penge <i>nu</i>!</h2>", "Sygedagpenge nu!"},
                         {"<h2>Vises <span hidden>ikke</span></h2>", "Vises"},
                         {"<h2><img src='data:,x' alt='Kommunens mærke'></h2>", "Kommunens mærke"},
                         {"<h2><img src='data:,x' alt='Mærke'> Plan</h2>", "Plan"}}) {
    CAPTURE(row.html);
    CHECK(first_bookmark(row.html) == row.title);
  }
}

TEST_CASE("running heads and references have the same words as bookmarks") {
  const auto laid = sats::lay_out(
      in_page(
          "<h1 id=k>To<br>linjer<span style='float:footnote'>note</span></h1><p><a href='#k'>se</a></p>",
          "@page{@top-left{content:string(t)}} h1{string-set:t content()} a::after{content:' ' target-text(attr(href))}"),
      {}, {}, shared_resources());
  REQUIRE(laid.document.has_value());
  const auto dump = sats::dump(*laid.document);
  CHECK(dump.find("\"To linjer\"") != std::string::npos);
  CHECK(dump.find("\" To linjer\"") != std::string::npos);
}

TEST_CASE("words of one element that stand in several boxes are read apart") {
  CHECK(read_aloud(in_page("<h2><b style='display:block'>Del 1</b>Titel</h2>"), "H2") == "Del 1 Titel");
  CHECK(read_aloud(in_page("<h2 style='display:flex'><span>3</span><span>Flex titel</span></h2>"), "H2") == "3 Flex titel");
  CHECK(read_aloud(in_page("<p>a<span style='display:block'>blok</span>b</p>"), "P") == "a blok b");
  CHECK(read_aloud(in_page("<p>a<span style='float:right'>blok</span>b</p>"), "P") == "a blok b");
  CHECK(read_aloud(in_page("<p>a<span style='display:inline-block'>b</span>c</p>"), "P") == "abc");
  CHECK(read_aloud(in_page("<p>a <i>b</i>c</p>"), "P") == "a bc");
}

TEST_CASE("the lines of a flat field are read apart") {
  sats::TypesetOptions options;
  options.forms = sats::Forms::flat;
  CHECK(read_aloud(in_page("<p><textarea aria-label=x style='width:200pt;height:80pt'>en\nto</textarea></p>"), "P",
                   options) == "en to");
}

TEST_CASE("a word that is divided where an element in it ends is read without the hyphen") {
  const auto html =
      in_page("<p>og <i>sygedagpenge</i>modtagerne</p>", "body{hyphens:auto;width:120pt;font:12pt 'DejaVu Sans'}");
  const auto laid = sats::lay_out(html, {}, {}, shared_resources());
  REQUIRE(sats::dump(*laid.document).find("\"sygedagpenge\" hyphen") != std::string::npos);
  pdf_checker::Document document;
  const auto made = sats::typeset(html, {}, {}, shared_resources());
  pdf_checker::read_document(document, made.pdf);
  std::string words;
  for (const auto& element : document.elements) {
    QPDFObjectHandle object = element.object;
    if (element.type == "Span") words += object.getKey("/ActualText").getUTF8Value() + ", ";
  }
  CHECK(words == "sygedagpenge, ");
}

TEST_CASE("each letter of a token that takes several lines is read once") {
  // A line may end behind the slash without a hyphen.
  for (const std::string& token :
       {std::string("se/arbejdsmarkedsforvaltningen/x"), std::string("arbejdsmarkedsforvaltningen/virksomhedspraktikken"),
        std::string("arbejdsmarkedsʒforvaltningen"),
        std::string("Speciallægepraksiskommunikationsmedarbejderuddannelserne")}) {
    CAPTURE(token);
    const auto html = in_page("<p>og " + token + " nu</p>", "body{hyphens:auto;width:80pt;font:10pt 'Open Sans'}");
    CHECK(paragraph_aloud(html) == "og " + token + " nu");
  }
}

TEST_CASE("no hyphen is put into an address") {
  for (const std::string address :
       {"jobcenter.dk/beskæftigelsesindsatsen?x=virksomhedspraktik", "https://eksempel.dk/arbejdsmarkedsforvaltningen",
        "arbejdsmarkedsforvaltningen@kommune.dk"}) {
    CAPTURE(address);
    const auto html = in_page("<p>se " + address + "</p>", "body{hyphens:auto;width:80pt;font:10pt 'Open Sans'}");
    const auto laid = sats::lay_out(html, {}, {}, shared_resources());
    CHECK(sats::dump(*laid.document).find(" hyphen") == std::string::npos);
    CHECK(paragraph_aloud(html) == "se " + address);
  }
}

TEST_CASE("words at the end of a sentence and with one slash between them are divided") {
  for (const char* words : {"arbejdsmarkedsforvaltningen.", "løntilskud/arbejdsmarkedsforvaltningen:"}) {
    CAPTURE(words);
    const auto laid =
        sats::lay_out(in_page(std::string("<p>") + words + "</p>", "body{hyphens:auto;width:80pt;font:10pt 'DejaVu Sans'}"),
                      {}, {}, shared_resources());
    CHECK(sats::dump(*laid.document).find(" hyphen") != std::string::npos);
  }
}

TEST_CASE("text that runs both ways is read as it was written") {
  const std::string css = "p{font-family:'DejaVu Sans'}";
  CHECK(read_aloud(in_page("<p dir=rtl>שלום abc עולם <b>def</b> שלום</p>", css), "P") == "שלום abc עולם def שלום");
  CHECK(read_aloud(in_page("<p>abc שלום def עולם ghi</p>", css), "P") == "abc שלום def עולם ghi");
}

TEST_CASE("letters that stand far apart are still one word, also to who looks at places only") {
  const std::string css = "p{font-family:'DejaVu Sans';letter-spacing:3pt}";
  for (const char* words : {"Min plan", "Å og ø", "office fi"}) {
    INFO(words);
    const auto html = in_page("<p>" + std::string(words) + "</p>", css);
    const auto made = sats::typeset(html, {}, {}, shared_resources());
    CHECK(sats_test::TemporaryPdf(made.pdf).ask("pdftotext -enc UTF-8", "-").starts_with(std::string(words) + "\n"));
    CHECK(paragraph_aloud(html) == words);
  }
}

TEST_CASE("see-through words of a drawing can be found") {
  const auto html = in_page(
      "<p><svg width=200 height=60 viewBox='0 0 200 60' role=img aria-label=x><g opacity='.3'><text x=5 "
      "y=20>gennemsigtig</text>"
      "</g><text x=5 y=50 opacity='.5'>enkel</text></svg></p>");
  const auto made = sats::typeset(html, {}, {}, shared_resources());
  const auto text = sats_test::TemporaryPdf(made.pdf).ask("pdftotext -enc UTF-8", "-");
  CHECK(text.find("gennemsigtig") != std::string::npos);
  CHECK(text.find("enkel") != std::string::npos);
}
