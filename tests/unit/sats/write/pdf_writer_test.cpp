#include "sats/write/pdf_writer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "small_document.h"
#include "support/kept_pdf.h"
#include "temporary_pdf.h"

namespace {

using sats_test::good_document;
using sats_test::SmallDocument;
using sats_test::TemporaryPdf;

/// MuPDF built without colour management says so of every file.
std::string without_icc_note(std::string said) {
  const std::string note = "warning: ICC support is not available\n";
  if (const auto at = said.find(note); at != std::string::npos) said.erase(at, note.size());
  return said;
}

std::string written(const SmallDocument& document, const sats::WriteOptions& options = {}) {
  base::Problems problems;
  const auto pdf = document.write(problems, options);
  CHECK(problems.empty());
  REQUIRE(pdf.has_value());
  test_support::keep_pdf("writer", std::to_string(std::hash<std::string>()(*pdf)), *pdf);
  return *pdf;
}

}  // namespace

TEST_CASE("a document with everything passes qpdf, MuPDF and poppler without a word") {
  const std::string pdf = written(good_document());
  const TemporaryPdf file(pdf);
  CHECK(file.ask("qpdf --check").find("No syntax or stream encoding errors found") != std::string::npos);
  CHECK(without_icc_note(file.ask("mutool draw -q -F text -o /dev/null")) == "");
  CHECK(file.ask("pdftotext", "/dev/null") == "");
}

TEST_CASE("text comes out as it went in") {
  const TemporaryPdf file(written(good_document()));
  const std::string text = file.ask("pdftotext", "-");
  for (const std::string_view words :
       {"Min plan", "gaffeltruck", "Łukasz", "Ωμέγα", "أحمد", "حسن", "kl. 9.30–12", "skriv en ansøgning", "jobnet.dk"}) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
  CHECK(file.ask("pdftotext", "-").find("Hun søger en virksomhedspraktik på et lager.") != std::string::npos);
  CHECK(file.ask("pdfinfo -struct-text").find("Span") != std::string::npos);
}

TEST_CASE("a word that is divided at the end of its element does not take the next element's first word with it") {
  SmallDocument document;
  document.block(sats::Role::heading_1, "Plan");
  document.divided(document.element(sats::Role::paragraph), "Anne er i virksomheds", "praktik.");
  document.block(sats::Role::paragraph, "Bo er på kursus.");
  const TemporaryPdf file(written(document));
  const std::string text = file.ask("pdfinfo -struct-text");
  CHECK(text.find("praktik.Bo") == std::string::npos);
}

TEST_CASE("leaves are read in the order of the tree, whatever order they are painted in") {
  SmallDocument document;
  document.block(sats::Role::heading_1, "Plan");
  const auto text = document.element(sats::Role::paragraph);
  const auto first = document.laid.structure.add(sats::Role::content, text);
  const auto second = document.laid.structure.add(sats::Role::content, text);
  const auto third = document.laid.structure.add(sats::Role::content, text);
  document.show(first, "en ", 72);
  document.show(third, "tre", 72);
  document.show(second, "to ", 72);
  const TemporaryPdf file(written(document));
  const std::string said = file.ask("pdfinfo -struct-text");
  CHECK(said.find("en ") < said.find("to "));
  CHECK(said.find("to ") < said.find("tre"));
}

TEST_CASE("an OpenType font with CFF outlines is embedded and read") {
  SmallDocument document;
  document.style.font = sats_test::workshop().fonts.find({{"Inter"}, 700, sats::Slant::italic});
  document.block(sats::Role::heading_1, "affald på en gaffeltruck");
  const TemporaryPdf file(written(document));
  CHECK(file.ask("pdffonts").find("CID Type 0C") != std::string::npos);
  CHECK(file.ask("pdftotext", "-").find("affald på en gaffeltruck") != std::string::npos);
  CHECK(without_icc_note(file.ask("mutool draw -q -F text -o /dev/null")) == "");
}

TEST_CASE("right-to-left words are shown in the order they are read") {
  const TemporaryPdf file(written(good_document()));
  CHECK(file.ask("pdfinfo -struct-text").find("og أحمد حسن mødes") != std::string::npos);
  CHECK(file.ask("pdftotext", "-").find("أحمد حسن") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes, also from many threads") {
  const SmallDocument document = good_document();
  const std::string expected = written(document);
  std::vector<std::string> made(4);
  std::vector<std::thread> threads;
  for (std::string& one : made) {
    threads.emplace_back([&] {
      base::Problems problems;
      one = document.write(problems).value_or("");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : made) CHECK(one == expected);
}

TEST_CASE("what breaks PDF/UA is a warning, and in strict mode no PDF") {
  SmallDocument document("");
  document.block(sats::Role::heading_2, "Hop");
  document.block(sats::Role::figure, "*");
  const auto table = document.element(sats::Role::table);
  document.block(sats::Role::table_data_cell, "x", document.element(sats::Role::table_row, table));
  base::Problems lenient;
  CHECK(document.write(lenient).has_value());
  std::vector<std::string> codes;
  for (const auto& problem : lenient) codes.push_back(problem.code);
  CHECK(codes == std::vector<std::string>{"sats.ua.ingen-titel", "sats.ua.overskrift-spring", "sats.ua.billede-uden-tekst",
                                          "sats.ua.tabel-uden-hoveder"});
  base::Problems strict;
  CHECK_FALSE(document.write(strict, {.strictness = sats::Strictness::strict}).has_value());
  CHECK(strict.error_count() == 4);
}

TEST_CASE("linearised and encrypted files open, and assistive technology may read them") {
  const TemporaryPdf fast(written(good_document(), {.delivery = sats::Delivery::linearized}));
  CHECK(fast.ask("qpdf --check").find("File is linearized") != std::string::npos);
  const TemporaryPdf secret(
      written(good_document(), {.encryption = sats::Encryption{.user_password = "", .owner_password = "ejer"}}));
  const std::string said = secret.ask("qpdf --show-encryption");
  CHECK(said.find("extract for accessibility: allowed") != std::string::npos);
  CHECK(said.find("extract for any purpose: not allowed") != std::string::npos);
}

TEST_CASE("an archive file has its output intent and says what it is") {
  auto document = good_document();
  document.laid.attachments.push_back({"plan.json", "{}", "application/json", "Planens tal"});
  const TemporaryPdf file(written(document, {.archival = sats::Archival::pdf_a}));
  CHECK(file.ask("qpdf --check").find("No syntax or stream encoding errors found") != std::string::npos);
  CHECK(file.ask("pdfinfo -meta").find("<pdfaid:part>3</pdfaid:part>") != std::string::npos);
  CHECK(file.ask("pdfdetach -list").find("plan.json") != std::string::npos);
}
