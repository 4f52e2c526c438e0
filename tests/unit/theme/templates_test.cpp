#include "theme/templates.h"

#include <doctest/doctest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/problem_printer.h"

namespace {

using nlohmann::json;
using Sources = std::map<std::string, base::Source, std::less<>>;

Sources sources(std::initializer_list<std::pair<std::string, std::string>> templates) {
  Sources made;
  for (const auto& [name, text] : templates) made.emplace(name, base::make_source(name + ".mustache", text));
  return made;
}

std::string short_lines(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish);
}

/// The template "side" filled in with one scope; problems stand in the text.
std::string filled(const Sources& templates, const json& view) {
  base::Problems problems;
  const auto set = theme::Templates::parse(templates, problems);
  if (!set) return short_lines(problems);
  const std::array<const json*, 1> scopes{&view};
  const auto html = set->render("side", scopes, problems);
  return html ? html->markup() : short_lines(problems);
}

std::string filled(const std::string& text, const json& view) { return filled(sources({{"side", text}}), view); }

}  // namespace

TEST_CASE("text is escaped, and only a field named Html is not") {
  CHECK(filled("<p title=\"{{a}}\">{{a}}</p>", {{"a", "<b> \"&' </b>"}}) ==
        "<p title=\"&lt;b&gt; &quot;&amp;&#39; &lt;/b&gt;\">&lt;b&gt; &quot;&amp;&#39; &lt;/b&gt;</p>");
  CHECK(filled("{{{tekstHtml}}}{{&tekstHtml}}", {{"tekstHtml", "<b>x</b>"}}) == "<b>x</b><b>x</b>");
  CHECK(filled("{{{tekst}}}", {{"tekst", "<b>x</b>"}}) ==
        "side.mustache:1:1: fejl[theme.skabelon.raa-tekst]: feltet \"tekst\" må ikke skrives uden at blive gjort sikkert\n");
}

TEST_CASE("an address that is a script leads nowhere, whatever its field is called") {
  for (const char* bad :
       {"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//andet.dk/x", "vbscript:x", " javascript:x"}) {
    CAPTURE(bad);
    CHECK(filled("<a href=\"{{a}}\">{{a}}</a>", {{"a", bad}}).starts_with("<a href=\"\">"));
    CHECK(filled("<img src=\"{{a}}\">", {{"a", bad}}) == "<img src=\"\">");
  }
  for (const char* good : {"https://a.dk/?x=1", "../a/b.html#c", "mailto:a@b.dk", "tel:12345678", "#a", "a b.pdf"}) {
    CAPTURE(good);
    CHECK(filled("<a href=\"{{a}}\">", {{"a", good}}) == "<a href=\"" + std::string(good) + "\">");
  }
  CHECK(filled("<a href=\"#{{a}}\" title=\"{{b}}\">", {{"a", "x:y"}, {"b", "data: 7"}}) ==
        "<a href=\"#x:y\" title=\"data: 7\">");
}

TEST_CASE("sections repeat lists, look outwards for names, and pass over what is empty") {
  const json view{{"navn", "Anne"},
                  {"maal", {{{"titel", "A"}}, {{"titel", "B"}}}},
                  {"ingen", json::array()},
                  {"tom", ""},
                  {"nul", nullptr}};
  CHECK(filled("{{#maal}}{{titel}}-{{navn}} {{/maal}}", view) == "A-Anne B-Anne ");
  CHECK(filled("{{#ingen}}x{{/ingen}}{{^ingen}}ingen{{/ingen}}", view) == "ingen");
  CHECK(filled("{{#tom}}x{{/tom}}{{^tom}}tom{{/tom}} {{#nul}}x{{/nul}}{{^nul}}nul{{/nul}}", view) == "tom nul");
  CHECK(filled("{{#liste}}{{.}},{{/liste}}", {{"liste", {"a", 2, 2.5, true}}}) == "a,2,2.5,true,");
}

TEST_CASE("numbers print short") {
  CHECK(filled("{{a}} {{b}} {{c}}", {{"a", 22.404}, {"b", 100.0}, {"c", 0.1 + 0.2}}) == "22.404 100 0.3");
}

TEST_CASE("a line with nothing but sections, comments and partials leaves no empty line") {
  CHECK(filled("<ul>\n{{#liste}}\n  <li>{{.}}</li>\n{{/liste}}\n{{! bemærkning }}\n</ul>\n", {{"liste", {"a", "b"}}}) ==
        "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n");
  CHECK(filled("a\n{{#x}}{{^y}}\nb\n{{/y}}{{/x}}\nc", {{"x", true}, {"y", false}}) == "a\nb\nc");
}

TEST_CASE("a name that is nowhere is a problem with its place and a suggestion, once per tag") {
  const auto text = filled("<h1>\n{{#maal}}{{titl}}{{/maal}}", {{"maal", {{{"titel", "A"}}, {{"titel", "B"}}}}});
  CHECK(text == "side.mustache:2:10: fejl[theme.skabelon.ukendt-felt]: feltet \"titl\" findes ikke her\n");
  CHECK(filled("{{#har}}x{{/har}}", json::object()).find("ukendt-felt") != std::string::npos);
  CHECK(filled("{{borger.navm}}", {{"borger", {{"navn", "Anne"}}}}).find("borger.navm") != std::string::npos);
  CHECK(filled("{{a.b.c}}", {{"a", {{"b", nullptr}}}}).empty());
}

TEST_CASE("a list or object is not text") {
  CHECK(filled("{{a}}", {{"a", json::array({1})}}).find("theme.skabelon.ikke-tekst") != std::string::npos);
}

TEST_CASE("what is wrong in the template itself has its line and column") {
  CHECK(filled("x\n {{navn", {}) ==
        "side.mustache:2:2: fejl[theme.skabelon.tag-uden-slut]: her begynder et felt, der ikke slutter\n");
  CHECK(filled("{{/a}}", {}).starts_with("side.mustache:1:1: fejl[theme.skabelon.afsnit-uden-start]"));
  CHECK(filled("x{{#a}}", {}).starts_with("side.mustache:1:2: fejl[theme.skabelon.afsnit-uden-slut]"));
  CHECK(filled("{{=<% %>=}}", {}).starts_with("side.mustache:1:1: fejl[theme.skabelon.afgraenser]"));
  CHECK(filled("{{#a}}{{/b}}", {}).find("theme.skabelon.afsnit-uden-s") != std::string::npos);
}

TEST_CASE("an unknown partial is a problem where it is named") {
  const auto text = filled(sources({{"side", "{{> blokk}}"}, {"blokke", "x"}}), {});
  CHECK(text ==
        "side.mustache:1:1: fejl[theme.skabelon.ukendt-delskabelon]: der er ingen delskabelon, der hedder \"blokk\"\n");
}

TEST_CASE("partials see the names around them; one that includes itself without end is stopped") {
  CHECK(filled(sources({{"side", "{{#a}}{{> b}}{{/a}}"}, {"b", "[{{x}}]"}}), {{"a", {{{"x", 1}}, {{"x", 2}}}}}) == "[1][2]");
  CHECK(filled(sources({{"side", "{{> side}}"}}), {}).find("theme.skabelon.for-dyb") != std::string::npos);
}

TEST_CASE("sections nested without measure are a problem, not a crash") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "{{#a}}";
  for (int i = 0; i < 200; ++i) text += "{{/a}}";
  CHECK(filled(text, {{"a", true}}).find("theme.skabelon.for-dyb") != std::string::npos);
}

TEST_CASE("odd ends of a template do no harm") {
  for (const char* text : {"{{", "{{{", "{{}}", "{{{}}}", "{{#}}{{/}}", "{", "{{!", "{{>", "}}", "{{ }}"}) {
    CAPTURE(text);
    CHECK_NOTHROW(filled(text, {}));
  }
}
