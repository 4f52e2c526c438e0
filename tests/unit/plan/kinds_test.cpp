#include "plan/kinds.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/problem_printer.h"
#include "plan/check.h"
#include "plan/min_plan/tables.h"
#include "plan/view.h"

namespace {

constexpr const char* kPlusMinus = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Plus- og minusliste",
  "type": "object",
  "required": ["type", "emne"],
  "additionalProperties": false,
  "properties": {"type": {"const": "plus-minus"}, "emne": {"title": "Emne", "type": "string", "minLength": 1}}
})";

base::MemoryFileStore site(std::string schema) {
  return base::MemoryFileStore(
      {{"kinds/plus-minus/schema.json", std::move(schema)}, {"kinds/plus-minus/labels.json", "{}"}});
}

std::string only_code(const base::Problems& problems) {
  REQUIRE(problems.size() == 1);
  return problems.begin()->code;
}

}  // namespace

TEST_CASE("the program brings min-plan with schema, labels, title and description") {
  const auto kinds = plan::Kinds::built_in();
  const auto* const kind = kinds.find("min-plan");
  REQUIRE(kind != nullptr);
  CHECK(kind->title == "Min Plan");
  CHECK(!kind->description.empty());
  CHECK(kind->built_in);
  CHECK(nlohmann::json::accept(kind->schema_text));
  CHECK(nlohmann::json::accept(kind->labels.dump()));
  CHECK(kinds.find("ukendt") == nullptr);
}

TEST_CASE("a site's kind is checked by its schema alone") {
  auto kinds = plan::Kinds::built_in();
  base::Problems problems;
  kinds.add_from(site(kPlusMinus), "kinds", problems);
  REQUIRE(problems.empty());
  CHECK(kinds.types() == std::vector<std::string>{"min-plan", "plus-minus"});
  const plan::CheckContext context{.kinds = kinds, .today = {}, .min_plan = {}};
  const auto checked = [&](const char* text) {
    return plan::check_plan(*load::load_json(base::make_source("liste.json", text), problems), context, problems);
  };
  const auto plan = checked(R"({"type": "plus-minus", "emne": "Brancheskift"})");
  REQUIRE(plan);
  CHECK(!plan->min_plan);
  CHECK(!checked(R"({"type": "plus-minus"})"));
  CHECK(only_code(problems) == "skema.mangler-noegle");
}

namespace {

/// A kind of a site and a plan of it, as far as the view.
nlohmann::json plain_view(base::MemoryFileStore files, const char* plan_text, plan::Audience audience,
                          base::Problems& problems) {
  auto kinds = plan::Kinds::built_in();
  kinds.add_from(files, "kinds", problems);
  const auto document = load::load_json(base::make_source("plan.json", plan_text), problems);
  const auto checked = plan::check_plan(*document, {.kinds = kinds, .today = {}, .min_plan = {}}, problems);
  REQUIRE(checked);
  return plan::view(*checked,
                    {.audience = audience, .output = plan::Output::pdf, .today = base::parse_date("2019-11-21").value()},
                    problems);
}

constexpr const char* kListSchema = R"({
  "title": "Liste", "type": "object", "required": ["type"], "definitions": {"punkt": {"type": "object", "properties": {"tekst": {"type": "string"}, "note": {"type": "string"}}}},
  "properties": {"type": {"const": "liste"}, "emne": {"type": "string"}, "punkter": {"type": "array", "items": {"$ref": "#/definitions/punkt"}}}})";

}  // namespace

TEST_CASE("a site's kind comes to its templates as it is, with null for what it lacks") {
  base::Problems problems;
  const auto page = plain_view(
      base::MemoryFileStore({{"kinds/liste/schema.json", kListSchema}, {"kinds/liste/labels.json", R"({"emne": "Emne"})"}}),
      R"({"type": "liste", "punkter": [{"tekst": "a"}]})", plan::Audience::borger, problems);
  CHECK(problems.empty());
  CHECK(page.at("data") ==
        nlohmann::json::parse(R"({"type": "liste", "emne": null, "punkter": [{"tekst": "a", "note": null}]})"));
  CHECK(page.at("etiketter").at("emne") == "Emne");
  CHECK(page.at("titel") == "Liste");
  CHECK(page.at("modtager").at("navn") == "Borger");
}

TEST_CASE("a site's kind is for the a-kasse only as far as it says so") {
  const char* plan = R"({"type": "liste", "emne": "hemmeligt", "punkter": [{"tekst": "a", "note": "b"}]})";
  base::Problems problems;
  CHECK(plain_view(
            base::MemoryFileStore(std::map<std::string, std::string, std::less<>>{{"kinds/liste/schema.json", kListSchema}}),
            plan, plan::Audience::akasse, problems)
            .is_null());
  const auto page =
      plain_view(base::MemoryFileStore({{"kinds/liste/schema.json", kListSchema},
                                        {"kinds/liste/modtagere.json",
                                         R"({"felter": {"type": "vis", "punkter": [{"tekst": "vis", "note": "skjul"}]}})"}}),
                 plan, plan::Audience::akasse, problems);
  CHECK(problems.empty());
  CHECK(page.at("data") ==
        nlohmann::json::parse(R"({"type": "liste", "emne": null, "punkter": [{"tekst": "a", "note": null}]})"));
}

TEST_CASE("labels and audiences of a site's kind are read with their mistakes") {
  for (const auto& [file, text, code] :
       {std::array{"labels.json", "[]", "plan.ord.ikke-et-objekt"},
        std::array{"labels.json", "{", "json.syntaks.uventet-slut"},
        std::array{"modtagere.json", R"({"felter": {"emne": "viss"}})", "plan.modtagere.ukendt-ord"}}) {
    CAPTURE(text);
    auto kinds = plan::Kinds::built_in();
    base::Problems problems;
    kinds.add_from(
        base::MemoryFileStore({{"kinds/liste/schema.json", kListSchema}, {std::string("kinds/liste/") + file, text}}),
        "kinds", problems);
    CHECK(only_code(problems) == code);
    CHECK(kinds.find("liste") == nullptr);
  }
}

TEST_CASE("a site's kind that cannot be used is a problem with its place") {
  struct Case {
    const char* schema;
    const char* code;
  };
  for (const auto& [schema, code] :
       {Case{"{", "json.syntaks.uventet-slut"}, Case{R"({"type": 7})", "skema.ubrugeligt"},
        Case{R"({"$ref": "#"})", "skema.ring"},
        Case{R"({"allOf": [{"$ref": "#/definitions/a"}], "definitions": {"a": {"anyOf": [{"$ref": "#"}]}}})", "skema.ring"},
        Case{R"({"$ref": "http://example.dk/skema.json"})", "skema.ubrugeligt"}}) {
    INFO(schema);
    auto kinds = plan::Kinds::built_in();
    base::Problems problems;
    kinds.add_from(site(schema), "kinds", problems);
    CHECK(only_code(problems) == code);
    CHECK(problems.begin()->where->source->name == "kinds/plus-minus/schema.json");
    CHECK(kinds.find("plus-minus") == nullptr);
  }
}

TEST_CASE("a site cannot replace a kind of the program") {
  auto kinds = plan::Kinds::built_in();
  base::Problems problems;
  kinds.add_from(
      base::MemoryFileStore(std::map<std::string, std::string, std::less<>>{{"kinds/min-plan/schema.json", kPlusMinus}}),
      "kinds", problems);
  CHECK(only_code(problems) == "plan.type.findes-allerede");
  CHECK(kinds.find("min-plan")->title == "Min Plan");
}

namespace {

/// What a site's files make of the kinds.
base::Problems problems_with(std::map<std::string, std::string, std::less<>> files, plan::Kinds& kinds) {
  base::Problems problems;
  kinds.add_from(base::MemoryFileStore(std::move(files)), "kinds", problems);
  return problems;
}

}  // namespace

TEST_CASE("a site's labels.json alone changes single words of a kind of the program") {
  auto kinds = plan::Kinds::built_in();
  const auto before = kinds.find("min-plan")->labels;
  const auto problems =
      problems_with({{"kinds/min-plan/labels.json",
                      R"({"titel": "Vores plan", "links": {"kalender": {"url": "https://kommune.example/kalender"}}})"}},
                    kinds);
  CHECK(problems.empty());
  const auto* const kind = kinds.find("min-plan");
  CHECK(kind->built_in);
  auto expected = before;
  expected["titel"] = "Vores plan";
  expected["links"]["kalender"]["url"] = "https://kommune.example/kalender";
  CHECK(kind->labels == expected);
}

TEST_CASE("a word that the kind does not have is a problem at its place, with the nearest one") {
  struct Case {
    const char* labels;
    const char* code;
    const char* marked;
    const char* near;
  };
  for (const auto& [labels, code, marked, near] :
       {Case{R"({"links": {"kalnder": {"url": "x"}}})", "plan.ord.ukendt", R"("kalnder")", "kalender"},
        Case{R"({"titl": "x"})", "plan.ord.ukendt", R"("titl")", "titel"},
        Case{R"({"zzzzzzzzzzzz": "x"})", "plan.ord.ukendt", R"("zzzzzzzzzzzz")", ""},
        Case{R"({"links": {"kalender": "x"}})", "plan.ord.ikke-en-gruppe", R"("x")", ""},
        Case{R"({"titel": 7})", "plan.ord.ikke-tekst", "7", ""}, Case{"[]", "plan.ord.ikke-et-objekt", "[]", ""}}) {
    INFO(labels);
    auto kinds = plan::Kinds::built_in();
    const auto before = kinds.find("min-plan")->labels;
    const auto problems = problems_with({{"kinds/min-plan/labels.json", labels}}, kinds);
    CHECK(only_code(problems) == code);
    const auto& where = *problems.begin()->where;
    CHECK(where.source->text.substr(where.begin, where.end - where.begin) == marked);
    const auto& hints = problems.begin()->hints;
    CHECK((hints.empty() ? std::string() : hints.front().arguments.front().value) == near);
    CHECK(kinds.find("min-plan")->labels == before);
  }
}

TEST_CASE("a kind's folder without a schema is a problem, and so is a file that changes nothing") {
  auto kinds = plan::Kinds::built_in();
  CHECK(only_code(problems_with({{"kinds/min-plann/labels.json", "{}"}}, kinds)) == "plan.type.uden-skema");
  CHECK(only_code(problems_with({{"kinds/min-plan/modtagere.json", "{}"}}, kinds)) == "plan.type.kun-ord");
  CHECK(problems_with({{"kinds/README.md", "Her ligger plantyperne."}}, kinds).empty());
}

TEST_CASE("the tables know every target group and effort of the schema, and no others") {
  const auto kinds = plan::Kinds::built_in();
  const auto& schema = kinds.find("min-plan")->schema.json();
  const auto& tables = plan::min_plan::tables();
  std::set<std::string> groups;
  for (const auto& row : tables.maalgrupper) groups.insert(row.kode);
  CHECK(groups == schema.at("/properties/maalgruppe/enum"_json_pointer).get<std::set<std::string>>());
  CHECK(groups.size() == 18);
  std::set<std::string> efforts;
  for (const auto& row : tables.indsatser) efforts.insert(row.art);
  CHECK(efforts == schema.at("/definitions/indsats/properties/art/enum"_json_pointer).get<std::set<std::string>>());
}

TEST_CASE("the element matrix has every column, and elements that the schema knows") {
  const auto kinds = plan::Kinds::built_in();
  const auto& properties = kinds.find("min-plan")->schema.json().at("properties");
  for (const auto& element : plan::min_plan::tables().elementer) {
    INFO(element.noegle);
    CHECK(properties.contains(element.noegle));
    for (const char column : {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'X'}) CHECK(element.kolonner.contains(column));
  }
}

TEST_CASE("what the a-kasse may not see is marked: other administrations' efforts, aids and personal assistance") {
  for (const auto& row : plan::min_plan::tables().indsatser) {
    INFO(row.art);
    const bool hidden = row.omraade != "beskaeftigelse" || row.gruppe == "hjaelpemiddel" || row.gruppe == "assistance";
    CHECK(row.skjult_for_akasse == hidden);
  }
}
