#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "made_plan.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json json_file(const fs::path& path) {
  std::ifstream in(fs::path(VEJVISER_SOURCE_DIR) / path);
  return json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

/// The codes and keys that must never be read: those of the labels, and the values that the schema allows.
void add_codes(const json& value, std::set<std::string>& codes) {
  if (value.is_object()) {
    for (const auto& [key, below] : value.items()) {
      codes.insert(key);
      for (const json& code : key == "enum" ? below : json::array()) {
        if (code.is_string()) codes.insert(code.get<std::string>());
      }
      add_codes(below, codes);
    }
  } else if (value.is_array()) {
    for (const json& below : value) add_codes(below, codes);
  }
}

void add_texts(const json& value, std::set<std::string>& texts) {
  if (value.is_structured()) {
    for (const json& below : value) add_texts(below, texts);
  } else if (value.is_string()) {
    texts.insert(value.get<std::string>());
  }
}

/// What templates use and do not print.
const std::set<std::string> kUnprinted{"kode",    "id",    "type", "art", "iso",   "url",
                                       "familie", "sprog", "fra",  "til", "start", "slut"};

void add_printed(const json& value, const std::string& key, std::set<std::string>& printed) {
  if (value.is_object()) {
    for (const auto& [name, below] : value.items()) add_printed(below, name, printed);
  } else if (value.is_array()) {
    for (const json& below : value) add_printed(below, key, printed);
  } else if (value.is_string() && !kUnprinted.contains(key)) {
    printed.insert(value.get<std::string>());
  }
}

TEST_CASE("no word of any sample is printed as the code or key that it is kept under") {
  std::set<std::string> codes;
  for (const char* name : {"labels.json", "schema.json"})
    add_codes(json_file(fs::path("generator/kinds/min-plan") / name), codes);
  std::set<std::string> words;  // a few words are their own code: "mentor", "af"
  add_texts(json_file("generator/kinds/min-plan/labels.json"), words);
  std::size_t looked = 0;
  for (const auto& sample : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (sample.path().extension() != ".json") continue;
    const json document = json_file(fs::relative(sample.path(), VEJVISER_SOURCE_DIR));
    std::set<std::string> own;
    add_texts(document, own);
    const auto made = made_plan::from(document.dump());
    for (const char* who : {"borger", "jobcenter", "akasse"}) {
      for (const char* output : {"screen", "print", "pdf"}) {
        std::set<std::string> printed;
        add_printed(made_plan::view(made, made_plan::request(who, output)), "", printed);
        for (const std::string& text : printed) {
          CAPTURE(sample.path().filename().string());
          CAPTURE(text);
          CHECK((!codes.contains(text) || words.contains(text) || own.contains(text)));
          ++looked;
        }
      }
    }
  }
  CHECK(looked > 1000);
}

}  // namespace
