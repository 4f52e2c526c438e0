#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "made_plan.h"
#include "plan/changes/changes_view.h"
#include "support/golden.h"

namespace {

using nlohmann::json;

std::string words(const json& object, const char* key) { return object.at(key).get<std::string>(); }

/// One side of a row: its lines, those that the other side lacks with a mark.
std::string lines(const json& side, const char* mark) {
  std::string out;
  for (const json& line : side)
    out += std::string("      ") + (line.at("erAendret").get<bool>() ? mark : " ") + " " + words(line, "tekst") + "\n";
  return out;
}

std::string item(const json& one) {
  std::string out = words(one, "maerke") + ": " + words(one, "titel");
  if (!words(one, "undertitel").empty()) out += " | " + words(one, "undertitel");
  if (!words(one, "anker").empty()) out += " #" + words(one, "anker");
  out += "\n";
  if (!words(one, "hedFoer").empty()) out += "  " + words(one, "hedFoer") + "\n";
  for (const json& row : one.at("raekker")) {
    if (!words(row, "etiket").empty()) out += "    " + words(row, "etiket") + "\n";
    out += lines(row.at("foer"), "-") + lines(row.at("nu"), "+");
  }
  return out;
}

std::string changes_outline(const json& view) {
  if (view.is_null()) return "(intet nyt)\n";
  std::string out =
      words(view, "titel") + " | " + words(view.at("borger"), "navn") + " | " + words(view.at("udgave"), "tekst") + "\n";
  for (const json& change : view.at("aendringer").at("poster"))
    out += "nyt " + words(change.at("dato"), "kort") + ": " + words(change, "tekst") + "\n";
  const json& comparison = view.at("sammenligning");
  if (!comparison.at("harUdgave").get<bool>()) return out;
  out += "== " + words(comparison, "overskrift") + "\n";
  if (!comparison.at("harPoster").get<bool>()) out += words(comparison, "ingen") + "\n";
  for (const json& one : comparison.at("poster")) out += item(one);
  return out;
}

std::map<std::string, std::string> run(const test_support::GoldenCase& golden) {
  auto plan = made_plan::from(golden.parts.at("plan.json"));
  if (golden.parts.contains("earlier.json"))
    plan.earlier = std::make_shared<const plan::CheckedPlan>(made_plan::from(golden.parts.at("earlier.json")));
  std::map<std::string, std::string> made;
  for (const char* audience : {"borger", "jobcenter", "akasse"}) {
    if (!golden.parts.contains(std::string("expect ") + audience)) continue;
    base::Problems problems;
    made[std::string("expect ") + audience] =
        changes_outline(plan::changes_view(plan, made_plan::request(audience, "screen"), problems));
    CHECK(problems.empty());
  }
  return made;
}

TEST_CASE("the page of what is new tells what differs from the version before, as its audience may know it") {
  test_support::check_golden_cases("plan-changes", run);
}

}  // namespace
