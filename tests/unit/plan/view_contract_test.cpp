#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "made_plan.h"

namespace {

using nlohmann::json;

std::string text_file(const std::string& path) {
  std::ifstream in(std::string(VEJVISER_SOURCE_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The example at the end of VIEW.md.
json example() {
  const std::string text = text_file("generator/plan/VIEW.md");
  const std::size_t begin = text.find("```json") + std::string("```json").size();
  return json::parse(text.substr(begin, text.find("```", begin) - begin));
}

/// Shortened texts of the example end in an ellipsis and are not compared.
bool is_shortened(const json& value) {
  return value.is_string() && value.get_ref<const std::string&>().find("…") != std::string::npos;
}

const json* counterpart(const json& wanted, const json& actual, std::size_t index) {
  if (wanted.is_object() && wanted.contains("id")) {
    for (const json& one : actual) {
      if (one.value("id", "") == wanted.at("id").get<std::string>()) return &one;
    }
    return nullptr;
  }
  return index < actual.size() ? &actual.at(index) : nullptr;
}

void check_shown(const json& wanted, const json& actual, const std::string& where) {
  CAPTURE(where);
  if (is_shortened(wanted)) return;
  REQUIRE(wanted.type_name() == std::string(actual.type_name()));
  if (wanted.is_object()) {
    for (const auto& [key, value] : wanted.items()) {
      if (key == "…") continue;
      CAPTURE(key);
      REQUIRE(actual.contains(key));
      check_shown(value, actual.at(key), where + "/" + key);
    }
  } else if (wanted.is_array()) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const json* found = counterpart(wanted.at(i), actual, i);
      CAPTURE(wanted.at(i).dump());
      REQUIRE(found != nullptr);
      check_shown(wanted.at(i), *found, where + "/" + std::to_string(i));
    }
  } else {
    CHECK(actual == wanted);
  }
}

TEST_CASE("the example in VIEW.md is what the sample gives") {
  const auto made = made_plan::from(text_file("samples/anders-dagpenge.json"));
  check_shown(example(), made_plan::view(made, made_plan::request("borger", "screen")), "");
}

}  // namespace
