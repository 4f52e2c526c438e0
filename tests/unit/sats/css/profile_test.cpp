#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "sats/css/property.h"

namespace {

/// The document's tables up to a heading: the name in the first column, and the second column.
std::map<std::string, std::string> rows(std::string_view from, std::string_view to) {
  std::ifstream in(std::string(VEJVISER_SOURCE_DIR) + "/generator/sats/PROFILE.md");
  REQUIRE(in);
  std::map<std::string, std::string> found;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line == from) inside = true;
    if (line == to) inside = false;
    if (!inside || !line.starts_with("| `")) continue;
    const auto name_end = line.find('`', 3);
    const auto begin = line.find("| ", name_end) + 2;
    found.emplace(line.substr(3, name_end - 3), line.substr(begin, line.find(" |", begin) - begin));
  }
  return found;
}

std::set<std::string> listed(std::string_view from, std::string_view to) {
  std::set<std::string> names;
  for (const auto& [name, values] : rows(from, to)) names.insert(name);
  return names;
}

/// How a value of a property is read, and whether it means something other than the initial value.
sats::css::ParseOutcome read(const std::string& property, const std::string& value) {
  sats::css::ValuePool pool;
  return sats::css::parse_declaration(property, sats::css::tokenize(value, pool.texts), pool, [](auto, const auto&) {});
}

/// The keywords in a cell of the document: words by themselves, before any explanation in brackets or behind a colon; the
/// words in brackets after "also" are keywords too.
std::vector<std::string> keywords(std::string cell) {
  static const std::regex kind(
      R"(`[^`]*`|\b(a|an|one|two|or|of|with) [^,(]*|names and[^,(]*|pairs of strings|strings|content items|and the like|more after commas)");
  static const std::regex also(R"(\(also ([^)]*)\))");
  static const std::regex aside(R"(\([^)]*\)|:.*)");
  static const std::regex word(R"([a-z][a-z-]*)");
  cell = std::regex_replace(cell, also, " $1 ");
  cell = std::regex_replace(std::regex_replace(cell, aside, " "), kind, " ");
  return {std::sregex_token_iterator(cell.begin(), cell.end(), word), std::sregex_token_iterator()};
}

/// A value for each kind that a cell names in words.
struct Kind {
  std::string_view words;
  std::string_view value;
};
constexpr std::array kKinds{Kind{"a length", "3.5mm"},
                            Kind{"a length", "calc(2em + 1pt)"},
                            Kind{"a percentage", "40%"},
                            Kind{"a colour", "#12345678"},
                            Kind{"a colour", "hsl(120, 50%, 50%)"},
                            Kind{"a number", "3"},
                            Kind{"`url()`", "url(a.png)"},
                            Kind{"`linear-gradient()`", "linear-gradient(to right, red, blue 40%)"},
                            Kind{"`target-counter()`", "target-counter(attr(href), page)"},
                            Kind{"`leader()`", "leader(dotted)"},
                            Kind{"names with numbers", "a 2 b"},
                            Kind{"pairs of strings", R"("a" "b")"}};

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

TEST_CASE("every value that the document lists is read, and no other word is") {
  using sats::css::ParseOutcome;
  int words = 0;
  for (const auto& [name, cell] : rows("## Text and fonts", "## Shorthands")) {
    for (const auto& keyword : keywords(cell)) {
      ++words;
      CHECK_MESSAGE(read(name, keyword) == ParseOutcome::fine, name, ": ", keyword);
    }
    for (const auto& [kind, value] : kKinds) {
      if (cell.find(kind) != std::string::npos && name != "font-weight")
        CHECK_MESSAGE(read(name, std::string(value)) == ParseOutcome::fine, name, ": ", value);
    }
    const bool takes_names = name == "font-family" || name == "page" || name.starts_with("counter-") || name == "string-set";
    if (!takes_names) CHECK_MESSAGE(read(name, "ingen-vaerdi") == ParseOutcome::bad_value, name);
  }
  CHECK(words > 250);
}
