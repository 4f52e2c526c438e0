#include <doctest/doctest.h>

#include <string>

#include "sats/typeset.h"

namespace {

/// The rows of a document's tables in the tag tree: each cell as columns x rows, each row ended by a slash.
std::string tagged_rows(const std::string& html) {
  static sats::Resources resources;
  const auto laid = sats::lay_out(html, {}, {}, resources, {});
  if (!laid.document) return "no document";
  const auto& tree = laid.document->structure;
  std::string said;
  for (sats::NodeId row = 0; row < tree.nodes.size(); ++row) {
    if (tree.nodes[row].role != sats::Role::table_row) continue;
    for (const auto& cell : tree.nodes) {
      if (cell.parent != row || cell.attributes == sats::kNone) continue;
      const auto& spans = tree.attributes[cell.attributes];
      said += std::to_string(spans.column_span) + "x" + std::to_string(spans.row_span) + " ";
    }
    said += "/ ";
  }
  return said;
}

}  // namespace

TEST_CASE("spans in the tags end where their rows and columns end") {
  CHECK(tagged_rows("<table><tr><th>a<td rowspan=3>x</table>") == "1x1 1x1 / ");
  CHECK(tagged_rows("<table><tbody><tr><th>a<td rowspan=3>x<tr><td>b<tbody><tr><td>c<td>d</table>") ==
        "1x1 1x2 / 1x1 / 1x1 1x1 / ");
  CHECK(tagged_rows("<table><tr><td colspan=9>a<tr><td>b<td>c</table>") == "2x1 / 1x1 1x1 / ");
}

TEST_CASE("rows that are too short are filled in the tags") {
  CHECK(tagged_rows("<table><tr><th>a<th>b<th>c<tr><td>d</table>") == "1x1 1x1 1x1 / 1x1 2x1 / ");
  CHECK(tagged_rows("<table><tr><td rowspan=2>a<td>b<tr></table>") == "1x2 1x1 / 1x1 / ");
}

TEST_CASE("a cell ends before the place of one from above, and each gap in a row gets a cell of its own") {
  CHECK(tagged_rows("<table><tr><th>a<th>b<tr><td>c<td rowspan=2>d<tr><td colspan=2>e</table>") ==
        "1x1 1x1 / 1x1 1x2 / 1x1 / ");
  CHECK(tagged_rows("<table><tr><td>a<td>b<td rowspan=2>c<td>d<tr><td>x</table>") == "1x1 1x1 1x2 1x1 / 1x1 1x1 1x1 / ");
}

TEST_CASE("no span in the tags reaches over a row that cells from above take whole") {
  CHECK(tagged_rows("<table><tr><th rowspan=2>a<tr></table>") == "1x1 / / ");
  CHECK(tagged_rows("<table><tr><th rowspan=3>a<td rowspan=2>b<tr><tr><td>c</table>") == "1x2 1x1 / / 1x1 / ");
}

TEST_CASE("a rowspan of 0 reaches to the end of its group in the tags") {
  CHECK(tagged_rows("<table><tbody><tr><th>a<td rowspan=0>b<tr><td>c<tr><td>d<tbody><tr><td>e<td>f</table>") ==
        "1x1 1x3 / 1x1 / 1x1 / 1x1 1x1 / ");
  CHECK(tagged_rows("<table><tr><th>a<td rowspan=-1>b<tr><td>c<td>d</table>") == "1x1 1x1 / 1x1 1x1 / ");
}
