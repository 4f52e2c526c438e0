// Every document of the table is made the way the program makes it, and its PDF is held against its HTML.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "documents/check_document.h"
#include "documents/made_document.h"
#include "pdf_checker/checker.h"
#include "support/kept_pdf.h"
#include "support/temporary_folder.h"

using documents::Findings;

namespace {

void say(const std::string& document, const char* what, const Findings& findings) {
  for (const std::string& finding : findings) {
    FAIL_CHECK(document, ", ", what, ": ", finding);
  }
}

Findings check_accessibility(const std::string& pdf) {
  Findings findings;
  for (const auto& finding : pdf_checker::check(pdf)) findings.push_back("[" + finding.condition + "] " + finding.what);
  return findings;
}

/// One document or all; `DOCUMENTS=plan-anne` looks at those whose names hold the word.
bool is_wanted(const std::string& name) {
  const char* word = std::getenv("DOCUMENTS");
  return word == nullptr || name.find(word) != std::string::npos;
}

/// The letters of each page beside the kept PDF, for readers that are no C++ libraries.
void keep_letters(const std::string& name, const documents::ReadPdf& pdf) {
  std::string letters;
  for (const auto& page : pdf.pages) letters += documents::to_utf8(documents::squeezed(page.all)) + "\f";
  test_support::keep_beside("documents", name + ".letters", letters);
}

void prove(const documents::DocumentRow& row) {
  const auto made = row.make();
  if (made.pdf.empty()) {
    FAIL_CHECK(row.name, " was not made: ", made.problems);
    return;
  }
  CHECK_MESSAGE(made.problems.empty(), row.name, ": ", made.problems);
  test_support::keep_pdf("documents", row.name, made.pdf);
  const auto pdf = documents::read_pdf(made.pdf);
  CHECK(pdf.pages.size() == made.pages);
  keep_letters(row.name, pdf);
  const auto expected = documents::expect(made.source, made.landmarks);
  CHECK(expected.text.size() > 0);
  const auto words = check_words(expected, pdf);
  say(row.name, "words", words);
  // The letters' places mean something only when the letters are the same.
  if (words.empty()) {
    say(row.name, "places", check_places(expected, pdf, made));
    say(row.name, "artifacts", check_artifacts(expected, pdf, made));
  }
  say(row.name, "fields", check_fields(expected, pdf));
  say(row.name, "accessibility", check_accessibility(made.pdf));
  const test_support::TemporaryFolder folder;
  say(row.name, "readers", check_with_readers(pdf, folder.write("a.pdf", made.pdf).string()));
}

}  // namespace

TEST_CASE("every document's PDF has every word of its HTML once, in order, on the pages that its numbers say") {
  std::size_t proved = 0;
  for (const auto& row : documents::document_table()) {
    if (!is_wanted(row.name)) continue;
    prove(row);
    ++proved;
  }
  CHECK(proved > 0);
}
