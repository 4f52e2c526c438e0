// Every property of the profile has a golden case that it changes: where a case declares it, taking it back changes the
// pages.

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
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

/// A declaration in a case: the properties that it sets, and where it ends.
struct Declared {
  std::set<sats::css::PropertyId> properties;
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
    sats::css::parse_declaration(match[1].str(), sats::css::tokenize(value, pool.texts), pool,
                                 [&](sats::css::PropertyId id, const auto&) { declared.properties.insert(id); });
    declared.end = static_cast<std::size_t>(match[0].second - given.text.begin());
    if (!declared.properties.empty()) found.push_back(std::move(declared));
  }
  return found;
}

/// Takes the properties that change this case's pages out of the wanted ones.
void strike_those_with_effect(const test_support::GoldenCase& test, std::set<sats::css::PropertyId>& wanted) {
  const auto html = layout_case::part(test, "html");
  const CaseText given{html + layout_case::part(test, "css"), html.size()};
  const auto pages = pages_of(given, 0);
  for (const auto& declared : declarations_in(given)) {
    for (const auto id : declared.properties) {
      if (!wanted.contains(id)) continue;
      const auto back =
          "; " + std::string(sats::css::properties()[id].name) + ": initial" + (declared.important ? " !important" : "");
      CaseText changed = given;
      changed.text.insert(declared.end, back);
      if (pages_of(changed, declared.end <= given.css_begin ? back.size() : 0) != pages) wanted.erase(id);
    }
  }
}

}  // namespace

TEST_CASE("every property changes the pages of a golden case") {
  std::set<sats::css::PropertyId> wanted;
  for (std::size_t i = 0; i < sats::css::properties().size(); ++i) wanted.insert(static_cast<sats::css::PropertyId>(i));
  test_support::check_golden_cases("sats-layout", [&](const test_support::GoldenCase& test) {
    strike_those_with_effect(test, wanted);
    auto unchanged = test.parts;
    std::erase_if(unchanged, [](const auto& part) { return !part.first.starts_with("expect "); });
    return unchanged;
  });
  for (const auto id : wanted) {
    const auto name = sats::css::properties()[id].name;
    CHECK_MESSAGE(false, "no case of tests/golden/sats-layout shows what ", name, " does");
  }
}
