#include "plan/audience.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "made_plan.h"
#include "plan/min_plan/tables.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using plan::Audience;

TEST_CASE("every kind of effort is either seen or hidden by the table, and the hidden ones are those of D1 §6.1") {
  std::set<std::string> hidden;
  for (const auto& type : plan::min_plan::tables().indsatser) {
    if (type.skjult_for_akasse) hidden.insert(type.art);
  }
  CHECK(hidden == std::set<std::string>{"social-indsats", "sundhedsindsats", "personlig-assistance",
                                        "hjaelpemiddel-ansaettelse", "hjaelpemiddel-fleksjob", "hjaelpemiddel-tilbud"});
}

/// A plan of a recipient of dagpenge with these members beside what it must have.
plan::CheckedPlan plan_with(const json& members) {
  json document =
      json::parse(R"({"type": "min-plan", "version": 1, "maalgruppe": "dagpenge", "borger": {"navn": "Anders Holm"},
    "revision": {"tilstand": "publiceret", "version": 1, "opdateret": "2019-11-21", "opdateretAf": "Nina Pettersen"}})");
  document.update(members, true);
  return made_plan::from(document.dump());
}

TEST_CASE("an effort of an unknown kind is not shown to the a-kasse") {
  const auto made = plan_with(
      {{"indsatser",
        {{{"id", "a"}, {"art", "noget-nyt"}, {"navn", "Nyt"}}, {{"id", "b"}, {"art", "mentor"}, {"navn", "Støtte"}}}}});
  const auto seen = plan::for_audience(made, Audience::akasse);
  REQUIRE(seen.indsatser.size() == 1);
  CHECK(seen.indsatser[0].art == "mentor");
  CHECK(plan::for_audience(made, Audience::borger).indsatser.size() == 2);
}

json agreement(const char* person, bool published = true) {
  return {{"id", "a"},         {"aftaletype", "jobcenter"},    {"dato", "2019-11-07"}, {"start", "14:15"},
          {"form", "telefon"}, {"person", {{"navn", person}}}, {"tekst", "t"},         {"publiceret", published}};
}

TEST_CASE("an unpublished agreement is for the job centre only") {
  const auto made = plan_with({{"aftaler", {agreement("Nina Pettersen"), agreement("Nina Pettersen", false)}}});
  CHECK(plan::for_audience(made, Audience::jobcenter).aftaler.size() == 2);
  CHECK(plan::for_audience(made, Audience::borger).aftaler.size() == 1);
  CHECK(plan::for_audience(made, Audience::akasse).aftaler.size() == 1);
}

TEST_CASE("an agreement with a person of a hidden effort is not shown to the a-kasse") {
  const auto made = plan_with({{"indsatser",
                                {{{"id", "a"},
                                  {"art", "social-indsats"},
                                  {"navn", "Bostøtte"},
                                  {"hvor", {{"moedested", "m"}, {"kontakt", {{{"navn", "Tove Lauritsen"}}}}}}}}},
                               {"aftaler", {agreement("Tove Lauritsen"), agreement("Nina Pettersen")}}});
  const auto seen = plan::for_audience(made, Audience::akasse);
  REQUIRE(seen.aftaler.size() == 1);
  CHECK(seen.aftaler[0].person.navn == "Nina Pettersen");
}

TEST_CASE("minutes and description are for the a-kasse only where it pays dagpenge") {
  for (const auto& [group, shown] : {std::pair{"dagpenge", true},
                                     {"dagpenge-uddannelsespaalaeg", true},
                                     {"sygedagpenge", false},
                                     {"ledighedsydelse", false}}) {
    CAPTURE(group);
    const auto made =
        plan_with({{"maalgruppe", group}, {"planbeskrivelse", "p"}, {"aftaler", {agreement("Nina Pettersen")}}});
    const auto seen = plan::for_audience(made, Audience::akasse);
    CHECK(seen.planbeskrivelse.empty() == !shown);
    REQUIRE(seen.aftaler.size() == 1);
    CHECK(seen.aftaler[0].tekst.empty() == !shown);
  }
}

TEST_CASE("a map goes with its place") {
  json one = agreement("Nina Pettersen");
  one["sted"] = "Psykiatrien i Vejle";
  one["kort"] = "https://kort.example/4711";
  const auto seen = plan::for_audience(plan_with({{"aftaler", {one}}}), Audience::akasse);
  REQUIRE(seen.aftaler.size() == 1);
  CHECK(seen.aftaler[0].sted.empty());
  CHECK(seen.aftaler[0].kort.empty());
}

TEST_CASE("an id that tells is not the anchor of anything the a-kasse sees") {
  json agreements = json::array();
  for (const char* id :
       {"moede-om-genoptraening", "hjaelpemiddel-test", "opfoelgning-bostoette", "laege-samtale", "moede-2"}) {
    json one = agreement("Nina Pettersen");
    one["id"] = id;
    agreements.push_back(one);
  }
  const auto made = plan_with({{"aftaler", agreements}});
  const std::string shown = made_plan::view(made, made_plan::request("akasse", "screen")).dump();
  for (const char* telling : {"genoptraening", "hjaelpemiddel", "bostoette", "laege"}) {
    CAPTURE(telling);
    CHECK(shown.find(telling) == std::string::npos);
  }
  CHECK(shown.find("post-moede-2") != std::string::npos);
  const std::string to_citizen = made_plan::view(made, made_plan::request("borger", "screen")).dump();
  CHECK(to_citizen.find("post-moede-om-genoptraening") != std::string::npos);
}

TEST_CASE("a change about an effort that only the version before has is for the a-kasse as that effort is") {
  const json hidden{{"id", "gone"}, {"art", "social-indsats"}, {"navn", "Støtte"}, {"hvad", {{"titel", "I hverdagen"}}}};
  const json visible{{"id", "course"}, {"art", "mentor"}, {"navn", "Mentor"}, {"hvad", {{"titel", "Mentor"}}}};
  const auto change = [](const char* about, const char* text) {
    return json{{"dato", "2019-11-21"}, {"tekst", text}, {"vedroerer", {about}}};
  };
  auto made =
      plan_with({{"revision", {{"aendringer", {change("gone", "Den er slut."), change("course", "Mentor er slut.")}}}}});
  made.earlier = std::make_shared<const plan::CheckedPlan>(plan_with({{"indsatser", {hidden, visible}}}));
  const auto seen = plan::for_audience(made, Audience::akasse);
  REQUIRE(seen.revision.aendringer.size() == 1);
  CHECK(seen.revision.aendringer[0].tekst == "Mentor er slut.");
  CHECK(plan::for_audience(made, Audience::borger).revision.aendringer.size() == 2);
}

// ---- every sample: nothing of a hidden effort in anything made for the a-kasse

void add_words(std::set<std::string>& words, const json& value) {
  if (value.is_structured()) {
    for (const auto& part : value) add_words(words, part);
  } else if (value.is_string()) {
    std::string word;
    for (const char c : value.get<std::string>() + " ") {
      const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
      if (letter) {
        word += c;
      } else {
        if (word.size() >= 4) words.insert(word);
        word.clear();
      }
    }
  }
}

bool is_hidden(const json& one) {
  const auto* type = plan::min_plan::tables().indsats(one.at("art").get<std::string>());
  return type == nullptr || type->skjult_for_akasse;
}

struct Sample {
  std::string text;
  json hidden = json::array();   ///< Efforts that the a-kasse may not see.
  std::set<std::string> secret;  ///< Their words that stand nowhere else than in texts that speak of them.
};

bool is_about_hidden(const json& change, const json& hidden) {
  const json about = change.value("vedroerer", json::array());
  return std::ranges::any_of(hidden, [&](const json& one) { return std::ranges::find(about, one.at("id")) != about.end(); });
}

/// Words of the hidden efforts that the plan's other efforts, its goals, its people and the labels do not use.
Sample read_sample(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  Sample sample{text.str(), json::array(), {}};
  const json document = json::parse(sample.text);
  std::set<std::string> known{"post"};  // begins every anchor
  add_words(known, json::parse(std::ifstream(fs::path(VEJVISER_SOURCE_DIR) / "generator/kinds/min-plan/labels.json")));
  for (const auto& one : document.value("indsatser", json::array())) {
    if (is_hidden(one)) {
      sample.hidden.push_back(one);
    } else {
      add_words(known, one);
    }
  }
  for (const auto& agreement : document.value("aftaler", json::array())) add_words(known, agreement);
  for (const auto& change : document.at("revision").value("aendringer", json::array())) {
    if (!is_about_hidden(change, sample.hidden)) add_words(known, change.at("tekst"));
  }
  for (const char* key : {"borger", "jobmaal", "maalAftaltMed", "akasseForslag", "kravTilJobsoegning", "andreVeje"}) {
    if (document.contains(key)) add_words(known, document.at(key));
  }
  std::set<std::string> words;
  add_words(words, sample.hidden);
  std::ranges::set_difference(words, known, std::inserter(sample.secret, sample.secret.end()));
  return sample;
}

TEST_CASE("the a-kasse sees every effort of a sample but those of its hidden types, and each has a name") {
  for (const auto& file : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (file.path().extension() != ".json") continue;
    CAPTURE(file.path().filename().string());
    const auto made = made_plan::from(read_sample(file.path()).text);
    std::vector<std::string> allowed;
    for (const auto& one : made.min_plan->indsatser) {
      const std::set<std::string> of_others{"social-indsats", "sundhedsindsats", "personlig-assistance"};
      if (!of_others.contains(one.art) && !one.art.starts_with("hjaelpemiddel-")) allowed.push_back(one.navn);
    }
    std::vector<std::string> seen;
    for (const auto& one : plan::for_audience(made, Audience::akasse).indsatser) seen.push_back(one.navn);
    CHECK(seen == allowed);
  }
}

TEST_CASE("a visible effort whose name tells of a hidden one is shown by the name of its type") {
  const json hidden{
      {"id", "a"}, {"art", "sundhedsindsats"}, {"navn", "Holdtræning"}, {"hvad", {{"titel", "Ryg og balance"}}}};
  const json visible{
      {"id", "b"}, {"art", "mentor"}, {"navn", "Mentor efter genoptræning"}, {"hvad", {{"titel", "Mentor og læge"}}}};
  const auto seen = plan::for_audience(plan_with({{"indsatser", {hidden, visible}}}), Audience::akasse);
  REQUIRE(seen.indsatser.size() == 1);
  CHECK(seen.indsatser[0].navn == "Mentorstøtte");
  CHECK(seen.indsatser[0].hvad.titel.empty());
}

TEST_CASE("a final status that the a-kasse may not read is not said to be missing, and no older one stands in for it") {
  const json visible{{"id", "b"},
                     {"art", "mentor"},
                     {"navn", "Mentor"},
                     {"hvad", {{"titel", "Mentor"}}},
                     {"hvornaar", {{"start", "2019-08-01"}, {"slut", "2019-10-31"}}},
                     {"statusser",
                      {{{"dato", "2019-09-01"}, {"tekst", "Det går godt."}},
                       {{"dato", "2019-10-30"}, {"tekst", "Du er ordblind."}, {"afsluttende", true}}}}};
  const auto made = plan_with({{"indsatser", {visible}}});
  const json shown = made_plan::view(made, made_plan::request("akasse", "screen"));
  const json& effort = shown.at("afsnit").at(0).at("poster").at(0);
  CHECK(effort.at("bemaerkning") == "");
  CHECK(effort.at("raekker").at(0).at("id") == "hvad");
}

TEST_CASE("no sample tells the a-kasse a word of what it may not see") {
  std::size_t with_secrets = 0;
  for (const auto& file : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (file.path().extension() != ".json") continue;
    const Sample sample = read_sample(file.path());
    if (!sample.hidden.empty()) ++with_secrets;
    CAPTURE(file.path().filename().string());
    const auto made = made_plan::from(sample.text);
    for (const char* what : {"screen", "print", "pdf"}) {
      const std::string shown = made_plan::view(made, made_plan::request("akasse", what)).dump();
      std::set<std::string> shown_words;
      add_words(shown_words, json::parse(shown));
      for (const std::string& word : sample.secret) {
        CAPTURE(word);
        CHECK_FALSE(shown_words.contains(word));
      }
      for (const auto& one : sample.hidden) {
        CHECK(shown.find("post-" + one.at("id").get<std::string>()) == std::string::npos);
        CHECK(shown.find(one.at("hvad").at("titel").get<std::string>()) == std::string::npos);
      }
    }
  }
  CHECK(with_secrets >= 2);
}

}  // namespace
