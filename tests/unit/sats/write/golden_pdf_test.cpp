// Every layout case is also written as a PDF, and the writer and the independent checker must agree about it.

#include <doctest/doctest.h>

#include <string>

#include "patient.h"
#include "sats/typeset.h"
#include "support/golden.h"
#include "support/kept_pdf.h"

namespace {

std::string part(const test_support::GoldenCase& test, const char* name) {
  const auto found = test.parts.find(name);
  return found == test.parts.end() ? std::string() : found->second;
}

std::string accessibility_warnings(const base::Problems& problems) {
  std::string codes;
  for (const auto& problem : problems) {
    if (problem.code.starts_with("sats.ua.")) codes += problem.code + " ";
  }
  return codes;
}

void write_and_check(const test_support::GoldenCase& test) {
  static sats::Resources resources;
  base::PrintDocument document;
  document.title = test.name;
  document.html = part(test, "html");
  document.stylesheets = {
      {"case.css", "@page { size: 200pt 160pt; margin: 10pt } body { font: 10pt/12pt 'DejaVu Sans' } " + part(test, "css")}};
  const auto made = sats::typeset(document, resources);
  const auto warned = accessibility_warnings(made.problems);
  const auto found = sats_test::findings(made.pdf);
  CHECK_MESSAGE(warned.empty() == found.empty(), test.name, ": warned of ", warned, "and found ", found);
  if (warned.empty()) test_support::keep_pdf("layout", test.name, made.pdf);
}

}  // namespace

TEST_CASE("what is not warned of breaks no condition, and what is warned of does") {
  test_support::check_golden_cases("sats-layout", [](const test_support::GoldenCase& test) {
    write_and_check(test);
    std::map<std::string, std::string> unchanged;
    for (const auto& [name, text] : test.parts) {
      if (name.starts_with("expect ")) unchanged[name] = text;
    }
    return unchanged;
  });
}
