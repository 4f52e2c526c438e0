#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "pdf_checker/checker.h"
#include "pdf_checker/document.h"
#include "sats/typeset.h"

namespace {

constexpr std::string_view kForm = R"(<!doctype html><html lang="da"><head><title>Skema</title></head><body><h1>Skema</h1>
<p><label>Navn <input name="navn" value="Łukasz Żółć"></label></p>
<p><label>Navn på arabisk <input name="arabisk" dir="rtl" value="أحمد حسن"></label></p>
<p><label>By <select name="by"><option>Αθήνα</option><option selected>Ωμέγα</option></select></label></p>
<p><label>Om dig <textarea name="om">Jeg kan køre gaffeltruck.</textarea></label></p>
<p><label><input type="radio" name="sted" value="Łódź" checked> Łódź</label>
<label><input type="radio" name="sted" value="Śląsk"> Śląsk</label></p></body></html>)";

sats::Resources& resources() {
  static sats::Resources shared;
  return shared;
}

sats::Typeset set(std::string_view html, const sats::TypesetOptions& options = {}) {
  auto made = sats::typeset(html, {}, {}, resources(), options);
  REQUIRE(!made.pdf.empty());
  return made;
}

/// The fields of a file by name.
QPDFObjectHandle field(const pdf_checker::Document& document, const std::string& name) {
  QPDFObjectHandle catalog = document.catalog;
  for (QPDFObjectHandle& one : catalog.getKey("/AcroForm").getKey("/Fields").getArrayAsVector()) {
    if (one.getKey("/T").getUTF8Value() == name) return one;
  }
  return QPDFObjectHandle::newNull();
}

void check_is_fine(const std::string& pdf) {
  for (const auto& finding : pdf_checker::check(pdf)) {
    CAPTURE(finding.condition);
    CAPTURE(finding.what);
    CHECK(false);
  }
}

}  // namespace

TEST_CASE("a field's value is kept as Unicode and shown with fonts that have its letters") {
  const auto made = set(kForm);
  CHECK(made.problems.empty());
  check_is_fine(made.pdf);
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  struct Row {
    const char* name;
    const char* value;
  };
  for (const Row& row : {Row{"navn", "Łukasz Żółć"}, {"arabisk", "أحمد حسن"}, {"by", "Ωμέγα"}}) {
    CAPTURE(row.name);
    QPDFObjectHandle one = field(document, row.name);
    REQUIRE(one.isDictionary());
    CHECK(one.getKey("/V").getUTF8Value() == row.value);
    QPDFObjectHandle look = one.getKey("/AP").getKey("/N");
    QPDFObjectHandle fonts = look.getDict().getKey("/Resources").getKey("/Font");
    REQUIRE(fonts.isDictionary());
    for (const std::string& name : fonts.getKeys()) CHECK(fonts.getKey(name).getKey("/Subtype").getName() == "/Type0");
    CHECK(pdf_checker::stream_text(look).find("(?") == std::string::npos);
  }
}

TEST_CASE("a field is named by the words of its label and not by its own value") {
  const auto made = set(kForm);
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "om").getKey("/TU").getUTF8Value() == "Om dig");
  CHECK(field(document, "by").getKey("/TU").getUTF8Value() == "By");
}

TEST_CASE("maxlength is the most letters that a field takes") {
  const auto made = set("<title>t</title><h1>t</h1><p><input name='a' aria-label='a' maxlength='10'></p>");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "a").getKey("/MaxLen").getIntValueAsInt() == 10);
}

TEST_CASE("radio buttons keep apart values that differ only in letters outside of Latin-1") {
  const auto made = set(kForm);
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  QPDFObjectHandle group = field(document, "sted");
  REQUIRE(group.isDictionary());
  CHECK(group.getKey("/V").getName() == "/Łódź");
  CHECK(group.getKey("/Kids").getArrayItem(1).getKey("/AP").getKey("/N").hasKey("/Śląsk"));
}

TEST_CASE("a flat form prints its values as text and says what each field is") {
  sats::TypesetOptions options;
  options.forms = sats::Forms::flat;
  const auto made = set(kForm, options);
  check_is_fine(made.pdf);
  const auto laid = sats::lay_out(kForm, {}, {}, resources(), options);
  REQUIRE(laid.document.has_value());
  const std::string dump = sats::dump(*laid.document);
  for (const std::string_view words : {"Łukasz Żółć", "Ωμέγα", "Jeg kan køre gaffeltruck."}) {
    CAPTURE(words);
    CHECK(dump.find(words) != std::string::npos);
  }
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(!document.catalog.hasKey("/AcroForm"));
  bool said = false;
  for (const auto& element : document.elements) {
    QPDFObjectHandle role = document.attribute(element, "/PrintField", "/Role");
    said = said || (element.type == "Form" && role.isNameAndEquals("/tv") &&
                    document.attribute(element, "/PrintField", "/Desc").getUTF8Value() == "Navn");
  }
  CHECK(said);
}

TEST_CASE("a text that is larger than its flat field is reported with its place") {
  sats::TypesetOptions options;
  options.forms = sats::Forms::flat;
  const auto made =
      set("<title>t</title><h1>t</h1><p><input aria-label='Navn' style='width:2em' value='et langt navn'></p>", options);
  bool reported = false;
  for (const auto& problem : made.problems)
    reported = reported || (problem.code == "sats.felt.for-lidt-plads" && problem.where.has_value());
  CHECK(reported);
}
