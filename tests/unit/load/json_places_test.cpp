#include "load/json_places.h"

#include <doctest/doctest.h>

#include <chrono>

namespace {

load::JsonPlaces places_in(const std::string& text) {
  return {base::make_source("plan.json", text), {0, static_cast<std::uint32_t>(text.size())}};
}

std::string text_of(const base::Span& span) { return span.source->text.substr(span.begin, span.end - span.begin); }

}  // namespace

TEST_CASE("a pointer finds its value and its key") {
  auto places = places_in(R"({"type": "min-plan", "indsatser": [{"id": "a"}, {"id": "b", "hvad": {"timer": 30}}]})");
  CHECK(text_of(places.locate("/type").value) == "\"min-plan\"");
  CHECK(text_of(*places.locate("/type").key) == "\"type\"");
  CHECK(text_of(places.locate("/indsatser/1/hvad/timer").value) == "30");
  CHECK(text_of(places.locate("/indsatser/0").value) == R"({"id": "a"})");
  CHECK(!places.locate("/indsatser/0").key);
  CHECK(places.locate("").value.begin == 0);
}

TEST_CASE("a pointer to what is not there finds the nearest that is") {
  auto places = places_in(R"({"hvor": {"kontakt": []}})");
  CHECK(text_of(*places.locate("/hvor/moedested").key) == "\"hvor\"");
  CHECK(text_of(*places.locate("/hvor/kontakt/7/navn").key) == "\"kontakt\"");
  CHECK(text_of(places.locate("/x/y").value).starts_with("{"));
}

TEST_CASE("keys are compared as text, whatever their escapes") {
  auto places = places_in(R"({"a\/b": 1, "sm\u00f8r": 2, "m~n": 3, "": 4})");
  CHECK(text_of(places.locate("/a~1b").value) == "1");
  CHECK(text_of(places.locate("/smør").value) == "2");
  CHECK(text_of(places.locate("/m~0n").value) == "3");
  CHECK(text_of(places.locate("/").value) == "4");
}

TEST_CASE("of an object behind a key only the key is marked") {
  auto places = places_in(R"({"hvad": {"titel": "svejser"}, "liste": [{}]})");
  CHECK(text_of(places.mark("/hvad")) == "\"hvad\"");
  CHECK(text_of(places.mark("/hvad/titel")) == "\"svejser\"");
  CHECK(text_of(places.mark("/liste/0")) == "{}");
}

TEST_CASE("places are found in texts that are no JSON, too") {
  for (const auto* text : {"", "]", "{\"a\":", "[1,,2", R"({"a" "b"})", "}{", "\"a"}) {
    auto places = places_in(text);
    CHECK(places.locate("/a/0").value.end <= std::string(text).size());
  }
}

TEST_CASE("every repeated key is found with its first place") {
  auto places = places_in(R"({"a": 1, "b": {"c": 1, "c": 2}, "a": 3})");
  const auto repeated = places.repeated_keys(10);
  REQUIRE(repeated.size() == 2);
  CHECK(text_of(repeated[0].again) == "\"c\"");
  CHECK(text_of(repeated[1].again) == "\"a\"");
  CHECK(repeated[1].first.begin == 1);
}

TEST_CASE("many places in a large file are found in linear time") {
  std::string text = "{\"liste\": [";
  constexpr std::size_t kCount = 100'000;
  for (std::size_t i = 0; i < kCount; ++i) text += R"({"a": 1, "b": 2},)";
  text.back() = ']';
  auto places = places_in(text + "}");
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < kCount; ++i) CHECK_FALSE(places.locate("/liste/" + std::to_string(i) + "/b").value.begin == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}
