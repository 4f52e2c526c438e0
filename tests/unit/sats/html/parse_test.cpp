#include <doctest/doctest.h>

#include <algorithm>

#include "sats/html/open_elements.h"
#include "sats/html/tree.h"

using sats::html::NodeKind;
using sats::html::Tag;

namespace {

std::optional<sats::html::Tree> read(std::string_view html, base::Problems& problems, sats::html::TreeLimits limits = {}) {
  return sats::html::parse("test.html", html, limits, problems);
}

}  // namespace

TEST_CASE("a document becomes one array in document order") {
  base::Problems problems;
  const auto tree = read("<!doctype html><title>T</title><p class=a id='b'>x&aelig;<b>y</b>z", problems);
  REQUIRE(tree);
  CHECK(problems.empty());
  std::string order;
  for (const auto& node : tree->nodes)
    order += std::string(node.kind == NodeKind::text ? "#" : "") + std::string(node.text) + " ";
  CHECK(order == "html head title #T body p #xæ b #y #z ");
  const auto p = 5U;
  CHECK(tree->nodes[p].tag == Tag::p);
  CHECK(tree->attribute(p, "id") == "b");
  CHECK(tree->has_attribute(p, "class"));
  CHECK_FALSE(tree->has_attribute(p, "lang"));
  CHECK(tree->text_content(p) == "xæyz");
  CHECK(tree->next_sibling(6) == 7);
  CHECK(tree->next_sibling(9) == sats::html::kNoNode);
  CHECK(tree->span(p).source->position(tree->span(p).begin).column == 32);
}

TEST_CASE("the source of an svg is kept as it stands, and nothing below it becomes nodes") {
  base::Problems problems;
  const auto tree = read("<p><svg viewBox='0 0 1 1'><path d='M0 0'/></svg>x", problems);
  REQUIRE(tree);
  const auto svg = std::ranges::find(tree->nodes, Tag::svg, &sats::html::Node::tag) - tree->nodes.begin();
  CHECK(tree->svg_source(static_cast<std::uint32_t>(svg)) ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 1 1\">"
        "<path d=\"M0 0\"/></svg>");
  CHECK(tree->nodes[static_cast<std::size_t>(svg)].end == static_cast<std::uint32_t>(svg) + 1);
}

TEST_CASE("scripts are left out") {
  base::Problems problems;
  const auto tree = read("<p>a<script>alert(1)</script>b", problems);
  REQUIRE(tree);
  CHECK(tree->text_content(0) == "ab");
}

TEST_CASE("elements that HTML ends by itself are not layers, however many there are") {
  for (const std::string part :
       {"<li>x", "<p>x", "<p><b id=1>x</b>", "<p><span>x", "<li><span>x", "<td><font>x", "<dt>a<dd>b", "<tr><td><div>x<p>y",
        "<!-- <div> -->", "<i title='<div>'></i>", "<br><img alt=x>", "<script>'<div>'</script>", "<ul><li>x</ul>",
        "<table><tr><td><b>x</table>", "<div><p>x</div>"}) {
    std::string html = part.starts_with("<t") ? "<table>" : part.starts_with("<l") ? "<ul>" : "";
    for (int i = 0; i < 100000; ++i) html += part;
    CHECK_MESSAGE(!sats::html::too_deep_at(html, 20000), part);
  }
}

TEST_CASE("a list of a hundred thousand items without ends is read") {
  std::string html = "<ul>";
  for (int i = 0; i < 100000; ++i) html += "<li>x";
  base::Problems problems;
  const auto tree = read(html, problems);
  REQUIRE(tree);
  CHECK(problems.empty());
  CHECK(tree->nodes.size() > 200000);
}

TEST_CASE("hostile documents end with a problem") {
  base::Problems problems;
  SUBCASE("bytes that are not UTF-8") {
    CHECK_FALSE(read("<p>\xFF", problems));
    CHECK(problems.begin()->code == "sats.html.ikke-utf8");
  }
  SUBCASE("elements in twenty thousand layers") {
    std::string html;
    for (int i = 0; i < 20000; ++i) html += "<div>";
    const auto tree = read(html + "x", problems);
    REQUIRE(problems.has_errors());
    const auto code = problems.begin()->code;
    CHECK((code == "sats.html.for-dybt" || code == "sats.html.for-indviklet"));
  }
  SUBCASE("elements in so many layers that the parser would take minutes") {
    for (const std::string tag :
         {"<div>", "<span class='>'>", "<b>", "<ul><li>", "<table><td>", "<div></span>x", "<b><div></b>"}) {
      std::string html = "<p>";
      for (int i = 0; i < 300000; ++i) html += tag;
      base::Problems found;
      CHECK_FALSE(read(html, found, {.max_parse_seconds = 1}));
      CHECK_MESSAGE(found.begin()->code == "sats.html.for-dybt", tag);
    }
  }
  SUBCASE("more elements than a document may have") {
    std::string html;
    for (int i = 0; i < 300; ++i) html += "<p>x";
    read(html, problems, {.max_nodes = 100});
    REQUIRE(problems.has_errors());
    CHECK(problems.begin()->code == "sats.html.for-stort");
  }
  SUBCASE("formatting elements that multiply each other") {
    std::string html;
    for (int i = 0; i < 3000; ++i) html += "<b><i><u><a><p>";
    const auto tree = read(html, problems, {.max_parse_seconds = 5});
    CHECK((tree || problems.has_errors()));
  }
}

TEST_CASE("an empty document has html, head and body") {
  base::Problems problems;
  const auto tree = read("", problems);
  REQUIRE(tree);
  CHECK(tree->nodes.size() == 3);
}
