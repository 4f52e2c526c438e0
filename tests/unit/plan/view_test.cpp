#include "plan/view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "made_plan.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::vector<fs::path> samples() {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (file.path().extension() == ".json") found.push_back(file.path());
  }
  return found;
}

plan::CheckedPlan read(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return made_plan::from(text.str());
}

std::vector<std::string> ids(const json& list) {
  std::vector<std::string> found;
  for (const auto& one : list) found.push_back(one.at("id"));
  return found;
}

std::vector<std::string> shown_in(const json& window) {
  auto all = ids(window.at("bjaelker"));
  for (auto& id : ids(window.at("maerker"))) all.push_back(std::move(id));
  std::ranges::sort(all);
  return all;
}

TEST_CASE("the timeline and the list hold the same items, in every sample and every window") {
  for (const auto& path : samples()) {
    CAPTURE(path.filename().string());
    const json page = made_plan::view(read(path), made_plan::request("borger", "screen"));
    const json section = made_plan::section(page, "indsatser-og-aftaler");
    std::vector<std::string> listed;
    for (const auto& item : section.at("poster")) {
      if (item.at("iVindue")) listed.push_back(item.at("id"));
    }
    std::ranges::sort(listed);
    CHECK(listed == shown_in(section.at("tidslinje").at("vindue")));
    std::set<std::string> stepped;
    for (const auto& window : section.at("tidslinje").at("vinduer")) {
      for (auto& id : shown_in(window)) stepped.insert(std::move(id));
    }
    const auto all = ids(section.at("poster"));
    CHECK(stepped == std::set<std::string>(all.begin(), all.end()));
  }
}

TEST_CASE("paper lists what its timeline draws and nothing else, and says how much the plan holds besides") {
  for (const auto& path : samples()) {
    CAPTURE(path.filename().string());
    const auto made = read(path);
    const json screen =
        made_plan::section(made_plan::view(made, made_plan::request("borger", "screen")), "indsatser-og-aftaler");
    const json paper =
        made_plan::section(made_plan::view(made, made_plan::request("borger", "print")), "indsatser-og-aftaler");
    auto listed = ids(paper.at("poster"));
    std::vector<std::string> in_window;
    for (const auto& item : screen.at("poster")) {
      if (item.at("iVindue")) in_window.push_back(item.at("id"));
    }
    CHECK(listed == in_window);
    std::ranges::sort(listed);
    CHECK(listed == shown_in(paper.at("tidslinje").at("vindue")));
    CHECK(paper.at("udenfor").at("harPoster") == (screen.at("poster").size() > listed.size()));
    CHECK_FALSE(screen.at("udenfor").at("harPoster"));
  }
}

TEST_CASE("paper counts what lies before and after its window") {
  const json page =
      made_plan::view(read(fs::path(VEJVISER_SOURCE_DIR) / "samples/lang-plan.json"), made_plan::request("borger", "print"));
  const json outside = made_plan::section(page, "indsatser-og-aftaler").at("udenfor");
  CHECK(outside.at("tekst") == "Planen har også 50 aftaler og 34 indsatser før denne periode og 3 aftaler efter den.");
  CHECK(outside.at("hvor") == "Du kan se det hele i planen på skærmen. Det, der er aktuelt nu, står også i planens PDF.");
}

TEST_CASE("the list is in order of start date, and so are the bars") {
  for (const auto& path : samples()) {
    const json page = made_plan::view(read(path), made_plan::request("borger", "print"));
    std::string before;
    const auto section = made_plan::section(page, "indsatser-og-aftaler");
    for (const auto& item : section.at("poster")) {
      CHECK(before <= item.at("start").get<std::string>());
      before = item.at("start");
    }
  }
}

TEST_CASE("the default window is among those that can be stepped to, once for each length") {
  const json page = made_plan::view(read(samples().front()), made_plan::request("borger", "screen"));
  const json timeline = made_plan::section(page, "indsatser-og-aftaler").at("tidslinje");
  std::set<int> lengths;
  for (const auto& window : timeline.at("vinduer")) {
    if (window.at("trin") == 0) lengths.insert(window.at("maaneder").get<int>());
    if (window.at("trin") == 0 && window.at("maaneder") == 6) CHECK(window == timeline.at("vindue"));
  }
  CHECK(lengths == std::set<int>{3, 6, 12});
}

TEST_CASE("only the screen carries the windows, and the PDF has no timeline") {
  const auto made = read(samples().front());
  const json paper = made_plan::view(made, made_plan::request("borger", "print"));
  CHECK(made_plan::section(paper, "indsatser-og-aftaler").at("tidslinje").at("vinduer").empty());
  const json pdf = made_plan::view(made, made_plan::request("borger", "pdf"));
  CHECK(made_plan::section(pdf, "indsatser-og-aftaler").is_null());
  CHECK(pdf.dump().find("tidslinje\":") == std::string::npos);
}

TEST_CASE("anchors are unique in a page, also when an effort and an agreement share an id") {
  const auto made = made_plan::from(R"({"type": "min-plan", "version": 1, "maalgruppe": "dagpenge", "borger": {"navn": "A"},
    "revision": {"tilstand": "publiceret", "version": 1, "opdateret": "2019-11-21", "opdateretAf": "N"},
    "kravTilJobsoegning": [{"myndighed": "akasse", "jobomraader": ["a"], "steder": ["b"], "fra": "2019-01-01"},
                           {"myndighed": "akasse", "jobomraader": ["a"], "steder": ["b"], "fra": "2019-02-01"}],
    "indsatser": [{"id": "x", "art": "mentor", "navn": "M", "hvad": {"titel": "t", "beskrivelse": "b", "aftaltMed": {"navn": "N"}},
                   "hvornaar": {"start": "2019-01-01", "slut": "2019-12-31"}, "hvorfor": "h"}],
    "aftaler": [{"id": "x", "aftaletype": "jobcenter", "dato": "2019-11-01", "start": "09:00", "form": "telefon",
                 "person": {"navn": "N"}, "tekst": "t", "publiceret": true}]})");
  const auto found =
      ids(made_plan::section(made_plan::view(made, made_plan::request("borger", "screen")), "indsatser-og-aftaler")
              .at("poster"));
  CHECK(std::set<std::string>(found.begin(), found.end()).size() == 4);
}

TEST_CASE("the same request gives the same bytes") {
  for (const auto& path : samples()) {
    const auto made = read(path);
    const auto request = made_plan::request("borger", "screen");
    CHECK(made_plan::view(made, request).dump() == made_plan::view(made, request).dump());
  }
}

TEST_CASE("every section says what it is with one true word, and has all the others as false") {
  for (const auto& path : samples()) {
    const json page = made_plan::view(read(path), made_plan::request("jobcenter", "screen"));
    for (const auto& section : page.at("afsnit")) {
      int yes = 0;
      int all = 0;
      for (const auto& [key, value] : section.items()) {
        if (!key.starts_with("er") || key.starts_with("erTrin")) continue;
        ++all;
        if (value == true) ++yes;
      }
      CHECK(all == 12);
      CHECK(yes == 1);
    }
  }
}

TEST_CASE("text is passed on as it is: escaping is the theme's") {
  auto made = made_plan::from(R"({"type": "min-plan", "version": 1, "maalgruppe": "fleksjob", "borger": {"navn": "A"},
    "revision": {"tilstand": "publiceret", "version": 1, "opdateret": "2019-11-21", "opdateretAf": "N"},
    "planbeskrivelse": "<script>alert(1)</script> & {{borger.navn}}"})");
  const json page = made_plan::view(made, made_plan::request("borger", "pdf"));
  CHECK(made_plan::section(page, "planbeskrivelse").at("blokke").at(0).at("tekst") ==
        "<script>alert(1)</script> & {{borger.navn}}");
}

TEST_CASE("a plan that is all bars does not make a page without end") {
  json document = json::parse(R"({"type": "min-plan", "version": 1, "maalgruppe": "fleksjob", "borger": {"navn": "A"},
    "revision": {"tilstand": "publiceret", "version": 1, "opdateret": "2019-11-21", "opdateretAf": "N"}, "indsatser": []})");
  for (int i = 0; i < 1000; ++i) {
    document["indsatser"].push_back({{"id", std::to_string(i)},
                                     {"art", "mentor"},
                                     {"navn", "M"},
                                     {"hvad", {{"titel", "t"}, {"beskrivelse", "b"}, {"aftaltMed", {{"navn", "N"}}}}},
                                     {"hvornaar", {{"start", "0001-01-01"}, {"slut", "9999-12-31"}}},
                                     {"hvorfor", "h"}});
  }
  const json page = made_plan::view(made_plan::from(document.dump()), made_plan::request("borger", "screen"));
  const json section = made_plan::section(page, "indsatser-og-aftaler");
  const json& windows = section.at("tidslinje").at("vinduer");
  CHECK(windows.size() >= 3);
  CHECK(windows.size() <= 33);
}

}  // namespace
