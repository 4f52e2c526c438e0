#include "plan/view/labels.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "plan/kinds.h"
#include "plan/view/danish_number.h"

namespace {

using nlohmann::json;

json kind_file(const char* name) { return json::parse(plan::built_in_kind_file(std::string("min-plan/") + name)); }

TEST_CASE("every code that the schema allows has a printed word") {
  const json schema = kind_file("schema.json");
  const json labels = kind_file("labels.json");
  const std::vector<std::pair<const char*, const char*>> places{
      {"/properties/maalgruppe", "/maalgrupper"},
      {"/definitions/indsats/properties/art", "/indsatsarter"},
      {"/definitions/aftale/properties/aftaletype", "/aftaletyper"},
      {"/definitions/aftale/properties/form", "/former"},
      {"/definitions/person/properties/rolle", "/roller"},
      {"/definitions/person/properties/myndighed", "/myndigheder"},
      {"/definitions/krav/properties/myndighed", "/krav/indledning"},
      {"/definitions/kontrakt/properties/program", "/kontrakt/programmer"},
      {"/definitions/uddannelsesmaal/properties/uddannelsessteder/items/properties/svar", "/uddannelsestrin/svar"}};
  for (const auto& [place, group] : places) {
    CAPTURE(std::string(place));
    for (const std::string code : schema.at(json::json_pointer(std::string(place) + "/enum"))) {
      CAPTURE(code);
      CHECK(labels.at(json::json_pointer(group)).contains(code));
    }
  }
}

TEST_CASE("every word above an effort's meeting place is printed, never its code") {
  const json popup = kind_file("labels.json").at("popup");
  const json registry = kind_file("indsatser.json");
  for (const json& effort : registry.at("indsatser")) {
    CAPTURE(effort.at("art").get<std::string>());
    CHECK((effort.value("sted", "").empty() || popup.contains(effort.at("sted").get<std::string>())));
  }
}

const json kTree =
    json::parse(R"({"a": {"b": {"c": "d {navn} {andet}"}}, "links": {"x": {"tekst": "X", "url": "https://x.example"}}})");

TEST_CASE("a label is found by its group and code, and its places are filled once") {
  base::Problems problems;
  const plan::Labels labels(kTree, problems);
  CHECK(labels.text("a.b", "c") == "d {navn} {andet}");
  CHECK(labels.fill("a.b", "c", {{"navn", "{andet}"}}) == "d {andet} {andet}");
  CHECK(labels.link("x").at("url") == "https://x.example");
  CHECK(labels.has("a.b", "c"));
  CHECK_FALSE(labels.has("a.b", "d"));
  CHECK(problems.empty());
}

TEST_CASE("a label that is not there is a problem, and its code is never printed") {
  for (const auto& [group, code] : std::vector<std::pair<const char*, const char*>>{
           {"a.b.c", "d"}, {"a.b", "mangler"}, {"ukendt", "kode"}, {"a", "b"}}) {
    base::Problems problems;
    CHECK(plan::Labels(kTree, problems).text(group, code).empty());
    REQUIRE(problems.error_count() == 1);
    CHECK(problems.begin()->code == "plan.ord.mangler");
    CHECK(problems.begin()->arguments.at(1).value == code);
  }
  base::Problems problems;
  CHECK(plan::Labels(kTree, problems).link("mangler").at("tekst") == "");
  CHECK(problems.error_count() == 1);
}

TEST_CASE("numbers have a comma and no needless zeros") {
  CHECK(plan::danish_number(30) == "30");
  CHECK(plan::danish_number(7.5) == "7,5");
  CHECK(plan::danish_number(0.25) == "0,25");
  CHECK(plan::danish_number(0) == "0");
}

}  // namespace
