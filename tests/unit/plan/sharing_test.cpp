#include "plan/sharing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "canary_plan.h"
#include "made_plan.h"
#include "plan/schema/pointer.h"
#include "support/golden.h"

namespace {

using nlohmann::json;
using plan::Sharing;

const plan::Kind& min_plan_kind() {
  static const plan::Kinds kinds = plan::Kinds::built_in();
  return *kinds.find("min-plan");
}

const json& schema() { return min_plan_kind().schema.json(); }

/// Every place of the schema that holds a value and no members, by path; true for those that can hold any text.
void list_leaves(const json& part, const std::string& path, std::map<std::string, bool>& leaves) {
  if (part.contains("$ref"))
    return list_leaves(*plan::find_by_fragment(schema(), part.at("$ref").get<std::string>()), path, leaves);
  if (part.contains("allOf")) return list_leaves(part.at("allOf").at(0), path, leaves);
  if (part.contains("items")) return list_leaves(part.at("items"), path + "[]", leaves);
  if (!part.contains("properties")) {
    const bool is_text = part.at("type") == "string" && !part.contains("enum") && part.value("format", "") != "date" &&
                         part.value("maxLength", 0) != 5;
    leaves.emplace(path, is_text);
    return;
  }
  for (const auto& [key, member] : part.at("properties").items()) {
    list_leaves(member, path.empty() ? key : path + "." + key, leaves);
  }
}

std::map<std::string, bool> leaves() {
  std::map<std::string, bool> found;
  list_leaves(schema(), "", found);
  return found;
}

TEST_CASE("there is a decision for every field of the schema, and for nothing else") {
  const auto decisions = min_plan_kind().sharing->decisions();
  const auto fields = leaves();
  CHECK(fields.size() > 120);
  for (const auto& [path, is_text] : fields) {
    CAPTURE(path);
    CHECK_MESSAGE(decisions.contains(path), "decide in modtagere.json what the a-kasse may know of this field");
  }
  for (const auto& [path, sharing] : decisions) {
    CAPTURE(path);
    CHECK_MESSAGE(fields.contains(path), "modtagere.json decides for a field that the schema does not have");
  }
}

TEST_CASE("no free text is shown to the a-kasse without being looked at") {
  const auto decisions = min_plan_kind().sharing->decisions();
  std::set<std::string> unlooked;
  for (const auto& [path, is_text] : leaves()) {
    if (is_text && decisions.at(path) == Sharing::show) unlooked.insert(path);
  }
  CHECK(unlooked == std::set<std::string>{"borger.navn", "id"});
}

// ---- what is printed for whom, word by word

constexpr std::array kOutputs{"screen", "print", "pdf"};
constexpr std::array kGroups{"dagpenge-uddannelsespaalaeg", "integration-program"};

/// The texts of everything made of a plan for an audience.
std::string shown(const json& document, const char* who) {
  const auto made = made_plan::from(document.dump());
  std::string all;
  for (const char* output : kOutputs) all += made_plan::view(made, made_plan::request(who, output)).dump();
  return all;
}

bool any_stands_in(const std::vector<std::string>& words, const std::string& text) {
  return std::ranges::any_of(words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// By path: the audiences that see a word put there, with the groups in which they do.
std::map<std::string, std::string> readers() {
  std::map<std::string, std::string> readers;
  for (const char* who : {"borger", "jobcenter", "akasse"}) {
    for (const char* group : kGroups) {
      std::set<std::string> seen;
      for (int step = 1; step <= 4; ++step) {
        const auto plan = canary::make(schema(), group, step);
        const std::string text = shown(plan.document, who);
        for (const auto& [path, words] : plan.words) {
          readers.try_emplace(path);
          if (any_stands_in(words, text)) seen.insert(path);
        }
      }
      for (const auto& path : seen) readers[path] += std::string(" ") + who + (group == kGroups[0] ? "" : "*");
    }
  }
  return readers;
}

TEST_CASE("each text of a plan is printed for exactly those who may read it") {
  test_support::check_golden_cases("plan-audience", [](const test_support::GoldenCase&) {
    std::string table;
    for (const auto& [path, who] : readers()) table += path + ":" + (who.empty() ? " -" : who) + "\n";
    return std::map<std::string, std::string>{{"expect readers", table}};
  });
}

TEST_CASE("the decisions are what is done: the citizen reads all that is printed, the a-kasse what it may") {
  const auto decisions = min_plan_kind().sharing->decisions();
  for (const auto& [path, who] : readers()) {
    CAPTURE(path);
    const Sharing sharing = decisions.at(path);
    const bool citizen = who.find(" borger") != std::string::npos;
    const bool insurer = who.find(" akasse") != std::string::npos;
    CHECK(citizen == (sharing != Sharing::internal));
    CHECK(insurer == (sharing != Sharing::internal && sharing != Sharing::hide));
    if (sharing == Sharing::insured) CHECK(who.find("akasse*") == std::string::npos);
  }
}

// ---- a hidden effort, and texts that speak of it

constexpr const char* kSecret = "Genoptræning";

/// A plan with a hidden effort beside the others; its words are apart.
canary::Plan with_hidden_effort() {
  auto plan = canary::make(schema(), "dagpenge-uddannelsespaalaeg", 2);
  canary::Maker maker(schema());
  for (int i = 0; i < 400; ++i) maker.value(json{{"type", "string"}}, "");  // words that the plan has not
  json hidden = maker.value(maker.definition("indsats"), "hidden");
  maker.words.erase("");
  hidden["art"] = "sundhedsindsats";
  hidden["navn"] = kSecret;
  hidden["hvornaar"]["slut"] = "2020-01-31";
  for (json* person : {&hidden["hvad"]["aftaltMed"], &hidden["hvor"]["kontakt"][0], &hidden["hvem"]["kontakt"]}) {
    (*person)["myndighed"] = "institution";
  }
  plan.document["indsatser"].push_back(hidden);
  return {plan.document, maker.words};
}

TEST_CASE("the citizen and the job centre read a hidden effort, the a-kasse no word of it") {
  const auto plan = with_hidden_effort();
  CHECK(plan.words.size() > 20);
  const std::set<std::string> not_printed{"hidden.maalRef[]", "hidden.navn", "hidden.hvad.aftaltMed.telefon",
                                          "hidden.hvad.aftaltMed.email"};
  const std::string borger = shown(plan.document, "borger");
  const std::string jobcenter = shown(plan.document, "jobcenter");
  const std::string akasse = shown(plan.document, "akasse");
  for (const auto& [path, words] : plan.words) {
    CAPTURE(path);
    CHECK(any_stands_in(words, borger) == !not_printed.contains(path));
    CHECK(any_stands_in(words, jobcenter) == !not_printed.contains(path));
    CHECK_FALSE(any_stands_in(words, akasse));
  }
}

/// Every text of a document, by pointer.
void list_texts(const json& value, const std::string& at, std::vector<std::string>& pointers) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) list_texts(member, plan::pointer_to(at, key), pointers);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) list_texts(value[i], at + "/" + std::to_string(i), pointers);
  } else if (value.is_string()) {
    pointers.push_back(at);
  }
}

TEST_CASE("a text that speaks of a hidden effort does not reach the a-kasse, wherever it stands") {
  const json whole = with_hidden_effort().document;
  std::vector<std::string> pointers;
  list_texts(whole, "", pointers);
  std::size_t tried = 0;
  for (const auto& pointer : pointers) {
    const json::json_pointer place(pointer);
    const std::string old = whole.at(place);
    const bool is_free = old.find("Zq") != std::string::npos;
    if (!is_free || pointer == "/id" || pointer == "/borger/navn" || pointer.starts_with("/indsatser/1")) continue;
    CAPTURE(pointer);
    json document = whole;
    const bool is_address = old.starts_with("https");
    const bool is_id = pointer.ends_with("/id");
    document[place] = is_address ? "https://x.dk/?q=genoptr%C3%A6ning+her"
                      : is_id    ? "genoptraening-1"
                                 : "Xy. Om GENOPTRÆNINGEN her.";
    if (is_id) document["indsatser"][1]["navn"] = "genoptraening-1";
    const std::string text = shown(document, "akasse");
    CHECK(text.find("enoptr") == std::string::npos);
    CHECK(text.find("ENOPTR") == std::string::npos);
    CHECK(text.find("Xy. ") == std::string::npos);
    ++tried;
  }
  CHECK(tried > 60);
}

// ---- the table

std::optional<plan::SharingTable> read(const char* text, base::Problems& problems) {
  return plan::SharingTable::read(*load::load_json(base::make_source("modtagere.json", text), problems), problems);
}

TEST_CASE("a decision leaves out the field, what it belongs to, or the element it stands in") {
  base::Problems problems;
  const auto table = read(R"({"stykker": {"hvem": {"navn": "stykke", "tlf": "vis"}},
    "felter": {"a": "vis", "b": "felt", "c": "skjul", "d": "intern", "e": "dagpenge", "f": "@hvem", "g": [{"h": "post", "i": "felt"}], "j": ["post"]}})",
                          problems);
  REQUIRE(table);
  const json document = json::parse(R"({"a": "!", "b": "!", "c": "x", "d": "x", "e": "x", "f": {"navn": "!", "tlf": "1"},
    "g": [{"h": "!", "i": "x"}, {"h": "x", "i": "!"}, 7], "j": ["!", "x"], "ukendt": "x"})");
  const auto shared = [&](plan::Insured insured) {
    return table->shared(document, {.is_telling = [](std::string_view text) { return text == "!"; }, .insured = insured});
  };
  CHECK(shared(plan::Insured::no) == json::parse(R"({"a": "!", "g": [{"h": "x"}], "j": ["x"]})"));
  CHECK(shared(plan::Insured::yes) == json::parse(R"({"a": "!", "e": "x", "g": [{"h": "x"}], "j": ["x"]})"));
}

TEST_CASE("a value of another form than its decision is left out") {
  base::Problems problems;
  const auto table = read(R"({"felter": {"a": {"b": "vis"}, "c": ["vis"], "d": "vis"}})", problems);
  const json document = json::parse(R"({"a": "tekst", "c": {"x": "y"}, "d": {"e": "f"}})");
  CHECK(table->shared(document, {.is_telling = [](std::string_view) { return false; }, .insured = plan::Insured::no}) ==
        json::parse(R"({"d": {"e": "f"}})"));
}

TEST_CASE("what is wrong with a table is said at its place") {
  struct Case {
    const char* text;
    const char* code;
    const char* hint;
  };
  for (const auto& [text, code, hint] :
       {Case{R"({"felter": {"a": "skjull"}})", "plan.modtagere.ukendt-ord", "skjul"},
        Case{R"({"stykker": {"hvem": {}}, "felter": {"a": "@hvemm"}})", "plan.modtagere.ukendt-ord", "@hvem"},
        Case{R"({"felter": {"a": ["vis", "felt"]}})", "plan.modtagere.form", ""},
        Case{R"({"felter": {"a": 7}})", "plan.modtagere.form", ""},
        Case{R"({"a": "vis"})", "plan.modtagere.uden-felter", ""}, Case{R"([])", "plan.modtagere.uden-felter", ""}}) {
    CAPTURE(text);
    base::Problems problems;
    CHECK_FALSE(read(text, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems.begin()->code == code);
    const auto& hints = problems.begin()->hints;
    CHECK((hints.empty() ? std::string() : hints.front().arguments.front().value) == hint);
  }
}

}  // namespace
