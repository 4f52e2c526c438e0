#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/messages.h"
#include "base/problem_printer.h"
#include "load/json_document.h"
#include "plan/check.h"
#include "plan/min_plan/rules.h"
#include "plan/schema/problems.h"
#include "support/golden.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

const fs::path kCases = fs::path(VEJVISER_SOURCE_DIR) / "tests/golden/plan-rules";

std::string trimmed(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string part_of(const test_support::GoldenCase& golden, const std::string& name, std::string otherwise) {
  const auto found = golden.parts.find(name);
  return found == golden.parts.end() ? std::move(otherwise) : trimmed(found->second);
}

/// The base plan of a case with its patch: a merge patch (RFC 7386) when it is an object, a list of steps (RFC 6902) else.
std::string patched_plan(const test_support::GoldenCase& golden, const char* part = "patch") {
  std::ifstream in(kCases / "base" / (part_of(golden, "base", "dagpenge") + ".json"));
  auto plan = ordered_json::parse(in);
  const auto patch = ordered_json::parse(part_of(golden, part, "{}"));
  if (patch.is_array()) {
    plan.patch_inplace(patch);
  } else {
    plan.merge_patch(patch);
  }
  return plan.dump(2) + "\n";
}

plan::min_plan::Settings settings_of(const test_support::GoldenCase& golden, base::Problems& problems) {
  plan::min_plan::Settings settings;
  const auto json_part = [&](const char* name) {
    return load::load_json(base::make_source(name, part_of(golden, name, "")), problems);
  };
  if (golden.parts.contains("limits"))
    settings.limits = plan::min_plan::read_limits(json_part("limits").value(), problems).value();
  if (golden.parts.contains("titles")) {
    const auto titles = plan::min_plan::read_title_list(json_part("titles").value(), problems);
    settings.titles = std::make_shared<const plan::min_plan::TitleList>(titles.value());
  }
  if (part_of(golden, "rules", "") == "before 2019") settings.rules = plan::min_plan::RuleSet::before_2019;
  if (part_of(golden, "purpose", "") == "preview") settings.purpose = plan::min_plan::Purpose::preview;
  return settings;
}

base::Problems problems_of(const test_support::GoldenCase& golden) {
  static const auto kinds = plan::Kinds::built_in();
  base::Problems problems;
  plan::CheckContext context{.kinds = kinds,
                             .today = base::parse_date(part_of(golden, "today", "2019-11-22")).value(),
                             .min_plan = settings_of(golden, problems)};
  if (golden.parts.contains("earlier")) {
    const auto source = base::make_source("foer/plan.json", patched_plan(golden, "earlier"));
    context.earlier = plan::check_earlier_plan(load::load_json(source, problems).value(), context, problems);
  }
  auto document = load::load_json(base::make_source("plan.json", patched_plan(golden)), problems);
  REQUIRE(document);
  const bool passed = plan::check_plan(*std::move(document), context, problems).has_value();
  CHECK(passed == !problems.has_errors());
  return problems;
}

/// A `{name}` that is left in a message is an argument that the rule forgot; the JSON form has one brace of its own.
void check_every_place_is_filled(const base::Problem& problem) {
  for (const auto language : {base::Language::danish, base::Language::english}) {
    const auto text = base::print_problem(problem, base::ProblemFormat::json, language);
    CHECK_MESSAGE(std::count(text.begin(), text.end(), '{') == 1, text);
  }
}

/// What a plan does that breaks a row of the schema's rules.
plan::Violation violation_of(const plan::SchemaRule& row) {
  plan::Violation made;
  made.kind = row.kind;
  for (const char c : row.place) made.pointer += c == '*' ? '0' : c;
  const std::string last = made.pointer.substr(made.pointer.rfind('/') + 1);
  made.key = row.kind == plan::ViolationKind::missing_key   ? std::string(row.word)
             : row.kind == plan::ViolationKind::unknown_key ? last
                                                            : std::string();
  if (row.kind == plan::ViolationKind::unknown_value) made.value = row.word.empty() ? "ukendt" : row.word;
  return made;
}

/// Whether a message of a golden file holds a `{word}`; a field of a snippet has two braces or a dot.
bool holds_a_placeholder(const std::string& line) {
  static const std::regex message(R"((^|: )(fejl|advarsel|råd|error|warning|advice)\[|= (rettelse|mend|hjælp|help): )");
  static const std::regex placeholder(
      R"((^|[^{])\{(?!(title|chapter|pages?|pag)\})[A-Za-z]+\}([^}]|$))");  // but page fields
  return std::regex_search(line, message) && std::regex_search(line, placeholder);
}

/// The rule a case is about: its name up to a `+`, behind which a variant may be named.
std::string rule_of(const std::string& case_name) { return case_name.substr(0, case_name.find('+')); }

}  // namespace

TEST_CASE("each rule says what is wrong and how to mend it, and nothing else complains") {
  test_support::check_golden_cases("plan-rules", [](const test_support::GoldenCase& golden) {
    const auto problems = problems_of(golden);
    for (const auto& problem : problems) {
      CHECK_MESSAGE(problem.code == rule_of(golden.name), golden.name);
      check_every_place_is_filled(problem);
    }
    CHECK_MESSAGE(!problems.empty(), golden.name);
    return std::map<std::string, std::string>{
        {"expect problems", base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish)},
        {"expect english", base::print_problems(problems, base::ProblemFormat::long_form, base::Language::english)}};
  });
}

TEST_CASE("the base plans of the rules' cases are without a remark") {
  for (const auto& entry : fs::directory_iterator(kCases / "base")) {
    const auto name = entry.path().stem().string();
    INFO(name);
    CHECK(problems_of({.name = name, .parts = {{"base", name + "\n"}}}).empty());
  }
}

TEST_CASE("every rule has words in both languages, a source and a golden case") {
  std::set<std::string> covered;
  for (const auto& entry : fs::directory_iterator(kCases)) covered.insert(rule_of(entry.path().stem().string()));
  std::set<std::string_view> ids;
  for (const auto& rule : plan::min_plan::rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(!rule.source.empty());
    CHECK(covered.contains(std::string(rule.id)));
    for (const auto language : {base::Language::danish, base::Language::english}) {
      const auto& table = base::messages(language);
      const auto text = table.find(rule.id);
      REQUIRE(text != table.end());
      CHECK(!text->second.mend.empty());
    }
  }
}

TEST_CASE("rules that the schema enforces stand in the rule table, and rules without code are enforced by the schema") {
  std::set<std::string_view> enforced;
  for (const auto& row : plan::min_plan::schema_rules()) enforced.insert(row.rule);
  std::set<std::string_view> ids;
  for (const auto& rule : plan::min_plan::rules()) {
    ids.insert(rule.id);
    INFO(rule.id);
    CHECK((rule.check != nullptr || enforced.contains(rule.id)));
  }
  for (const auto id : enforced) {
    INFO(id);
    CHECK(ids.contains(id));
  }
}

TEST_CASE("each row of the schema's rules has a message of its own that lacks no word") {
  test_support::check_golden_cases("plan-schema-rules", [](const test_support::GoldenCase&) {
    const auto rows = plan::min_plan::schema_rules();
    std::string printed;
    for (const auto& row : rows) {
      INFO(row.place);
      load::JsonPlaces places(base::make_source("plan.json", "{}"), {.begin = 0, .end = 2});
      const auto problems = plan::problems_of({violation_of(row)}, rows, places);
      REQUIRE(problems.size() == 1);
      CHECK(problems.begin()->code == row.rule);
      check_every_place_is_filled(*problems.begin());
      printed += std::string(row.place) + (row.word.empty() ? "" : " ") + std::string(row.word) + "\n" +
                 base::print_problem(*problems.begin(), base::ProblemFormat::short_form, base::Language::danish);
    }
    return std::map<std::string, std::string>{{"expect problems", printed}};
  });
}

TEST_CASE("no message in any golden file lacks a word") {
  CHECK(holds_a_placeholder("plan.json:1:1: fejl[a.b]: {indsats} siger ikke, hvor"));
  CHECK_FALSE(holds_a_placeholder("      = rettelse: skriv {{borger}} mellem klammerne"));
  std::size_t seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kCases.parent_path())) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (line.find('[') == std::string::npos && line.find("= ") == std::string::npos) continue;
      if (line.size() > 1000) continue;
      ++seen;
      CHECK_MESSAGE(!holds_a_placeholder(line), entry.path().filename().string() << ": " << line);
    }
  }
  CHECK(seen > 200);
}
