#include "sats/write/border_painter.h"

#include <doctest/doctest.h>

namespace {

sats::Border rounded_border(sats::LineStyle style) {
  sats::Border border;
  border.box = {50, 0, 100, 20};
  border.radii.x = border.radii.y = {4, 4, 4, 4};
  border.widths = {1, 1, 1, 1};
  border.styles.fill(style);
  return border;
}

std::string drawn(const sats::Border& border) {
  sats::ContentStream content(100);
  sats::paint_border(border, content);
  return content.finish();
}

}  // namespace

TEST_CASE("a side with rounded corners ends straight where its neighbour is not") {
  auto border = rounded_border(sats::LineStyle::solid);
  border.radii.x = border.radii.y = {0, 3, 3, 0};
  border.widths = {1, 1, 1, 0};
  border.styles[3] = sats::LineStyle::none;
  border.colors[1] = {255, 0, 0, 255};
  const auto content = drawn(border);
  CHECK(content.find("130 80 l") != std::string::npos);  // A mitred corner at the right, as deep as the box.
  CHECK(content.find("50 80 l") != std::string::npos);
  CHECK(content.find("70 80 l") == std::string::npos);
}

TEST_CASE("a single side with rounded corners runs out in the curves without being cut") {
  auto border = rounded_border(sats::LineStyle::solid);
  border.widths = {0, 0, 0, 3};
  const auto content = drawn(border);
  CHECK(content.find("W n") == std::string::npos);
  CHECK(content.find("54 80 m") != std::string::npos);   // The curve of the outer edge begins at the lower edge,
  CHECK(content.find("54 100 l") != std::string::npos);  // and that of the inner one where the outer one ended.
  CHECK(content.find("53 84 l") != std::string::npos);
}

TEST_CASE("sides of one colour with rounded corners are not parted") {
  auto border = rounded_border(sats::LineStyle::solid);
  border.widths = {1, 1, 1, 3};
  border.colors[3] = {255, 0, 0, 255};
  const auto content = drawn(border);
  CHECK(content.find("50 100 m\n150 100 l\n150 80 l") != std::string::npos);
}

TEST_CASE("dashes and dots run around rounded corners and come out even") {
  const auto dashed = drawn(rounded_border(sats::LineStyle::dashed));
  CHECK(dashed.find("]0 d") != std::string::npos);
  CHECK(dashed.find(" c\n") != std::string::npos);
  CHECK(dashed.find("f*") == std::string::npos);
  auto one = rounded_border(sats::LineStyle::dotted);
  one.colors[0] = {255, 0, 0, 255};
  CHECK(drawn(one).find("]0 d") != std::string::npos);
}
