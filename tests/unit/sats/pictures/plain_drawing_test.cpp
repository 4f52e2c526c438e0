#include "sats/pictures/plain_drawing.h"

#include <doctest/doctest.h>

#include <string>

namespace {

constexpr const char* kHead = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' width='24' height='24'";

std::optional<sats::PlainDrawing> draw(const std::string& attributes, const std::string& shapes,
                                       const sats::SvgSurroundings& around = {}) {
  return sats::draw_plain(kHead + attributes + ">" + shapes + "</svg>", around);
}

/// Whether the operators stand in a drawing in this order.
bool holds(const std::optional<sats::PlainDrawing>& drawing, const std::string& operators) {
  return drawing && drawing->content.find(operators) != std::string::npos;
}

}  // namespace

TEST_CASE("an icon of shapes is drawn with its own size and turned upright") {
  const auto drawing = draw(" fill='none' stroke='currentColor' stroke-width='1.8' stroke-linecap='round'",
                            "<path d='M9 5l7 7-7 7'/><circle cx='12' cy='12' r='9'/>", {.css = "svg { color: #336699 }"});
  REQUIRE(drawing.has_value());
  CHECK(drawing->width == 24);
  CHECK(drawing->form_width == 18);
  CHECK(drawing->content.starts_with("q .75 0 0 -.75 0 18 cm\n"));
  CHECK(holds(drawing, ".2 .4 .6 RG\n1.8 w 1 J 0 j 4 M\n9 5 m\n16 12 l\n9 19 l\nS\n"));
}

TEST_CASE("every command of a path is followed, absolute and relative") {
  CHECK(holds(draw("", "<path d='M1 2H5V6h-2v1Z'/>"), "1 2 m\n5 2 l\n5 6 l\n3 6 l\n3 7 l\nh\nf\n"));
  CHECK(holds(draw("", "<path d='M0,0C1,1 2,1 3,0s2-1 3 0'/>"), "1 1 2 1 3 0 c\n4 -1 5 -1 6 0 c\n"));
  CHECK(holds(draw("", "<path d='M0 0Q3 3 6 0T12 0'/>"), "2 2 4 2 6 0 c\n8 -2 10 -2 12 0 c\n"));
  CHECK(holds(draw("", "<path d='M0 0 3 3 6 0z'/>"), "0 0 m\n3 3 l\n6 0 l\nh\n"));
  // A quarter of a circle, with flags that stand together as writers of small files put them.
  CHECK(holds(draw("", "<path d='M10 0A10 10 0 01 0 10'/>"), "10 0 m\n10 5.523 5.523 10 0 10 c\n"));
}

TEST_CASE("transforms of groups and shapes are multiplied") {
  CHECK(holds(draw("", "<g transform='translate(2 3)'><path transform='scale(2)' d='M0 0h1'/></g>"), "2 0 0 2 2 3 cm\n"));
  CHECK(holds(draw("", "<rect transform='rotate(90 5 5)' x='1' y='1' width='2' height='2'/>"), "0 1 -1 0 10 0 cm\n"));
}

TEST_CASE("what is not understood here is left to the drawing library") {
  for (const char* shapes :
       {"<text x='1' y='1'>a</text>", "<path d='M0 0h1' style='fill:red'/>", "<path d='M0 0h1' opacity='.5'/>",
        "<rect width='50%' height='1'/>", "<path d='M0 0h1' fill='url(#a)'/>", "<style>path{fill:red}</style>",
        "<path d='M0 0h1' fill='rgba(0,0,0,.5)'/>", "<use href='#a'/>", "<path d='M0 0 k 1'/>", "<path d='L0 0'/>",
        "<path d='M0 0h1' transform='skewX(3)'/>", "<g><path d='M0 0h1'/>", "<path d='M0 0h1' clip-path='url(#c)'/>",
        "<path d='M0 0h1' aria-label='a &amp; b'/>", "<![CDATA[x]]>", "<circle r='-1'/>"}) {
    CAPTURE(shapes);
    CHECK(!draw("", shapes).has_value());
  }
  CHECK(!sats::draw_plain("<svg width='24' height='24' preserveAspectRatio='none'></svg>", {}).has_value());
  CHECK(!sats::draw_plain("<svg width='24' height='24'/>", {.css = "svg path { fill: red }"}).has_value());
  CHECK(!sats::draw_plain("", {}).has_value());
}

TEST_CASE("a drawing without a size has its shape from the viewBox") {
  const auto drawing = sats::draw_plain("<svg viewBox='0 0 40 20'><title>t</title><path d='M0 0h1'/></svg>", {});
  REQUIRE(drawing.has_value());
  CHECK(drawing->width == 0);
  CHECK(drawing->ratio == 2);
}
