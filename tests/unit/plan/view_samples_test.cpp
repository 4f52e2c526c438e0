#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/problem.h"
#include "load/json_document.h"
#include "plan/check.h"
#include "plan/kinds.h"

namespace {

namespace fs = std::filesystem;

const fs::path kSamples = fs::path(VEJVISER_SOURCE_DIR) / "samples";

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> plans_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == ".json") found.push_back(file.path());
  }
  return found;
}

/// The codes of what the check says of a plan on the samples' day.
std::set<std::string> codes_of(const fs::path& path) {
  static const plan::Kinds kinds = plan::Kinds::built_in();
  base::Problems problems;
  auto document = load::load_json(base::make_source(path.filename().string(), text_of(path)), problems);
  REQUIRE(document.has_value());
  plan::check_plan(*std::move(document), {kinds, base::parse_date("2019-11-21").value(), {}}, problems);
  std::set<std::string> codes;
  for (const auto& problem : problems) codes.insert(problem.code);
  return codes;
}

TEST_CASE("nothing is to be said of the samples, but that the smallest has no goal") {
  for (const auto& path : plans_in(kSamples)) {
    CAPTURE(path.filename().string());
    const bool smallest = path.filename() == "lille-plan.json";
    CHECK(codes_of(path) == (smallest ? std::set<std::string>{"min-plan.maal.mangler"} : std::set<std::string>{}));
  }
}

TEST_CASE("the broken samples break what they are meant to break") {
  const std::map<std::string, std::string> meant{{"slut-foer-start.json", "min-plan.indsats.slut-foer-start"},
                                                 {"forkert-noegle.json", "skema.ukendt-noegle"},
                                                 {"akasse-i-forkert-gruppe.json", "min-plan.aftale.akasse-uden-dagpenge"}};
  CHECK(plans_in(kSamples / "fejl").size() == meant.size());
  for (const auto& [name, code] : meant) {
    CAPTURE(name);
    CHECK(codes_of(kSamples / "fejl" / name).contains(code));
  }
}

TEST_CASE("the table of the samples names every one") {
  const std::string readme = text_of(kSamples / "README.md");
  for (const fs::path& folder : {kSamples, kSamples / "fejl"}) {
    for (const auto& path : plans_in(folder)) {
      CAPTURE(path.filename().string());
      CHECK(readme.find("`" + path.filename().string() + "`") != std::string::npos);
    }
  }
}

}  // namespace
