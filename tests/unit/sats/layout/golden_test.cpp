#include "support/golden.h"

#include <doctest/doctest.h>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "sats/typeset.h"

namespace {

/// Every case is set on small sheets in one font, so that the numbers can be checked by hand.
constexpr std::string_view kBase =
    "@page { size: 200pt 160pt; margin: 10pt } body { font: 10pt/12pt 'DejaVu Sans' } p { margin: 6pt 0 } ";

std::map<std::string, std::string> lay_out_case(const test_support::GoldenCase& test) {
  static sats::Resources resources;
  const auto part = [&test](const char* name) {
    const auto found = test.parts.find(name);
    return found == test.parts.end() ? std::string() : found->second;
  };
  const std::vector<base::Stylesheet> sheets{{"case.css", std::string(kBase) + part("css")}};
  base::PageSetup page;
  const auto laid = sats::lay_out(part("html"), sheets, page, resources);
  std::map<std::string, std::string> actual;
  if (test.parts.contains("expect pages")) actual["expect pages"] = laid.document ? sats::dump(*laid.document) : "";
  if (test.parts.contains("expect problems")) {
    actual["expect problems"] = base::print_problems(laid.problems, base::ProblemFormat::short_form, base::Language::danish);
  }
  return actual;
}

}  // namespace

TEST_CASE("layout golden cases") { test_support::check_golden_cases("sats-layout", lay_out_case); }
