#include "sats/css/rule_set.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"
#include "sats/style/styled_tree.h"

namespace {

/// The style of the first element with id `x`.
struct Styled {
  std::shared_ptr<const sats::css::RuleSet> rules;
  base::Problems problems;
  std::optional<sats::html::Tree> tree;
  sats::style::StyledTree styled;

  Styled(std::string_view html, std::string_view css) {
    const std::vector<base::Stylesheet> sheets{{"t.css", std::string(css)}};
    rules = sats::css::compile(sheets);
    tree = sats::html::parse("t.html", html, {}, problems);
    styled = sats::style::compute_styles(*tree, *rules, {600, 800, "da"}, problems);
  }
  const sats::style::ComputedStyle& operator*() const {
    for (std::uint32_t i = 0; i < tree->nodes.size(); ++i) {
      if (tree->attribute(i, "id") == "x") return styled.style(i);
    }
    return styled.styles[0];
  }
  const sats::style::ComputedStyle* operator->() const { return &**this; }
};

}  // namespace

TEST_CASE("sats' own style sheet has no problems") { CHECK(sats::css::compile({}).get()->problems.empty()); }

TEST_CASE("lengths become points") {
  const Styled style(
      "<p id=x>",
      "#x { width: 10mm; height: 2em; margin: 1in 96px 1cm 12pt; padding-left: calc(10% + 2rem - 3pt); font-size: 20px }");
  CHECK(style->width.points == doctest::Approx(28.35).epsilon(0.001));
  CHECK(style->height.points == doctest::Approx(30));
  CHECK(style->margin_top.points == 72);
  CHECK(style->margin_right.points == 72);
  CHECK(style->margin_bottom.points == doctest::Approx(28.35).epsilon(0.001));
  CHECK(style->margin_left.points == 12);
  CHECK(style->padding_left.points == 21);
  CHECK(style->padding_left.percent == doctest::Approx(0.1));
}

TEST_CASE("shorthands set their longhands") {
  const Styled style("<p id=x>",
                     "#x { border: 2pt dashed #0f0; border-left: none; font: italic bold 9pt/1.5 Lato, serif; flex: 2; "
                     "background: #abc; list-style: square inside }");
  CHECK(style->border_top_width.points == 2);
  CHECK(style->border_top_style == sats::style::BorderStyle::dashed);
  CHECK(style->border_left_width.points == 0);
  CHECK(style->border_top_color == sats::css::Colour{0, 255, 0, 255, false});
  CHECK(style->font_style == sats::style::FontStyle::italic);
  CHECK(style->font_weight == 700);
  CHECK(style->font_size == 9);
  CHECK(style->line_height.value == 1.5F);
  REQUIRE(style->font_family != nullptr);
  CHECK(style->font_family->names.size() == 2);
  CHECK(style->flex_grow == 2);
  CHECK(style->background_color.blue == 0xCC);
  CHECK(style->list_style_type == sats::style::ListStyleType::square);
}

TEST_CASE("the cascade: specificity, order, importance, inheritance") {
  const Styled style("<div style='color: blue'><p id=x class=a style='margin-left: 3pt'>",
                     "p.a { margin-left: 1pt; width: 5pt } #x { width: 6pt } p { width: 7pt !important; border: 1pt solid; "
                     "border-color: inherit } .a { height: initial }");
  CHECK(style->margin_left.points == 3);
  CHECK(style->width.points == 7);
  CHECK(style->color == sats::css::Colour{0, 0, 255, 255, false});
}

TEST_CASE("custom properties are filled in where they are used") {
  const Styled style("<div style='--b: 5pt'><p id=x>",
                     ":root { --a: calc(var(--b) * 2); --b: 1pt } p { margin-left: var(--b); width: var(--a); height: "
                     "var(--c, 9pt); padding: var(--d) }");
  CHECK(style->margin_left.points == 5);
  CHECK(style->height.points == 9);
  CHECK(style->padding_left.points == 0);
}

TEST_CASE("variables that refer to each other in a circle are nothing") {
  const Styled style("<p id=x>", ":root { --a: var(--b) var(--b); --b: var(--a) var(--a) } p { width: var(--a) }");
  CHECK(style->width.is_auto());
}

TEST_CASE("selectors") {
  const auto width = [](std::string_view selector, std::string_view html) {
    return Styled(html, std::string(selector) + " { width: 1pt }")->width.points == 1;
  };
  const std::string_view list = "<ul class='l m' lang=da><li>a<li id=x class=k data-n='ab-c'>b<p>c</p><li>d</ul>";
  for (const auto* fits : {"li",
                           "#x",
                           "li.k",
                           ".l > .k",
                           "ul li",
                           "li + li",
                           "li ~ #x",
                           "[data-n]",
                           "[data-n=ab-c]",
                           "[data-n|=ab]",
                           "[data-n^=ab]",
                           "[data-n$='c']",
                           "[data-n*='b-']",
                           "li:nth-child(2)",
                           "li:nth-child(2n)",
                           "li:nth-child(-n+2)",
                           ":nth-last-child(2)",
                           "li:not(:first-child)",
                           ":is(p, li.k)",
                           ":lang(da)",
                           "li:not(.q, p)",
                           "ul.l.m > li",
                           "*"}) {
    CHECK_MESSAGE(width(fits, list), fits);
  }
  for (const auto* not_ : {"p", "li:first-child", "li:last-child", ".l + .k", "ol li", "li > #x", "[data-n=ab]",
                           "[data-n~=ab]", "li:nth-child(odd)", "li:hover", ":lang(en)", "#x #x"}) {
    CHECK_MESSAGE(!width(not_, list), not_);
  }
}

TEST_CASE("many selectors on deep trees come to an end") {
  std::string css, html;
  for (int i = 0; i < 300; ++i) html += "<div class=a>";
  std::string chain;
  for (int i = 0; i < 30; ++i) chain += ".a ~ .a .a ";
  for (int i = 0; i < 50; ++i) css += chain + ".b {width: 1pt} ";
  const Styled style(html, css);
  CHECK(style.styled.styles.size() > 1);
}

TEST_CASE("what is outside the profile is reported once, with its place") {
  const Styled style(
      "<p>", "p { transform: none; widht: 1pt; width: red }\n@layer x {}\np:foo { }\np { -webkit-hyphens: auto; color: }");
  std::string text;
  for (const auto& problem : style.rules->problems)
    text += base::print_problem(problem, base::ProblemFormat::short_form, base::Language::english);
  CHECK(text ==
        "t.css:1:5: warning[sats.css.egenskab]: the property transform is not in the print profile\n"
        "t.css:1:22: warning[sats.css.egenskab]: the property widht is not in the print profile\n"
        "t.css:1:41: warning[sats.css.vaerdi]: width cannot be \"red\"\n"
        "t.css:2:1: warning[sats.css.at-regel]: @layer is not in the print profile and is skipped\n"
        "t.css:3:1: warning[sats.css.vaelger]: the selector \"p:foo\" is not in the print profile, so its rule is skipped\n"
        "t.css:4:28: warning[sats.css.vaerdi]: color cannot be \"\"\n");
}
