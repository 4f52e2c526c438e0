#include "theme/plan_pages.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/problem_printer.h"
#include "theme/load_theme.h"
#include "theme/plan_view.h"

namespace {

using nlohmann::json;

/// A theme with small templates of its own over `standard`, for a kind of plan that only the tests know.
theme::Theme theme_with(const std::map<std::string, std::string, std::less<>>& templates) {
  std::map<std::string, std::string, std::less<>> files{{"theme.json", R"({"name": "proeve"})"}};
  for (const auto& [name, text] : templates) files.emplace("templates/" + name + ".mustache", text);
  auto folders = theme::builtin_folders();
  folders["proeve"] = std::make_shared<base::MemoryFileStore>(std::move(files));
  base::Problems problems;
  auto made = theme::load_theme("proeve", folders, problems);
  INFO(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish));
  REQUIRE(made);
  return std::move(*made);
}

json small_view() {
  return json::parse(R"json({
    "type": "lille", "titel": "Plan", "sprog": "da", "borger": {"navn": "Anne <Kjær>"}, "maalgruppe": {"kode": "dagpenge"},
    "afsnit": [
      {"id": "tid", "overskrift": "Tid", "erKontrakt": false,
       "knap": {"tekst": "FIND JOB", "url": "javascript:alert(1)"},
       "poster": [{"id": "p1", "erIndsats": true, "art": "loentilskud", "titel": "Løntilskud", "raekker": [],
                   "indledning": [{"tekst": "a"}], "efter": []},
                  {"id": "p2", "erIndsats": false, "art": "aftale-jobcenter", "titel": "Aftale", "raekker": [], "indledning": [], "efter": []}],
       "tidslinje": {
  "vindue" : {
    "baner" : 2,
    "maerkebaner" : 1,
    "harIdag" : true,
    "idag" : 95.5,
    "bjaelker" : [ {"id" : "p1", "art" : "loentilskud", "venstre" : 20.5, "bredde" : 30.25, "bane" : 1} ],
    "maerker" : [ {"id" : "p2", "art" : "aftale-jobcenter", "procent" : 12.5, "bane" : 0} ]
  },
             "vinduer" : [ {"bjaelker" : [ {"id" : "p1", "art" : "ukendt", "titel" : "</script><b>"} ]} ]
}
}]
})json");
}

}  // namespace

TEST_CASE("a view gets icons, groups, lanes and harmless links") {
  base::Problems problems;
  const auto theme = theme_with({});
  const auto dressed = theme::dress_view(theme, small_view(), {}, problems);
  const auto& section = dressed["afsnit"][0];
  CHECK(section["knap"]["url"] == "");
  CHECK(section["poster"][0]["gruppe"] == "virksomhed");
  CHECK(section["poster"][0]["ikonHtml"].get<std::string>().starts_with("<svg"));
  CHECK(section["poster"][0]["harIndledning"] == true);
  CHECK(section["poster"][0]["indledningen"] == json{{"blokke", {{{"tekst", "a"}}}}});
  CHECK(section["poster"][1]["harIndledning"] == false);
  const auto& window = section["tidslinje"]["vindue"];
  CHECK(window["banerne"].size() == 2);
  CHECK(window["banerne"][0]["bjaelker"].empty());
  CHECK(window["banerne"][1]["bjaelker"][0]["slut"] == 50.75);
  CHECK(window["maerkebanerne"][0]["maerker"][0]["rest"] == 87.5);
  CHECK(window["idagSidst"] == true);
  CHECK(dressed["uddrag"]["kontrakt"] == json{{"titel", ""}, {"html", ""}});
  CHECK(problems.empty());
}

TEST_CASE("data for the script cannot end its element, and an unknown kind is of the group andet") {
  base::Problems problems;
  const auto theme = theme_with({});
  const auto dressed = theme::dress_view(theme, small_view(), {}, problems);
  const auto data = dressed["afsnit"][0]["tidslinje"]["vinduerHtml"].get<std::string>();
  CHECK(data.find('<') == std::string::npos);
  CHECK(json::parse(data)[0]["bjaelker"][0]["titel"] == "</script><b>");
  CHECK(json::parse(data)[0]["bjaelker"][0]["gruppe"] == "andet");
}

TEST_CASE("the guide texts that a plan wants are named by its group and its efforts") {
  auto view = small_view();
  CHECK(theme::snippet_names(view) ==
        std::vector<std::string>{"lille/indsats/loentilskud", "lille/maalgruppe/dagpenge", "lille/vaer-opmaerksom"});
  view["afsnit"][0]["erKontrakt"] = true;
  CHECK(theme::snippet_names(view).front() == "lille/indsats/loentilskud");
  CHECK(theme::snippet_names(view)[1] == "lille/kontrakt");
}

TEST_CASE("a guide text stands at its effort, with what the plan says escaped") {
  base::Problems problems;
  const auto theme = theme_with({{"lille.pdf", "{{#afsnit}}{{#poster}}{{{hjaelpHtml}}}{{/poster}}{{/afsnit}}"}});
  guide::Node text{guide::Text{"Hej <Anne>"}, {}, {}, {}};
  guide::Snippets snippets{{"lille/indsats/loentilskud", {"", "", {}, {guide::Node{guide::Paragraph{}, {text}, {}, {}}}}}};
  const auto view = small_view();
  const auto document = theme::plan_pdf_document(theme, {view, snippets}, problems);
  REQUIRE(document);
  CHECK(document->html == "<p>Hej &lt;Anne&gt;</p>\n");
  CHECK(document->title == "Plan - Anne <Kjær>");
  CHECK(document->page.margin_top == theme.settings.plan_page.margin_top);
}

TEST_CASE("a screen page links to its style sheet and script, or holds them") {
  base::Problems problems;
  const auto theme = theme_with({{"lille.screen", "{{{side.stilHtml}}}|{{{side.scriptHtml}}}|{{side.titel}}"}});
  const auto view = small_view();
  const auto linked = theme::plan_screen_page(theme, {view, {}}, {.root = "../"}, problems);
  REQUIRE(linked);
  CHECK(linked->markup() ==
        "<link rel=\"stylesheet\" href=\"../assets/screen.css\">|<script src=\"../assets/plan.js\"></script>|Plan - Anne "
        "&lt;Kjær&gt;");
  const auto inlined = theme::plan_screen_page(theme, {view, {}}, {.assets = theme::Assets::inlined}, problems);
  REQUIRE(inlined);
  CHECK(inlined->markup().starts_with("<style>\n:root {"));
  CHECK(inlined->markup().find("\"use strict\"") != std::string::npos);
}

TEST_CASE("a kind of plan without a template is a problem that names it") {
  base::Problems problems;
  const auto theme = theme_with({});
  const auto view = small_view();
  CHECK_FALSE(theme::plan_pdf_document(theme, {view, {}}, problems));
  CHECK(base::print_problems(problems, base::ProblemFormat::short_form, base::Language::english) ==
        "error[theme.skabelon.mangler]: the theme has no template named lille.pdf\n");
}

TEST_CASE("the same plan gives the same bytes") {
  base::Problems problems;
  const auto theme = theme_with({{"lille.print", "{{#afsnit}}{{#poster}}{{titel}}{{gruppe}}{{/poster}}{{/afsnit}}"}});
  const auto view = small_view();
  const auto one = theme::plan_print_document(theme, {view, {}}, problems);
  const auto other = theme::plan_print_document(theme, {view, {}}, problems);
  REQUIRE(one);
  REQUIRE(other);
  CHECK(one->html == other->html);
}
