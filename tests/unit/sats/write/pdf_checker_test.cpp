#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pdf_checker/checker.h"
#include "pdf_checker/document.h"
#include "sats/write/qpdf_headers.h"
#include "small_document.h"

namespace {

using Handle = QPDFObjectHandle;

/// A good file that is broken in one way.
class Patient {
 public:
  explicit Patient(const std::string& pdf) { pdf_checker::read_document(document_, pdf); }

  QPDF& file() { return document_.file; }
  Handle catalog() { return document_.catalog; }
  Handle page(std::size_t index = 0) { return document_.pages[index]; }

  /// The first element of a type.
  Handle element(const std::string& type) {
    for (const pdf_checker::Element& one : document_.elements) {
      if (one.type == type) return one.object;
    }
    throw std::runtime_error("no " + type);
  }

  Handle annotation(const std::string& subtype) {
    for (Handle page : document_.pages) {
      for (Handle& one : page.getKey("/Annots").getArrayAsVector()) {
        if (one.getKey("/Subtype").getName() == subtype) return one;
      }
    }
    throw std::runtime_error("no " + subtype);
  }

  /// The font of the first page's text.
  Handle font() { return document_.fonts.begin()->second.font; }
  Handle descendant() { return font().getKey("/DescendantFonts").getArrayItem(0); }

  std::string content(std::size_t index = 0) {
    const auto bytes = page(index).getKey("/Contents").getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
  }
  void set_content(const std::string& content, std::size_t index = 0) {
    page(index).replaceKey("/Contents", Handle::newStream(&file(), content));
  }

  void change_xmp(const std::string& from, const std::string& to) {
    std::string xmp = document_.xmp;
    xmp.replace(xmp.find(from), from.size(), to);
    catalog().replaceKey("/Metadata", Handle::newStream(&file(), xmp));
  }

  void change_unicode(const std::string& text) { font().replaceKey("/ToUnicode", Handle::newStream(&file(), text)); }

  std::string bytes() {
    QPDFWriter writer(file());
    writer.setOutputMemory();
    writer.setStaticID(true);
    // Streams stay as they are, whatever their filter.
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

 private:
  pdf_checker::Document document_;
};

Handle parsed(const std::string& text) { return Handle::parse(text); }

/// How to break a good file so that it breaks one condition.
// NOLINTNEXTLINE(readability-function-size): a table
const std::map<std::string, std::function<void(Patient&)>>& injuries() {
  static const std::map<std::string, std::function<void(Patient&)>> all{
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
      {"10-001", [](Patient& p) { p.change_unicode("1 beginbfchar <0001> <0041> endbfchar"); }},
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
      {"26-002", [](Patient&) {}},  // Has a case of its own: encryption is not a change of objects.
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
      {"31-001", [](Patient& p) { p.descendant().removeKey("/CIDSystemInfo"); }},
      {"31-004", [](Patient& p) { p.descendant().removeKey("/CIDToGIDMap"); }},
      {"31-006", [](Patient& p) { p.font().replaceKey("/Encoding", parsed("/Min-H")); }},
      {"31-009", [](Patient& p) { p.descendant().getKey("/FontDescriptor").removeKey("/FontFile2"); }},
      {"31-011", [](Patient& p) { p.set_content("/Artifact BMC BT /F0 9 Tf <7FFF> Tj ET EMC " + p.content()); }},
      {"31-014",
       [](Patient& p) {
         p.descendant().getKey("/FontDescriptor").replaceKey("/CIDSet", Handle::newStream(&p.file(), "\x80"));
       }},
      {"31-016", [](Patient& p) { p.descendant().replaceKey("/W", parsed("[0 20000 321]")); }},
      {"31-018",
       [](Patient& p) {
         // The form's own font is not looked at; the text's is made a simple one.
         p.font().replaceKey("/Subtype", parsed("/TrueType"));
         p.font().replaceKey("/FontDescriptor", parsed("<</Flags 32>>"));
       }},
      {"31-028", [](Patient& p) { p.change_unicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange"); }},
      {"31-030", [](Patient& p) { p.set_content("/Artifact BMC BT /F0 9 Tf <0000> Tj ET EMC " + p.content()); }},
      {"eget-maerket", [](Patient& p) { p.catalog().removeKey("/MarkInfo"); }},
      {"eget-parvis", [](Patient& p) { p.set_content(p.content() + " EMC"); }},
      {"eget-gentaget", [](Patient& p) { p.set_content(p.content() + " /P<</MCID 0>>BDC EMC"); }},
      {"eget-foraeldre", [](Patient& p) { p.page().removeKey("/StructParents"); }},
      {"eget-boern", [](Patient& p) { p.element("H1").replaceKey("/K", parsed("77")); }},
      {"eget-noter", [](Patient& p) { p.annotation("/Link").removeKey("/StructParent"); }},
      {"eget-trae", [](Patient& p) { p.catalog().removeKey("/StructTreeRoot"); }},
      {"eget-ophav", [](Patient& p) { p.element("H1").replaceKey("/P", p.element("P")); }},
      {"eget-figurramme", [](Patient& p) { p.element("Figure").removeKey("/A"); }},
      {"eget-tabelhoved", [](Patient& p) { p.element("H2").replaceKey("/S", parsed("/Table")); }},
  };
  return all;
}

Handle with_type(Patient& p, const std::string& type) {
  Handle stream = Handle::newStream(&p.file(), "q Q");
  stream.getDict().replaceKey("/Subtype", parsed(type));
  return p.file().makeIndirectObject(stream);
}

/// How to break a good archive file so that it breaks one condition of PDF/A. What qpdf would mend when it writes the file
/// is broken in the bytes instead.
const std::map<std::string, std::function<void(Patient&)>>& archive_injuries() {
  static const std::map<std::string, std::function<void(Patient&)>> all{
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

std::string good_pdf() {
  base::Problems problems;
  return sats_test::good_document().write(problems).value();
}

std::set<std::string> conditions_broken(const std::string& pdf) {
  std::set<std::string> numbers;
  for (const auto& finding : pdf_checker::check(pdf)) numbers.insert(finding.condition);
  return numbers;
}

}  // namespace

TEST_CASE("a good file has no findings") {
  for (const auto& finding : pdf_checker::check(good_pdf())) {
    CAPTURE(finding.condition);
    CAPTURE(finding.what);
    CHECK(false);
  }
}

TEST_CASE("every condition is found in a file that is broken that way") {
  const std::string good = good_pdf();
  for (const pdf_checker::Condition& condition : pdf_checker::all_conditions()) {
    const std::string number(condition.number);
    CAPTURE(number);
    REQUIRE(injuries().count(number) == 1);
    if (number == "26-002") continue;
    Patient patient(good);
    injuries().at(number)(patient);
    CHECK(conditions_broken(patient.bytes()).count(number) == 1);
  }
}

TEST_CASE("a good archive file has no findings") {
  for (const auto& finding : pdf_checker::check(good_archive())) {
    CAPTURE(finding.condition);
    CAPTURE(finding.what);
    CHECK(false);
  }
}

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
