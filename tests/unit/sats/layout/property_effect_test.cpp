// Every value of the profile has a golden case that it changes: where a case declares it, taking it back changes the pages.
// A value is a word of a property that takes words, or anything else that a property takes, as one.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layout_case.h"
#include "sats/css/property.h"

namespace {

/// A case's markup and style sheet as one text, and where the style sheet begins.
struct CaseText {
  std::string text;
  std::size_t css_begin = 0;
};

std::string pages_of(const CaseText& given, std::size_t grown_by) {
  const auto css_begin = given.css_begin + grown_by;
  const auto laid = layout_case::lay_out(std::string_view(given.text).substr(0, css_begin),
                                         std::string_view(given.text).substr(css_begin));
  return laid.document ? sats::dump(*laid.document) : "";
}

using sats::css::PropertyId;

constexpr int kNoWord = -1;

/// A property with one of its words by number, or with `kNoWord` for whatever else it takes.
struct Shown {
  PropertyId property = 0;
  int word = kNoWord;

  auto operator<=>(const Shown&) const = default;
};

/// Words that mean what their property does without them, and figures that the fonts here begin with.
constexpr std::array<std::string_view, 5> kSameAsInitial{"align-items: stretch", "font-kerning: normal",
                                                         "column-rule-style: hidden", "footnote-policy: line",
                                                         "font-variant-numeric: lining-nums"};

/// What stands for any string in the list of words.
constexpr std::string_view kAnyString = "string";

std::vector<std::string_view> words_of(const sats::css::Property& row) {
  std::vector<std::string_view> words;
  for (const auto part : std::views::split(row.words, ' ')) {
    const std::string_view word(part.begin(), part.end());
    if (!word.empty() && word != kAnyString && word.find('=') == std::string_view::npos) words.push_back(word);
  }
  return words;
}

std::string described(const Shown& shown) {
  const auto& row = sats::css::properties()[shown.property];
  const auto word = shown.word == kNoWord ? "" : words_of(row)[static_cast<std::size_t>(shown.word)];
  return std::string(row.name) + ": " + std::string(word);
}

/// Everything that a case has to show: the first word of each property is what it is without being said.
std::set<Shown> everything_to_show() {
  std::set<Shown> wanted;
  for (std::size_t i = 0; i < sats::css::properties().size(); ++i) {
    const auto id = static_cast<PropertyId>(i);
    const auto count = static_cast<int>(words_of(sats::css::properties()[i]).size());
    if (count == 0) wanted.insert({id, kNoWord});
    for (int word = 1; word < count; ++word) wanted.insert({id, word});
  }
  std::erase_if(wanted, [](const Shown& shown) { return std::ranges::count(kSameAsInitial, described(shown)) > 0; });
  return wanted;
}

/// A declaration in a case: what it sets, and where it ends.
struct Declared {
  std::set<Shown> values;
  std::size_t end = 0;
  bool important = false;
};

/// In markup a quotation mark ends the attribute, in a style sheet it begins a string.
std::vector<Declared> declarations_in(const CaseText& given) {
  static const std::regex in_markup(R"((-?[a-z][a-z-]*)\s*:\s*([^;{}"]+))");
  static const std::regex in_sheet(R"((-?[a-z][a-z-]*)\s*:\s*((?:"[^"]*"|[^;{}"])+))");
  const auto sheet = given.text.begin() + static_cast<std::ptrdiff_t>(given.css_begin);
  std::vector<std::smatch> matches;
  const std::sregex_iterator end;
  matches.insert(matches.end(), std::sregex_iterator(given.text.begin(), sheet, in_markup), end);
  matches.insert(matches.end(), std::sregex_iterator(sheet, given.text.end(), in_sheet), end);
  std::vector<Declared> found;
  for (const auto& match : matches) {
    Declared declared;
    sats::css::ValuePool pool;
    std::string value = match[2];
    if (const auto mark = value.find("!important"); mark != std::string::npos) {
      declared.important = true;
      value.erase(mark);
    }
    sats::css::parse_declaration(
        match[1].str(), sats::css::tokenize(value, pool.texts), pool, [&](PropertyId id, const sats::css::Value& set) {
          const bool is_word = set.kind == sats::css::Value::Kind::keyword && !sats::css::properties()[id].words.empty();
          declared.values.insert({id, is_word ? set.keyword : kNoWord});
        });
    declared.end = static_cast<std::size_t>(match[0].second - given.text.begin());
    if (!declared.values.empty()) found.push_back(std::move(declared));
  }
  return found;
}

/// Takes the values that change this case's pages out of the wanted ones.
void strike_those_with_effect(const test_support::GoldenCase& test, std::set<Shown>& wanted) {
  const auto html = layout_case::part(test, "html");
  const CaseText given{html + layout_case::part(test, "css"), html.size()};
  const auto pages = pages_of(given, 0);
  for (const auto& declared : declarations_in(given)) {
    for (const auto& value : declared.values) {
      if (!wanted.contains(value)) continue;
      const auto name = std::string(sats::css::properties()[value.property].name);
      const auto back = "; " + name + ": initial" + (declared.important ? " !important" : "");
      CaseText changed = given;
      changed.text.insert(declared.end, back);
      if (pages_of(changed, declared.end <= given.css_begin ? back.size() : 0) != pages) wanted.erase(value);
    }
  }
}

}  // namespace

TEST_CASE("every value changes the pages of a golden case") {
  auto wanted = everything_to_show();
  test_support::check_golden_cases("sats-layout", [&](const test_support::GoldenCase& test) {
    strike_those_with_effect(test, wanted);
    auto unchanged = test.parts;
    std::erase_if(unchanged, [](const auto& part) { return !part.first.starts_with("expect "); });
    return unchanged;
  });
  for (const auto& shown : wanted)
    CHECK_MESSAGE(false, "no case of tests/golden/sats-layout shows what this does: ", described(shown));
}
