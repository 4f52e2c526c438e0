#include "support/golden.h"

#include <doctest/doctest.h>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "layout_case.h"

namespace {

std::map<std::string, std::string> lay_out_case(const test_support::GoldenCase& test) {
  const auto laid = layout_case::lay_out(layout_case::part(test, "html"), layout_case::part(test, "css"));
  std::map<std::string, std::string> actual;
  if (test.parts.contains("expect pages")) actual["expect pages"] = laid.document ? sats::dump(*laid.document) : "";
  if (test.parts.contains("expect problems")) {
    actual["expect problems"] = base::print_problems(laid.problems, base::ProblemFormat::short_form, base::Language::danish);
  }
  return actual;
}

}  // namespace

TEST_CASE("layout golden cases") { test_support::check_golden_cases("sats-layout", lay_out_case); }
