#include <algorithm>
#include <sstream>

#include "documents/check_document.h"
#include "support/run_program.h"
#include "support/temporary_folder.h"

namespace documents {

namespace {

test_support::ProgramRun run(std::vector<std::string> arguments) {
  return test_support::run_program({.arguments = std::move(arguments), .folder = ".", .environment = {}});
}

/// What Debian's MuPDF, built without colour management, says of every file.
constexpr std::string_view kIccNote = "warning: ICC support is not available\n";

std::string without_icc_note(std::string said) {
  for (auto at = said.find(kIccNote); at != std::string::npos; at = said.find(kIccNote)) said.erase(at, kIccNote.size());
  return said;
}

bool has_right_to_left(const std::u32string& text) {
  return std::any_of(text.begin(), text.end(), [](char32_t letter) { return letter >= 0x590 && letter < 0x900; });
}

/// The letters of a page; a reader orders right-to-left words in its own way, so there only which letters is compared.
std::u32string comparable(std::u32string letters, bool ordered) {
  if (!ordered) std::sort(letters.begin(), letters.end());
  return letters;
}

void compare_with_poppler(const ReadPdf& pdf, const std::string& path, Findings& found) {
  const auto read = run({"pdftotext", "-raw", path, "-"});
  if (!read.err.empty() || read.exit_code != 0) found.push_back("pdftotext says: " + read.err);
  std::istringstream text(read.out);
  std::string page;
  for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
    std::getline(text, page, '\f');
    const auto wanted = squeezed(pdf.pages[i].all + pdf.pages[i].fields);
    const bool ordered = !has_right_to_left(wanted);
    if (comparable(wanted, ordered) == comparable(squeezed(page), ordered)) continue;
    found.push_back("poppler reads page " + std::to_string(i + 1) + " as\n" + to_utf8(squeezed(page)) + "\ninstead of\n" +
                    to_utf8(wanted));
    return;
  }
}

}  // namespace

Findings check_with_readers(const ReadPdf& pdf, const std::string& path) {
  Findings found;
  compare_with_poppler(pdf, path, found);
  const auto expect_silence = [&found](const std::vector<std::string>& command) {
    const auto said = run(command);
    const auto words = without_icc_note(said.err);
    if (said.exit_code != 0 || !words.empty()) found.push_back(command[0] + " says: " + words + said.out.substr(0, 500));
  };
  expect_silence({"qpdf", "--check", path});
  expect_silence({"mutool", "draw", "-q", "-r", "20", "-F", "pgm", "-o", "/dev/null", path});
  expect_silence({"mutool", "info", path});
  const test_support::TemporaryFolder pages;
  expect_silence({"pdftoppm", "-r", "20", "-gray", path, (pages.path() / "side").string()});
  return found;
}

}  // namespace documents
