#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "canary_plan.h"
#include "made_plan.h"
#include "plan/min_plan/tables.h"
#include "support/golden.h"

namespace {

using nlohmann::json;
namespace min_plan = plan::min_plan;

const json& view_schema() {
  static const plan::Kinds kinds = plan::Kinds::built_in();
  return kinds.find("min-plan")->schema.json();
}

/// A plan with everything that the element matrix lets its group have.
json full_plan(const min_plan::Maalgruppe& group) {
  json plan = canary::make(view_schema(), group.kode, 2).document;
  for (const auto& element : min_plan::tables().elementer) {
    if (element.kolonner.at(group.kolonne) == min_plan::Adgang::ikke) plan.erase(element.noegle);
  }
  plan["flag"]["jobnetUndtaget"] = false;  // Jobnet's buttons are among what is looked for
  if (!group.krav_fra) plan.erase("kravTilJobsoegning");
  if (group.har_pligt() && group.kolonne != 'C') plan.erase("planbeskrivelse");
  if (!group.har_uddannelsespaalaeg()) plan.erase("kommentarSvar");
  if (group.kolonne != 'D') plan.erase("rehabiliteringsplan");
  if (group.kolonne == 'A' || group.kolonne == 'C') {
    json with_insurer = plan["aftaler"][0];
    with_insurer["aftaletype"] = "akasse";
    plan["aftaler"].push_back(with_insurer);
  }
  return plan;
}

std::string headings(const json& plan, const char* output) {
  std::string line;
  const json page = made_plan::view(made_plan::from(plan.dump()), made_plan::request("borger", output));
  for (const json& section : page.at("afsnit")) {
    line += (line.empty() ? "" : " > ") + section.at("overskrift").get<std::string>();
    if (section.value("harKnap", false)) line += " (" + section.at("knap").at("tekst").get<std::string>() + ")";
  }
  return line;
}

std::string groups() {
  std::string table;
  for (const auto& group : min_plan::tables().maalgrupper) {
    const json plan = full_plan(group);
    table += group.kode + "\n";
    for (const char* output : {"screen", "pdf"}) table += std::string("  ") + output + ": " + headings(plan, output) + "\n";
  }
  return table;
}

/// An effort of a kind with the fields of that kind: `Hvor` or `Hvem`, and hours where it has some.
json effort_of(const min_plan::IndsatsArt& type) {
  json plan = canary::make(view_schema(), "dagpenge", 2).document;
  json effort = plan["indsatser"][0];
  effort["art"] = type.art;
  effort["navn"] = type.art;
  effort.erase(type.har_hvem ? "hvor" : "hvem");
  effort["statusser"][0]["afsluttende"] = false;
  if (type.har_hvem) effort.erase("statusser");
  if (type.timer == min_plan::Timer::ingen) effort["hvad"].erase("timerPrUge");
  plan["indsatser"] = json::array({effort});
  return plan;
}

/// The labels to the left and, in brackets, the labels inside each row.
std::string row_labels(const json& item) {
  std::string line;
  for (const json& row : item.at("raekker")) {
    std::string inside;
    for (const json& block : row.at("blokke")) {
      const std::string text = block.at("tekst");
      const bool is_hours = text.ends_with("timer per uge");
      if (block.at("erEtiket") || is_hours) inside += (inside.empty() ? "" : " ") + (is_hours ? "<timer>" : text);
    }
    line += (line.empty() ? "" : " | ") + row.at("etiket").get<std::string>() + (inside.empty() ? "" : " [" + inside + "]");
  }
  return line;
}

std::string kinds_of_effort() {
  std::string table;
  for (const auto& type : min_plan::tables().indsatser) {
    const json page =
        made_plan::view(made_plan::from(effort_of(type).dump()), made_plan::request("borger", "screen", "2019-12-01"));
    const json section = made_plan::section(page, "indsatser-og-aftaler");
    for (const json& item : section.at("poster")) {
      if (item.at("erIndsats")) table += type.art + ": " + row_labels(item) + "\n";
    }
  }
  return table;
}

TEST_CASE("each group has its elements in the page's order, and each kind of effort its own fields") {
  test_support::check_golden_cases("plan-tables", [](const test_support::GoldenCase& golden) {
    return std::map<std::string, std::string>{{"expect table", golden.name == "grupper" ? groups() : kinds_of_effort()}};
  });
}

}  // namespace
