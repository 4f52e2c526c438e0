#include "sats/write/border_painter.h"

#include <doctest/doctest.h>

TEST_CASE("a side with rounded corners ends straight where its neighbour is not") {
  sats::Border border;
  border.box = {50, 0, 100, 20};
  border.radii.x = border.radii.y = {0, 3, 3, 0};
  border.widths = {1, 1, 1, 0};
  border.styles.fill(sats::LineStyle::solid);
  border.styles[3] = sats::LineStyle::none;
  sats::ContentStream content(100);
  sats::paint_border(border, content);
  const auto drawn = content.finish();
  CHECK(drawn.find("140 90 l") != std::string::npos);  // A mitred corner at the right, as deep as half the box.
  CHECK(drawn.find("60 90 l") == std::string::npos);
  CHECK(drawn.find("50 90 l") != std::string::npos);
}
