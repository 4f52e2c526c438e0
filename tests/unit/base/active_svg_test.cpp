#include "base/active_svg.h"

#include <doctest/doctest.h>

#include <string>

namespace {

bool is_active(const std::string& inside) {
  return base::is_active_svg("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>");
}

}  // namespace

TEST_CASE("a drawing is a drawing") {
  for (const std::string drawing :
       {"", "<rect width='9' fill=\"url(#a)\"/>", "<use href=\"#a\"/>", "<use xlink:href='#a' />",
        "<image href=\"data:image/png;base64,AAAA\"/>", "<text>5 &lt; 7, onload=\"x\", javascript:</text>", "<!-- <b> -->",
        "<style>rect { fill: red }</style>", "<a><text>x</text></a>", "<title>Sæt</title>"}) {
    CHECK_MESSAGE(!is_active(drawing), drawing);
  }
}

TEST_CASE("a drawing that runs or fetches something is active, however it is spelt") {
  for (const std::string trick : {"<script>x</script>",
                                  "<SCRIPT/>",
                                  "<svg:script/>",
                                  "<g onload=\"x\"/>",
                                  "<g ONCLICK = 'x'/>",
                                  "<g a='>' onload='x'/>",
                                  "<a href=\"javascript:x\"/>",
                                  "<a xlink:href=' javascript:x'/>",
                                  "<a href=\"&#106;avascript:x\"/>",
                                  "<image href=\"http://127.0.0.1/\"/>",
                                  "<image href=\"../hemmelig.svg\"/>",
                                  "<use href='file:///etc/passwd#x'/>",
                                  "<image href=\"data:image/svg+xml,x\"/>",
                                  "<foreignObject/>",
                                  R"(<set attributeName="href" to="x"/>)",
                                  "<animate attributeName='href'/>",
                                  "<style>@import url(x)</style>",
                                  "<rect fill=\"url(http://127.0.0.1/#x)\"/>",
                                  "<g onload=x/>",
                                  "<rect x=\"1/>"}) {
    CHECK_MESSAGE(is_active(trick), trick);
  }
  CHECK(base::is_active_svg("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg/>"));
  CHECK(base::is_active_svg("<?xml-stylesheet href=\"http://127.0.0.1/\"?><svg/>"));
}
