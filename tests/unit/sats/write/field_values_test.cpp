#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "patient.h"
#include "pdf_checker/document.h"
#include "sats/typeset.h"

namespace {

const std::string kForm = R"(<!doctype html><html lang="da"><head><title>Skema</title></head><body><h1>Skema</h1>
<p><label>Navn <input name="navn" value="Łukasz Żółć"></label></p>
<p><label>Navn på arabisk <input name="arabisk" dir="rtl" value="أحمد حسن"></label></p>
<p><label>By <select name="by"><option>Αθήνα</option><option selected>Ωμέγα</option></select></label></p>
<p><label>Om dig <textarea name="om">Jeg kan køre gaffeltruck.</textarea></label></p>
<p><label><input type="radio" name="sted" value="Łódź" checked> Łódź</label>
<label><input type="radio" name="sted" value="Śląsk"> Śląsk</label></p></body></html>)";

sats::Resources& form_resources() {
  static sats::Resources shared;
  return shared;
}

sats::Typeset set(const std::string& html, const sats::TypesetOptions& options = {}) {
  auto made = sats::typeset(html, {}, {}, form_resources(), options);
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

}  // namespace

TEST_CASE("a field's value is kept as Unicode and shown with fonts that have its letters") {
  const auto made = set(kForm);
  CHECK(made.problems.empty());
  CHECK(sats_test::findings(made.pdf) == "");
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

TEST_CASE("words of a label that stand on lines of their own are apart") {
  const auto made =
      set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p><label>Dit<br>nav&shy;n <input name='a'></label></p>");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "a").getKey("/TU").getUTF8Value() == "Dit navn");
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
  CHECK(sats_test::findings(made.pdf) == "");
  const auto laid = sats::lay_out(kForm, {}, {}, form_resources(), options);
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

TEST_CASE("a list of which several can be chosen keeps all that are") {
  const auto made =
      set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p><select name=s aria-label=s multiple><option selected>A"
          "<option>B<option selected>C</select> <select name=n aria-label=n multiple><option>A</select></p>");
  CHECK(made.problems.empty());
  CHECK(sats_test::findings(made.pdf) == "");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  QPDFObjectHandle several = field(document, "s");
  CHECK(several.getKey("/Ff").getIntValueAsInt() == 1 << 21);
  REQUIRE(several.getKey("/V").isArray());
  CHECK(several.getKey("/V").getArrayNItems() == 2);
  CHECK(several.getKey("/V").getArrayItem(1).getUTF8Value() == "C");
  CHECK(!field(document, "n").hasKey("/V"));
}

TEST_CASE("a password is neither printed nor kept") {
  const std::string html =
      "<!doctype html><html lang=da><title>t</title><h1>t</h1><p><input type=password name=p aria-label=p "
      "value=hemmeligt></p>";
  const auto made = set(html);
  CHECK(made.pdf.find("hemmeligt") == std::string::npos);
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "p").getKey("/Ff").getIntValueAsInt() == 1 << 13);
  CHECK(field(document, "p").getKey("/V").getUTF8Value().empty());
  sats::TypesetOptions options;
  options.forms = sats::Forms::flat;
  CHECK(sats::dump(*sats::lay_out(html, {}, {}, form_resources(), options).document).find("hemmeligt") == std::string::npos);
}

TEST_CASE("controls that a PDF does not have are left out or written as text, with a warning") {
  for (const std::string_view type : {"submit", "reset", "button", "image", "file", "range", "color"}) {
    CAPTURE(type);
    const auto made =
        set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p>a <input aria-label=a type=" + std::string(type) +
            " name=x value=5></p>");
    CHECK(sats_test::findings(made.pdf) == "");
    REQUIRE(made.problems.size() == 1);
    CHECK(made.problems.begin()->where.has_value());
    pdf_checker::Document document;
    pdf_checker::read_document(document, made.pdf);
    const bool is_field = type == "file" || type == "range" || type == "color";
    CHECK(made.problems.begin()->code == (is_field ? "sats.felt.ikke-i-pdf" : "sats.felt.knap"));
    CHECK(document.catalog.hasKey("/AcroForm") == is_field);
  }
}

TEST_CASE("fields of one name get names of their own") {
  const auto made =
      set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p><input name=a aria-label=x value=1><input name=a "
          "aria-label=y value=2><input name=b.c aria-label=z><input type=checkbox name=k aria-label=k value=1><input "
          "type=checkbox name=k aria-label=l value=2><input type=radio name=a aria-label=r></p>");
  CHECK(sats_test::findings(made.pdf) == "");
  std::size_t reported = 0;
  for (const auto& problem : made.problems) reported += problem.code == "sats.felt.samme-navn" ? 1U : 0U;
  CHECK(reported == 2);
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "a").getKey("/V").getUTF8Value() == "1");
  CHECK(field(document, "a-2").getKey("/V").getUTF8Value() == "2");
  for (const char* name : {"b-c", "k", "k-2", "a-3"}) {
    CAPTURE(name);
    CHECK(field(document, name).isDictionary());
  }
}

TEST_CASE("of radio buttons of one name only the last that is checked is") {
  const auto made =
      set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p><input type=radio name=r value=1 aria-label=a "
          "checked><input "
          "type=radio name=r value=2 aria-label=b checked></p>");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  QPDFObjectHandle group = field(document, "r");
  CHECK(group.getKey("/V").getName() == "/2");
  CHECK(group.getKey("/Kids").getArrayItem(0).getKey("/AS").getName() == "/Off");
}

TEST_CASE("radio buttons that wish for the name of another field stay one group") {
  const auto made =
      set("<!doctype html><html lang=da><title>t</title><h1>t</h1><p><input name=a aria-label=x><input name=a-2 "
          "aria-label=y><input type=radio name=a aria-label=r value=1><input name=a aria-label=z><input type=radio name=a "
          "aria-label=s value=2 checked>");
  CHECK(sats_test::findings(made.pdf) == "");
  pdf_checker::Document document;
  pdf_checker::read_document(document, made.pdf);
  CHECK(field(document, "a-3").getKey("/Kids").getArrayNItems() == 2);
  CHECK(field(document, "a-3").getKey("/V").getName() == "/2");
  CHECK(field(document, "a-4").isDictionary());
}
