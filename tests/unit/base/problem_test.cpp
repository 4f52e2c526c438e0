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

TEST_CASE("problems are read file by file and from the top of each, and those without a place stay where they were") {
  const auto one = base::make_source("en.md", "abcdef");
  const auto other = base::make_source("to.md", "abcdef");
  base::Problems problems;
  const auto add = [&](const char* code, const base::Source& source, std::uint32_t begin) {
    problems.add({.code = code, .arguments = {}, .where = base::Span{source, begin, begin + 1}, .hints = {}});
  };
  add("to-4", other, 4);
  problems.add(problem(base::Severity::error, "uden"));
  add("en-3", one, 3);
  add("to-1", other, 1);
  add("en-0", one, 0);
  add("en-3-igen", one, 3);
  std::string codes;
  for (const auto& sorted : base::in_reading_order(problems)) codes += sorted.code + " ";
  CHECK(codes == "to-1 to-4 uden en-0 en-3 en-3-igen ");
}
