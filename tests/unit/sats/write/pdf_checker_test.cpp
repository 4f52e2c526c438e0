#include <doctest/doctest.h>

#include "font_injuries.h"
#include "patient.h"

namespace {

using sats_test::conditions_broken;
using sats_test::findings;
using sats_test::good_pdf;
using sats_test::Handle;
using sats_test::Injuries;
using sats_test::parsed;
using sats_test::Patient;

/// How to break a good file so that it breaks one condition.
// NOLINTNEXTLINE(readability-function-size): a table
const Injuries& injuries() {
  static const Injuries all{
      {"01-003", [](Patient& p) { p.set_content("/P<</MCID 0>>BDC /Artifact BMC EMC EMC " + p.content()); }},
      {"01-004", [](Patient& p) { p.set_content("/Artifact BMC /P<</MCID 99>>BDC EMC EMC " + p.content()); }},
      {"01-005", [](Patient& p) { p.set_content("0 0 9 9 re f " + p.content()); }},
      {"01-007", [](Patient& p) { p.catalog().getKey("/MarkInfo").replaceKey("/Suspects", parsed("true")); }},
      {"02-001", [](Patient& p) { p.element("P").replaceKey("/S", parsed("/Manchet")); }},
      {"02-003",
       [](Patient& p) {
         p.catalog().getKey("/StructTreeRoot").replaceKey("/RoleMap", parsed("<</A /B /B /A>>"));
         p.element("P").replaceKey("/S", parsed("/A"));
       }},
      {"02-004", [](Patient& p) { p.catalog().getKey("/StructTreeRoot").replaceKey("/RoleMap", parsed("<</P /Span>>")); }},
      {"06-001", [](Patient& p) { p.catalog().removeKey("/Metadata"); }},
      {"06-002", [](Patient& p) { p.change_xmp("<pdfuaid:part>1</pdfuaid:part>", ""); }},
      {"06-003", [](Patient& p) { p.change_xmp("dc:title", "dc:tytle"); }},
      {"07-001", [](Patient& p) { p.catalog().removeKey("/ViewerPreferences"); }},
      {"07-002",
       [](Patient& p) { p.catalog().getKey("/ViewerPreferences").replaceKey("/DisplayDocTitle", parsed("false")); }},
      {"09-004", [](Patient& p) { p.element("TR").replaceKey("/S", parsed("/P")); }},
      {"09-005", [](Patient& p) { p.element("LI").replaceKey("/S", parsed("/P")); }},
      {"09-006", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/TOCI")); }},
      {"11-001", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"11-007", [](Patient& p) { p.element("P").replaceKey("/Lang", parsed("(dansk sprog)")); }},
      {"13-004", [](Patient& p) { p.element("Figure").removeKey("/Alt"); }},
      {"14-002", [](Patient& p) { p.element("H1").replaceKey("/S", parsed("/P")); }},
      {"14-003", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/H3")); }},
      {"14-007", [](Patient& p) { p.element("P").replaceKey("/S", parsed("/H")); }},
      {"15-003", [](Patient& p) { p.element("TH").removeKey("/A"); }},
      {"15-004", [](Patient& p) { p.element("TD").replaceKey("/A", parsed("<</O /Table /Headers [(findes-ikke)]>>")); }},
      {"16-001", [](Patient& p) { p.element("L").removeKey("/A"); }},
      {"17-002", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/Formula")); }},
      {"19-003", [](Patient& p) { p.element("Note").removeKey("/ID"); }},
      {"19-004", [](Patient& p) { p.element("P").replaceKey("/ID", p.element("Note").getKey("/ID")); }},
      {"21-001",
       [](Patient& p) {
         p.catalog().replaceKey("/Bilag", p.file().makeIndirectObject(parsed("<</Type /Filespec /EF <<>> /F (a)>>")));
       }},
      {"25-001", [](Patient& p) { p.catalog().getKey("/AcroForm").replaceKey("/XFA", parsed("[]")); }},
      {"28-002", [](Patient& p) { p.annotation("/Link").replaceKey("/Subtype", parsed("/Highlight")); }},
      {"28-004",
       [](Patient& p) {
         p.annotation("/Link").removeKey("/Contents");
         p.annotation("/Link").replaceKey("/Subtype", parsed("/Highlight"));
       }},
      {"28-005", [](Patient& p) { p.annotation("/Widget").removeKey("/TU"); }},
      {"28-006", [](Patient& p) { p.annotation("/Link").replaceKey("/Subtype", parsed("/Lenke")); }},
      {"28-007", [](Patient& p) { p.annotation("/Link").replaceKey("/Subtype", parsed("/TrapNet")); }},
      {"28-008", [](Patient& p) { p.page().removeKey("/Tabs"); }},
      {"28-009", [](Patient& p) { p.page().replaceKey("/Tabs", parsed("/R")); }},
      {"28-010", [](Patient& p) { p.element("Form").replaceKey("/S", parsed("/P")); }},
      {"28-011", [](Patient& p) { p.element("Link").replaceKey("/S", parsed("/Span")); }},
      {"28-012", [](Patient& p) { p.annotation("/Link").removeKey("/Contents"); }},
      {"28-017", [](Patient& p) { p.annotation("/Link").replaceKey("/Subtype", parsed("/PrinterMark")); }},
      {"eget-maerket", [](Patient& p) { p.catalog().removeKey("/MarkInfo"); }},
      {"eget-parvis", [](Patient& p) { p.set_content(p.content() + " EMC"); }},
      {"eget-gentaget", [](Patient& p) { p.set_content(p.content() + " /P<</MCID 0>>BDC EMC"); }},
      {"eget-foraeldre", [](Patient& p) { p.page().removeKey("/StructParents"); }},
      {"eget-boern", [](Patient& p) { p.element("H1").replaceKey("/K", parsed("77")); }},
      {"eget-noter", [](Patient& p) { p.annotation("/Link").removeKey("/StructParent"); }},
      {"eget-spaend", [](Patient& p) { p.element("TD").replaceKey("/A", parsed("<</O /Table /ColSpan 9>>")); }},
      {"eget-retning", [](Patient& p) { p.element("TH").replaceKey("/A", parsed("<</O /Table /Scope /Rox>>")); }},
      {"eget-nummerering", [](Patient& p) { p.element("L").replaceKey("/A", parsed("<</O /List /ListNumbering /Disk>>")); }},
      {"eget-trae", [](Patient& p) { p.catalog().removeKey("/StructTreeRoot"); }},
      {"eget-ophav", [](Patient& p) { p.element("H1").replaceKey("/P", p.element("P")); }},
      {"eget-figurramme", [](Patient& p) { p.element("Figure").removeKey("/A"); }},
      {"eget-tabelhoved", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/Table")); }},
      {"09-007", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/RB")); }},
      {"09-008", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/WT")); }},
      {"11-002", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"11-003", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"11-004", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"11-005", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"11-006", [](Patient& p) { p.catalog().removeKey("/Lang"); }},
      {"14-006",
       [](Patient& p) {
         p.element("H1").replaceKey("/S", parsed("/H"));
         p.element("P").replaceKey("/S", parsed("/H"));
       }},
      {"20-001",
       [](Patient& p) { p.catalog().replaceKey("/OCProperties", parsed("<</OCGs [] /D <</Name (a)>> /Configs [<<>>]>>")); }},
      {"20-002", [](Patient& p) { p.catalog().replaceKey("/OCProperties", parsed("<</OCGs [] /D <</Name ()>>>>")); }},
      {"20-003",
       [](Patient& p) { p.catalog().replaceKey("/OCProperties", parsed("<</OCGs [] /D <</Name (a) /AS []>>>>")); }},
      {"28-018",
       [](Patient& p) {
         p.annotation("/Link").replaceKey("/Subtype", parsed("/PrinterMark"));
         Handle looks = p.file().makeIndirectObject(Handle::newStream(&p.file(), "0 0 9 9 re f"));
         looks.getDict().replaceKey("/Subtype", parsed("/Form"));
         p.annotation("/PrinterMark").replaceKey("/AP", parsed("<<>>"));
         p.annotation("/PrinterMark").getKey("/AP").replaceKey("/N", looks);
       }},
      {"30-001", [](Patient& p) { p.add_form("q Q").getDict().replaceKey("/Ref", parsed("<<>>")); }},
      {"30-002",
       [](Patient& p) {
         p.add_form("/P<</MCID 97>>BDC EMC");
         p.set_content("/FX Do /FX Do " + p.content());
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("a good file has no findings") { CHECK(findings(good_pdf()) == ""); }

TEST_CASE("every condition is found in a file that is broken that way") {
  const std::string good = good_pdf();
  for (const pdf_checker::Condition& condition : pdf_checker::all_conditions()) {
    const std::string number(condition.number);
    CAPTURE(number);
    if (number.starts_with("26-00")) continue;  // Encryption is not a change of objects; it has cases of its own.
    const Injuries& all = sats_test::font_injuries().contains(number) ? sats_test::font_injuries() : injuries();
    REQUIRE(all.count(number) == 1);
    Patient patient(good);
    all.at(number)(patient);
    CHECK(conditions_broken(patient.bytes()).count(number) == 1);
  }
}

TEST_CASE("encryption that locks assistive technology out is found, ours is not") {
  base::Problems problems;
  std::string pdf = sats_test::good_document().write(problems, {.encryption = sats::Encryption{}}).value();
  CHECK(conditions_broken(pdf).empty());
  // The rights stand in clear; bit 10 is for assistive technology.
  const std::size_t begin = pdf.find("/P -") + 3;
  const std::size_t end = pdf.find_first_of(" /", begin);
  const std::string locked = std::to_string(std::stoi(pdf.substr(begin, end - begin)) & ~(1 << 9));
  REQUIRE(locked.size() == end - begin);
  pdf.replace(begin, locked.size(), locked);
  CHECK(conditions_broken(pdf).count("26-002") == 1);
}

TEST_CASE("bytes that are no PDF are one finding") {
  CHECK(conditions_broken("ikke en pdf") == std::set<std::string>{"eget-laes"});
}

TEST_CASE("encryption without rights is found") {
  base::Problems problems;
  std::string pdf = sats_test::good_document().write(problems, {.encryption = sats::Encryption{}}).value();
  pdf[pdf.find("/P -") + 1] = 'Q';
  CHECK(conditions_broken(pdf) == std::set<std::string>{"26-001"});
}

TEST_CASE("a simple font that is whole has no findings") {
  const std::string good = good_pdf();  // The patient reads from it as long as it lives.
  Patient patient(good);
  patient.simple_font("(A)");
  CHECK(findings(patient.bytes()) == "");
}

TEST_CASE("a simple font whose letters have names of the Adobe Glyph List has no findings") {
  const std::string good = good_pdf();
  Patient patient(good);
  patient.simple_font("(A)").replaceKey("/Encoding", sats_test::differences("/A /AE /aring 200 /zukatakana"));
  CHECK(findings(patient.bytes()) == "");
}

TEST_CASE("each name that is not in the Adobe Glyph List is found, also variants and ligatures of names that are") {
  const std::string good = good_pdf();
  Patient patient(good);
  patient.simple_font("(A)").replaceKey("/Encoding", sats_test::differences("/A.alt /f_f_i /a /g37"));
  const std::string found = findings(patient.bytes());
  for (const char* name : {"A.alt)", "f_f_i)", "g37)"}) CHECK(found.find(name) != std::string::npos);
  CHECK(found.find(" a)") == std::string::npos);
}

TEST_CASE("headers of a table inside another do not excuse the outer table's header cells") {
  auto document = sats_test::good_document();
  auto& structure = document.laid.structure;
  const auto row = [&](sats::NodeId table) { return document.element(sats::Role::table_row, table); };
  const auto outer = document.element(sats::Role::table);
  document.block(sats::Role::table_header_cell, "a", row(outer));
  const auto inner = document.element(sats::Role::table, document.element(sats::Role::table_data_cell, row(outer)));
  const auto header = document.block(sats::Role::table_header_cell, "b", row(inner));
  structure.attributes_of(header).id = "b";
  structure.attributes_of(document.block(sats::Role::table_data_cell, "c", row(inner))).headers = {"b"};
  base::Problems problems;
  CHECK(conditions_broken(document.write(problems).value()) == std::set<std::string>{"15-003"});
}
