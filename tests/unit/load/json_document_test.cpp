#include "load/json_document.h"

#include <doctest/doctest.h>

#include <string>

#include "base/problem_printer.h"
#include "support/golden.h"

namespace {

std::string long_text(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
}

/// The code of the only problem of a text that is refused.
std::string refused(std::string text) {
  base::Problems problems;
  const auto document = load::load_json(base::make_source("plan.json", std::move(text)), problems);
  CHECK(!document);
  REQUIRE(problems.size() == 1);
  return problems.begin()->code;
}

}  // namespace

TEST_CASE("what is not JSON is explained word for word") {
  test_support::check_golden_cases("load-json", [](const test_support::GoldenCase& golden) {
    auto text = golden.parts.at("plan.json");
    if (text.ends_with('\n')) text.pop_back();
    base::Problems problems;
    const auto document = load::load_json(base::make_source("plan.json", text), problems);
    CHECK(!document);
    return std::map<std::string, std::string>{{"expect problems", long_text(problems)}};
  });
}

TEST_CASE("values are read as they are written, with or without a byte order mark") {
  base::Problems problems;
  const std::string text = R"({"a": [1, -2.5, 1e3, true, null, "æ\u00f8\n"], "b": {"": 18446744073709551615}})";
  for (const auto& written : {text, "\xEF\xBB\xBF" + text}) {
    const auto document = load::load_json(base::make_source("plan.json", written), problems);
    REQUIRE(document);
    CHECK(document->value == nlohmann::json::parse(text));
  }
  CHECK(problems.empty());
}

TEST_CASE("bytes that are no text are refused before anything else") {
  CHECK(refused("") == "json.tom");
  CHECK(refused("\xEF\xBB\xBF \n") == "json.tom");
  CHECK(refused(std::string("{\"a\": \"\0\"}", 10)) == "json.nul-byte");
  CHECK(refused("{\"a\": \"bl\xE5\"}") == "json.ikke-utf8");
  CHECK(refused(std::string("\xFF\xFE{\0}\0", 6)) == "json.utf16");
}

TEST_CASE("ten thousand nested lists are refused where the limit is passed") {
  base::Problems problems;
  CHECK(!load::load_json(base::make_source("plan.json", std::string(10'000, '[')), problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "json.for-dybt");
  CHECK(problems.begin()->where->begin == load::kJsonDepthLimit);
  CHECK(refused(std::string(1'000'000, '[') + std::string(1'000'000, ']')) == "json.for-dybt");
}

TEST_CASE("as many levels as the limit allows are read") {
  base::Problems problems;
  const auto text = std::string(load::kJsonDepthLimit, '[') + std::string(load::kJsonDepthLimit, ']');
  CHECK(load::load_json(base::make_source("plan.json", text), problems));
}

TEST_CASE("more values than a document may hold are refused") {
  std::string text = "[0";
  for (std::size_t i = 0; i < load::kJsonValueLimit; ++i) text += ",0";
  CHECK(refused(text + "]") == "json.for-mange-vaerdier");
}

TEST_CASE("a problem in a line of an NDJSON file shows that line") {
  const auto source = base::make_source("natten.ndjson", "\xEF\xBB\xBF{\"a\": 1}\r\n\n  \n{\"a\": 2}\n{\"a\" 3}\n");
  const auto lines = load::ndjson_lines(source->text);
  REQUIRE(lines.size() == 3);
  base::Problems problems;
  CHECK(load::load_json(source, lines[0], problems)->value.at("a") == 1);
  CHECK(load::load_json(source, lines[1], problems)->value.at("a") == 2);
  CHECK(!load::load_json(source, lines[2], problems));
  CHECK(long_text(problems) ==
        "natten.ndjson:5:2: fejl[json.syntaks.mangler-kolon]: efter nøglen \"a\" mangler der et kolon\n"
        "    5 | {\"a\" 3}\n"
        "      |  ^^^\n"
        "      = rettelse: skriv \"a\": og så værdien\n");
}

TEST_CASE("NDJSON is known by the file's name") {
  CHECK(load::is_ndjson("planer/natten.ndjson"));
  CHECK(load::is_ndjson("natten.jsonl"));
  CHECK(!load::is_ndjson("plan.json"));
}
