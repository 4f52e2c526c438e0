#include "plan/check.h"

#include <doctest/doctest.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "base/problem_printer.h"
#include "support/golden.h"

namespace {

const plan::Kinds& kinds() {
  static const auto built_in = plan::Kinds::built_in();
  return built_in;
}

struct Outcome {
  std::optional<plan::CheckedPlan> checked;
  base::Problems problems;
};

Outcome check(std::string text) {
  Outcome outcome;
  auto document = load::load_json(base::make_source("plan.json", std::move(text)), outcome.problems);
  REQUIRE(document);
  const plan::CheckContext context{.kinds = kinds(), .today = base::parse_date("2019-11-22").value(), .min_plan = {}};
  outcome.checked = plan::check_plan(*std::move(document), context, outcome.problems);
  return outcome;
}

nlohmann::json smallest_plan() {
  return {{"type", "min-plan"},
          {"version", 1},
          {"maalgruppe", "uden-ydelse"},
          {"borger", {{"navn", "Anders Holm"}, {"foedselsaar", 1979}}},
          {"revision",
           {{"tilstand", "publiceret"}, {"version", 1}, {"opdateret", "2019-11-21"}, {"opdateretAf", "Nina Pettersen"}}}};
}

/// The codes of a plan's problems, in their order.
std::vector<std::string> codes_of(const nlohmann::json& plan) {
  std::vector<std::string> codes;
  for (const auto& problem : check(plan.dump()).problems) codes.push_back(problem.code);
  return codes;
}

}  // namespace

TEST_CASE("what does not fit the schema is told word for word") {
  test_support::check_golden_cases("plan-schema", [](const test_support::GoldenCase& golden) {
    const auto outcome = check(golden.parts.at("plan.json"));
    CHECK(!outcome.checked);
    return std::map<std::string, std::string>{
        {"expect problems", base::print_problems(outcome.problems, base::ProblemFormat::long_form, base::Language::danish)}};
  });
}

TEST_CASE("a plan with warnings only is checked and typed") {
  const auto outcome = check(smallest_plan().dump());
  REQUIRE(outcome.checked);
  CHECK(outcome.checked->kind->type == "min-plan");
  CHECK(outcome.checked->min_plan->borger.navn == "Anders Holm");
  CHECK(outcome.problems.count(base::Severity::warning) == 2);
}

TEST_CASE("a draft may be previewed but not published") {
  auto draft = smallest_plan();
  draft["revision"]["tilstand"] = "kladde";
  CHECK(!check(draft.dump()).checked);
  base::Problems problems;
  plan::min_plan::Settings settings;
  settings.purpose = plan::min_plan::Purpose::preview;
  const plan::CheckContext context{.kinds = kinds(), .today = base::parse_date("2019-11-22").value(), .min_plan = settings};
  auto document = load::load_json(base::make_source("plan.json", draft.dump()), problems);
  CHECK(plan::check_plan(*std::move(document), context, problems));
}

TEST_CASE("a long text where a pattern stands is refused and does not exhaust the stack") {
  auto plan = smallest_plan();
  plan["id"] = std::string(5'000'000, 'a');
  CHECK(codes_of(plan) == std::vector<std::string>{"skema.for-lang"});
  plan["id"] = "a";
  plan["revision"]["opdateret"] = std::string(5'000'000, '1');
  CHECK(codes_of(plan) == std::vector<std::string>{"skema.for-lang"});
}

TEST_CASE("many problems are told up to a limit, in linear time") {
  auto plan = smallest_plan();
  for (int i = 0; i < 200'000; ++i) plan["noegle" + std::to_string(i)] = i;
  const auto start = std::chrono::steady_clock::now();
  const auto codes = codes_of(plan);
  CHECK(codes.size() == 101);
  CHECK(codes.back() == "skema.flere");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("a list that is far too long is refused without a look at its elements") {
  auto plan = smallest_plan();
  plan["aftaler"] = std::vector<int>(1'000'000, 7);
  CHECK(codes_of(plan) == std::vector<std::string>{"skema.for-mange"});
}

TEST_CASE("a key that is very long is refused") {
  auto plan = smallest_plan();
  plan[std::string(100'000, 'k')] = 1;
  CHECK(codes_of(plan) == std::vector<std::string>{"skema.for-lang-noegle"});
}

TEST_CASE("the list of rules names kind, source and severity") {
  const auto rows = plan::rules();
  CHECK(rows.size() > 80);
  for (const auto& row : rows) CHECK(row.id.starts_with(row.type));
}

TEST_CASE("the version before a plan is kept when it is the same citizen's, and never when it is another's") {
  const auto check_after = [](const nlohmann::json& before) {
    Outcome outcome;
    auto earlier = load::load_json(base::make_source("foer/plan.json", before.dump()), outcome.problems);
    auto document = load::load_json(base::make_source("plan.json", smallest_plan().dump()), outcome.problems);
    plan::CheckContext context{.kinds = kinds(), .today = base::parse_date("2019-11-22").value(), .min_plan = {}};
    context.earlier = plan::check_earlier_plan(*std::move(earlier), context, outcome.problems);
    REQUIRE(context.earlier);
    outcome.checked = plan::check_plan(*std::move(document), context, outcome.problems);
    return outcome;
  };
  const auto same = check_after(smallest_plan());
  REQUIRE(same.checked);
  CHECK(same.checked->earlier);
  auto without_year = smallest_plan();
  without_year["borger"].erase("foedselsaar");
  CHECK(check_after(without_year).checked->earlier);
  for (const auto& [key, value] : {std::pair<const char*, nlohmann::json>{"navn", "Malou Berg"}, {"foedselsaar", 1984}}) {
    auto before = smallest_plan();
    before["borger"]["foedselsaar"] = 1979;
    before["borger"][key] = value;
    const auto other = check_after(before);
    REQUIRE(other.checked);
    CHECK(!other.checked->earlier);
    const auto warned = std::ranges::find(other.problems, "plan.tidligere.anden-borger", &base::Problem::code);
    REQUIRE(warned != other.problems.end());
    CHECK(warned->where->source->name == "foer/plan.json");
  }
}

TEST_CASE("an earlier version is held against the rules of its own day, and one with errors is not shown") {
  const auto codes_of_earlier = [](const nlohmann::json& before) {
    base::Problems problems;
    auto document = load::load_json(base::make_source("foer/plan.json", before.dump()), problems);
    const plan::CheckContext context{.kinds = kinds(), .today = base::parse_date("2024-11-22").value(), .min_plan = {}};
    const bool is_shown = plan::check_earlier_plan(*std::move(document), context, problems) != nullptr;
    CHECK(is_shown == problems.empty());
    return problems.empty() ? std::string() : problems.begin()->code;
  };
  auto before = smallest_plan();
  before["aftaler"] =
      nlohmann::json::parse(R"([{"id": "a1", "aftaletype": "jobcenter", "dato": "2019-12-10", "start": "10:00",
    "slut": "10:30", "form": "telefon", "sted": "Vi ringer", "person": {"navn": "Nina Pettersen", "rolle": "sagsbehandler"},
    "tekst": "Vi taler om, hvordan det går.", "publiceret": true}])");
  CHECK(codes_of_earlier(before).empty());  // coming on its own day, with what a coming agreement has
  auto secret = before;
  secret["aftaler"][0]["tekst"] = "Dit nummer er 010203-1234.";
  CHECK(codes_of_earlier(secret) == "plan.tidligere.med-fejl");
  auto other_kind = before;
  other_kind["type"] = "noget-andet";
  CHECK(codes_of_earlier(other_kind) == "plan.tidligere.med-fejl");
  auto without_date = before;
  without_date["revision"].erase("opdateret");
  CHECK(codes_of_earlier(without_date) == "plan.tidligere.med-fejl");
}
