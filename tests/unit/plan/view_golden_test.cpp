#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>

#include "made_plan.h"
#include "support/golden.h"
#include "view_outline.h"

namespace {

/// The request of a case: three words on one line, `borger screen 2019-11-21`.
plan::ViewRequest request_of(const std::string& part) {
  std::istringstream words(part);
  std::string who;
  std::string what;
  std::string today;
  words >> who >> what >> today;
  return made_plan::request(who, what, today);
}

std::map<std::string, std::string> run(const test_support::GoldenCase& golden) {
  const auto plan = made_plan::from(golden.parts.at("plan.json"));
  std::map<std::string, std::string> made;
  for (const auto& [name, text] : golden.parts) {
    if (!name.starts_with("request")) continue;
    made["expect view" + name.substr(std::string("request").size())] =
        view_outline::outline(made_plan::view(plan, request_of(text)));
  }
  return made;
}

TEST_CASE("a view holds what the plan prints, for its audience and output") {
  test_support::check_golden_cases("plan-view", run);
}

}  // namespace
