#include "base/problem.h"

#include <doctest/doctest.h>

namespace {

base::Problem problem(base::Severity severity, const char* code) {
  return {.severity = severity, .code = code, .arguments = {}, .where = {}, .hints = {}};
}

}  // namespace

TEST_CASE("problems keep their order, and only errors are errors") {
  base::Problems problems;
  CHECK(problems.empty());
  problems.add(problem(base::Severity::warning, "a"));
  problems.add(problem(base::Severity::advice, "b"));
  CHECK(!problems.has_errors());
  problems.add(problem(base::Severity::error, "c"));
  CHECK(problems.has_errors());
  std::string codes;
  for (const auto& one : problems) codes += one.code;
  CHECK(codes == "abc");
}

TEST_CASE("problems that are added to others bring their errors with them") {
  base::Problems found;
  found.add(problem(base::Severity::error, "x"));
  found.add(problem(base::Severity::warning, "y"));
  base::Problems all;
  all.add(problem(base::Severity::error, "w"));
  all.add_all(found);
  CHECK(all.size() == 3);
  CHECK(all.error_count() == 2);
  CHECK(all.count(base::Severity::warning) == 1);
  CHECK(all.count(base::Severity::advice) == 0);
}

TEST_CASE("a suggestion is a hint with the word in it") {
  const auto hint = base::did_you_mean("indsatser");
  CHECK(hint.code == "base.mente-du");
  REQUIRE(hint.arguments.size() == 1);
  CHECK(hint.arguments.front().value == "indsatser");
}
