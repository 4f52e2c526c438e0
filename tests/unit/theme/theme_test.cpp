#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/problem_printer.h"
#include "support/golden.h"
#include "theme/load_theme.h"
#include "theme/page_frame.h"
#include "theme/skeleton.h"

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

/// The built-in themes and one more, from files in memory.
theme::ThemeFolders folders_with(const std::string& name, Files files) {
  auto folders = theme::builtin_folders();
  folders[name] = std::make_shared<base::MemoryFileStore>(std::move(files));
  return folders;
}

std::string problems_of(const std::string& name, const theme::ThemeFolders& folders) {
  base::Problems problems;
  const auto loaded = theme::load_theme(name, folders, problems);
  if (!problems.has_errors()) CHECK(loaded.has_value());
  return base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
}

theme::Theme loaded(const std::string& name) {
  base::Problems problems;
  auto made = theme::load_theme(name, theme::builtin_folders(), problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(made);
  REQUIRE(problems.empty());
  return std::move(*made);
}

/// WCAG 2.1 relative luminance of `#rrggbb`.
double luminance(const std::string& colour) {
  const auto channel = [&colour](std::size_t at) {
    const auto value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const theme::Theme& theme, const std::string& a, const std::string& b) {
  const auto one = luminance(theme.settings.tokens.at(a)) + 0.05;
  const auto other = luminance(theme.settings.tokens.at(b)) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

}  // namespace

TEST_CASE("golden: what is wrong with a theme") {
  test_support::check_golden_cases("theme", [](const test_support::GoldenCase& golden) {
    Files files;
    for (const auto& [part, text] : golden.parts) {
      if (!part.starts_with("expect ")) files.emplace(part, text);
    }
    return std::map<std::string, std::string>{{"expect problems", problems_of("mit", folders_with("mit", files))}};
  });
}

TEST_CASE("the built-in themes load without a problem") {
  CHECK(loaded("standard").chain == std::vector<std::string>{"standard"});
  CHECK(loaded("kommune").chain == std::vector<std::string>{"kommune", "standard"});
}

TEST_CASE("a theme takes what it lacks from the one it extends") {
  const auto standard = loaded("standard");
  const auto kommune = loaded("kommune");
  CHECK(kommune.settings.tokens.at("farve-accent") != standard.settings.tokens.at("farve-accent"));
  CHECK(kommune.settings.tokens.at("farve-tekst") == standard.settings.tokens.at("farve-tekst"));
  CHECK(kommune.settings.boxes.size() == standard.settings.boxes.size());
  CHECK(kommune.settings.plan_page.margin_top == standard.settings.plan_page.margin_top);
  CHECK(kommune.settings.plan_page.footer.left == "Jobcenter Nørreby");
  CHECK(kommune.screen_css.find(".sidehoved .afdeling") != std::string::npos);
  CHECK((*kommune.words)["labels"]["sidefod"] != (*standard.words)["labels"]["sidefod"]);
  CHECK((*kommune.words)["labels"]["iDag"] == "I dag");
}

TEST_CASE("print style sheets hold no custom property and no flex or grid") {
  for (const char* name : {"standard", "kommune"}) {
    const auto css = loaded(name).print_css.css;
    for (const char* word : {"var(", "calc(", "flex", "grid", "@import", "clip-path"}) {
      CAPTURE(word);
      CHECK(css.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("text has AA contrast on what it stands on") {
  for (const char* name : {"standard", "kommune"}) {
    const auto theme = loaded(name);
    for (const char* dark :
         {"farve-tekst", "farve-overskrift", "farve-daempet", "farve-accent", "farve-link", "farve-i-gang", "farve-idag"}) {
      for (const char* light : {"farve-papir", "farve-flade", "farve-accent-lys"}) {
        CAPTURE(dark);
        CAPTURE(light);
        CHECK(contrast(theme, dark, light) >= 4.5);
      }
    }
    CHECK(contrast(theme, "farve-paa-accent", "farve-accent") >= 4.5);
    CHECK(contrast(theme, "farve-linje-staerk", "farve-papir") >= 3);
    for (const auto& [token, value] : theme.settings.tokens) {
      if (!token.ends_with("-lys")) continue;
      CAPTURE(token);
      CHECK(contrast(theme, "farve-tekst", token) >= 7);
      CHECK(contrast(theme, token.substr(0, token.size() - 4), token) >= 4.5);
    }
  }
}

/// A colour as a printer without colours gives it back (ITU-R BT.601).
std::string grey(const std::string& colour) {
  const auto channel = [&colour](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  const auto value = static_cast<int>(std::lround(0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5)));
  return fmt::format("#{0:02x}{0:02x}{0:02x}", value);
}

TEST_CASE("text has AA contrast in grey as well, on what it stands on") {
  for (const char* name : {"standard", "kommune"}) {
    auto theme = loaded(name);
    for (auto& [token, value] : theme.settings.tokens) {
      if (token.starts_with("farve-")) value = grey(value);
    }
    for (const auto& [token, value] : theme.settings.tokens) {
      if (!token.ends_with("-lys")) continue;
      CAPTURE(token);
      CHECK(contrast(theme, "farve-tekst", token) >= 7);
      CHECK(contrast(theme, token.substr(0, token.size() - 4), token) >= 4.5);
    }
    for (const char* dark : {"farve-tekst", "farve-daempet", "farve-accent", "farve-link", "farve-i-gang", "farve-idag"}) {
      CAPTURE(dark);
      for (const char* light : {"farve-papir", "farve-flade", "farve-accent-lys"})
        CHECK(contrast(theme, dark, light) >= 4.5);
    }
    CHECK(contrast(theme, "farve-paa-accent", "farve-accent") >= 4.5);
  }
}

TEST_CASE("every kind of effort has an icon of its group, and the groups' icons differ, so that no colour is needed") {
  const auto theme = loaded("standard");
  std::map<std::string, std::string> group_of_icon;
  for (const auto& [kind, group] : theme.settings.items) {
    CAPTURE(kind);
    const auto& icons = (*theme.words)["icon"];
    REQUIRE(icons.contains(group));
    const auto [other, is_new] = group_of_icon.emplace(icons[group]["html"].get<std::string>(), group);
    CHECK(other->second == group);
  }
  CHECK(group_of_icon.size() >= 6);
  std::set<std::string> states;
  for (const char* state : {"kommende", "i-gang", "afsluttet"})
    states.insert((*theme.words)["icon"][state]["html"].get<std::string>());
  CHECK(states.size() == 3);
}

TEST_CASE("assets are sorted and hold the style sheet that pages link to") {
  const auto theme = loaded("standard");
  CHECK(std::is_sorted(theme.assets.begin(), theme.assets.end(),
                       [](const auto& a, const auto& b) { return a.path < b.path; }));
  CHECK(theme::asset(theme, "assets/screen.css") == theme.screen_css);
  CHECK_FALSE(theme::asset(theme, "assets/plan.js").empty());
  CHECK(theme::asset(theme, "assets/ingen.js").empty());
}

TEST_CASE("a new theme works at once") {
  base::Problems problems;
  const auto files = theme::skeleton("mit-tema", problems);
  REQUIRE(files);
  Files held;
  for (const auto& file : *files) held.emplace(file.path, file.bytes);
  CHECK(problems_of("mit-tema", folders_with("mit-tema", held)).empty());
  CHECK_FALSE(theme::skeleton("Mit tema", problems));
  CHECK_FALSE(theme::skeleton("../ud", problems));
  CHECK(problems.error_count() == 2);
}

TEST_CASE("an unknown theme is named with those there are") {
  CHECK(problems_of("komune", theme::builtin_folders()) ==
        "fejl[theme.ukendt]: der er intet tema, der hedder \"komune\"\n"
        "      = rettelse: skriv stien til temaets mappe, eller vælg et af disse: kommune, standard\n"
        "      = rettelse: mente du \"kommune\"?\n");
}

TEST_CASE("themes that extend one another in a circle are a problem at extends") {
  auto folders = folders_with("a", {{"theme.json", R"({"name": "a", "extends": "b"})"}});
  folders["b"] = std::make_shared<base::MemoryFileStore>(Files{{"theme.json", R"({"name": "b", "extends": "a"})"}});
  CHECK(problems_of("a", folders)
            .starts_with("theme.json:1:26: fejl[theme.ring]: temaet \"a\" bygger gennem extends på sig selv\n"));
}
