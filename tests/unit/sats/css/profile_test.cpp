#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

#include "sats/css/property.h"

namespace {

/// The names in the first column of the document's tables, up to a heading.
std::set<std::string> listed(std::string_view from, std::string_view to) {
  std::ifstream in(std::string(VEJVISER_SOURCE_DIR) + "/generator/sats/PROFILE.md");
  REQUIRE(in);
  std::set<std::string> names;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line == from) inside = true;
    if (line == to) inside = false;
    if (!inside || !line.starts_with("| `")) continue;
    names.insert(line.substr(3, line.find('`', 3) - 3));
  }
  return names;
}

}  // namespace

TEST_CASE("the profile's document lists every property, and nothing else") {
  const auto documented = listed("## Text and fonts", "## Shorthands");
  std::set<std::string> known;
  for (const auto& row : sats::css::properties()) known.emplace(row.name);
  for (const auto& name : known) CHECK_MESSAGE(documented.contains(name), "not in PROFILE.md: ", name);
  for (const auto& name : documented) CHECK_MESSAGE(known.contains(name), "not in the program: ", name);
}

TEST_CASE("the profile's document lists every shorthand, and nothing else") {
  const auto documented = listed("## Shorthands", "## Selectors");
  std::set<std::string> known;
  for (const auto name : sats::css::shorthand_names()) known.emplace(name);
  CHECK(documented == known);
}

TEST_CASE("every listed property takes what all properties take") {
  for (const auto& row : sats::css::properties()) {
    for (const auto* word : {"inherit", "initial", "unset", "var(--x)"}) {
      sats::css::ValuePool pool;
      const auto tokens = sats::css::tokenize(word, pool.texts);
      int set = 0;
      const auto outcome = sats::css::parse_declaration(row.name, tokens, pool,
                                                        [&set](sats::css::PropertyId, const sats::css::Value&) { ++set; });
      CHECK_MESSAGE(outcome == sats::css::ParseOutcome::fine, row.name, ": ", word);
      CHECK(set == 1);
    }
  }
}
