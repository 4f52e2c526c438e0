#include <doctest/doctest.h>

#include "patient.h"

namespace {

using sats_test::conditions_broken;
using sats_test::findings;
using sats_test::good_pdf;
using sats_test::Handle;
using sats_test::Injuries;
using sats_test::parsed;
using sats_test::Patient;

Handle with_type(Patient& p, const std::string& type) {
  Handle stream = Handle::newStream(&p.file(), "q Q");
  stream.getDict().replaceKey("/Subtype", parsed(type));
  return p.file().makeIndirectObject(stream);
}

/// How to break a good archive file so that it breaks one condition of PDF/A. What qpdf would mend when it writes the file
/// is broken in the bytes instead.
const Injuries& archive_injuries() {
  static const Injuries all{
      {"A-6.1.7.1",
       [](Patient& p) {
         Handle stream = with_type(p, "/Fjern");
         stream.getDict().replaceKey("/FFilter", parsed("/FlateDecode"));
         p.catalog().replaceKey("/Bilag", stream);
       }},
      {"A-6.1.7.2",
       [](Patient& p) {
         Handle stream = Handle::newStream(&p.file());
         stream.replaceStreamData("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", parsed("/LZWDecode"), Handle::newNull());
         p.catalog().replaceKey("/Bilag", p.file().makeIndirectObject(stream));
       }},
      {"A-6.1.13",
       [](Patient& p) {
         std::string deep;
         for (int i = 0; i < 29; ++i) deep += "q ";
         for (int i = 0; i < 29; ++i) deep += "Q ";
         p.set_content(deep + p.content());
       }},
      {"A-6.2.2", [](Patient& p) { p.page().removeKey("/Resources"); }},
      {"A-6.2.3", [](Patient& p) { p.catalog().removeKey("/OutputIntents"); }},
      {"A-6.2.4.3", [](Patient& p) { p.set_content("0 0 0 1 k " + p.content()); }},
      {"A-6.2.5",
       [](Patient& p) { p.page().getKey("/Resources").replaceKey("/ExtGState", parsed("<</G1 <</TR /Identity>>>>")); }},
      {"A-6.2.8",
       [](Patient& p) {
         Handle image = with_type(p, "/Image");
         image.getDict().replaceKey("/Interpolate", parsed("true"));
         p.catalog().replaceKey("/Bilag", image);
       }},
      {"A-6.2.9",
       [](Patient& p) {
         Handle form = with_type(p, "/Form");
         form.getDict().replaceKey("/Ref", parsed("<<>>"));
         p.catalog().replaceKey("/Bilag", form);
       }},
      {"A-6.2.11.7.3", [](Patient& p) { p.change_unicode("1 beginbfrange <0000> <FFFF> <E000> endbfrange"); }},
      {"A-6.3.1", [](Patient& p) { p.annotation("/Link").replaceKey("/Subtype", parsed("/Movie")); }},
      {"A-6.3.2", [](Patient& p) { p.annotation("/Link").replaceKey("/F", parsed("2")); }},
      {"A-6.3.3", [](Patient& p) { p.annotation("/Widget").removeKey("/AP"); }},
      {"A-6.4.1", [](Patient& p) { p.catalog().getKey("/AcroForm").replaceKey("/NeedAppearances", parsed("true")); }},
      {"A-6.5.1", [](Patient& p) { p.annotation("/Link").replaceKey("/A", parsed("<</S /JavaScript /JS (1)>>")); }},
      {"A-6.5.2", [](Patient& p) { p.page().replaceKey("/AA", parsed("<<>>")); }},
      {"A-6.6.2.1", [](Patient& p) { p.catalog().getKey("/Metadata").getDict().removeKey("/Subtype"); }},
      {"A-6.6.2.3", [](Patient& p) { p.change_xmp("<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>andet"); }},
      {"A-6.6.3", [](Patient& p) { p.file().getTrailer().getKey("/Info").replaceKey("/Title", parsed("(En anden)")); }},
      {"A-6.6.4", [](Patient& p) { p.change_xmp("<pdfaid:part>3", "<pdfaid:part>7"); }},
      {"A-6.7", [](Patient& p) { p.catalog().removeKey("/MarkInfo"); }},
      {"A-6.8", [](Patient& p) { p.catalog().removeKey("/AF"); }},
      {"A-6.9-6.11", [](Patient& p) { p.catalog().replaceKey("/OCProperties", parsed("<<>>")); }},
  };
  return all;
}

std::string good_archive() {
  auto document = sats_test::good_document();
  document.laid.info.author = "Kommunen & co.";
  document.laid.info.date = "2020-01-02T03:04:05Z";
  document.laid.attachments.push_back({"plan.json", "{}", "application/json", "Planens tal"});
  base::Problems problems;
  return document.write(problems, {.archival = sats::Archival::pdf_a}).value();
}

}  // namespace

TEST_CASE("a good archive file has no findings") { CHECK(findings(good_archive()) == ""); }

TEST_CASE("every condition of PDF/A is found in a file that is broken that way") {
  const std::string good = good_archive();
  for (const pdf_checker::Condition& condition : pdf_checker::archive_conditions()) {
    const std::string number(condition.number);
    CAPTURE(number);
    if (number == "A-6.1.2" || number == "A-6.1.3") continue;  // They have cases of their own.
    REQUIRE(archive_injuries().count(number) == 1);
    Patient patient(good);
    archive_injuries().at(number)(patient);
    CHECK(conditions_broken(patient.bytes()).count(number) == 1);
  }
}

TEST_CASE("an archive file with another header, or bytes behind its end, is found") {
  std::string pdf = good_archive();
  CHECK(conditions_broken(pdf + "mere").count("A-6.1.3") == 1);
  pdf[10] = 'x';
  CHECK(conditions_broken(pdf) == std::set<std::string>{"A-6.1.2"});
}

TEST_CASE("a file that does not say that it is for archives is not asked to be") {
  for (const auto& finding : pdf_checker::check(good_pdf())) CHECK(!finding.condition.starts_with("A-"));
}
