#include "line/earlier_plans.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/temporary_folder.h"

namespace {

using nlohmann::json;

json version(int number, const char* id = "sag-7", const char* state = "publiceret") {
  return {{"type", "min-plan"},
          {"version", 1},
          {"id", id},
          {"maalgruppe", "uden-ydelse"},
          {"borger", {{"navn", "Anders Holm"}}},
          {"revision",
           {{"tilstand", state},
            {"version", number},
            {"opdateret", "2019-11-21"},
            {"opdateretAf", "Nina Pettersen"},
            {"aendringer", {{{"dato", "2019-11-21"}, {"tekst", "Vi har rettet planen."}}}}}}};
}

/// What a folder of earlier versions knows.
struct Known {
  line::EarlierPlans plans;
  base::Problems problems;

  explicit Known(const std::string& ndjson) {
    const test_support::TemporaryFolder folder;
    plans.add(folder.write("foer.ndjson", ndjson), problems);
  }

  /// The number of the version before the one that a document holds; 0 when there is none.
  int before(const json& document) {
    static const auto kinds = plan::Kinds::built_in();
    const plan::CheckContext context{.kinds = kinds, .today = base::parse_date("2024-11-22").value(), .min_plan = {}};
    const auto found = plans.before(document, context, problems);
    return found ? found->min_plan->revision.version : 0;
  }
};

std::string lines(const std::vector<json>& documents) {
  std::string text;
  for (const auto& one : documents) text += one.dump() + "\n";
  return text;
}

}  // namespace

TEST_CASE("the version before a plan is the newest published one with a lower number and the same id") {
  Known known(lines({version(3), version(1), version(2, "sag-7", "kladde"), version(2, "sag-8"), version(7)}));
  CHECK(known.before(version(4)) == 3);
  CHECK(known.before(version(3)) == 1);
  CHECK(known.before(version(1)) == 0);
  CHECK(known.before(version(9)) == 7);
  CHECK(known.before(version(3, "sag-8")) == 2);
  CHECK(known.before(version(3, "sag-9")) == 0);
  CHECK(known.problems.empty());
}

TEST_CASE("a plan without an id has no version before it, and neither has what is no plan") {
  auto nameless = version(1);
  nameless.erase("id");
  Known known(lines({nameless, version(1, ""), json::array(), {{"id", "sag-7"}}, {{"type", 7}, {"id", {}}}}));
  auto next = nameless;
  next["revision"]["version"] = 2;
  for (const json& document : {next, version(2), json(7), json::object(), json{{"type", "min-plan"}, {"revision", 3}}})
    CHECK(known.before(document) == 0);
  CHECK(known.problems.empty());
}

TEST_CASE("an earlier version that is not JSON, or has errors, is a warning at its place") {
  auto unknown = version(1);
  unknown["maalgruppe"] = "rige-onkler";
  Known known("{\n" + unknown.dump() + "\n");
  REQUIRE(known.problems.count(base::Severity::warning) == 1);
  CHECK(known.before(version(2)) == 0);
  REQUIRE(known.problems.count(base::Severity::warning) == 2);
  CHECK(!known.problems.has_errors());
  std::vector<std::string> codes;
  for (const auto& problem : known.problems) codes.push_back(problem.code);
  CHECK(codes == std::vector<std::string>{"plan.tidligere.ulaeselig", "plan.tidligere.med-fejl"});
}
