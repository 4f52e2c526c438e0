#include "plan/text_blocks.h"

#include <doctest/doctest.h>

#include <string>

namespace {

/// `p:` a paragraph, `l:` a list with its points between bars.
std::string outline(std::string_view text) {
  std::string out;
  for (const plan::Block& block : plan::text_blocks(text)) {
    out += block.kind == plan::BlockKind::list ? "l:" : "p:" + block.text;
    for (const std::string& point : block.points) out += "|" + point;
    out += "\n";
  }
  return out;
}

TEST_CASE("an empty line begins a paragraph") {
  CHECK(outline("Et afsnit.\n\nEt til.") == "p:Et afsnit.\np:Et til.\n");
  CHECK(outline("\n\n Et afsnit \n \t \n\n\nEt til\n\n") == "p:Et afsnit\np:Et til\n");
}

TEST_CASE("a single line break is a space") {
  CHECK(outline("Svejsefabrikken\r\nSvendborgvej 1") == "p:Svejsefabrikken Svendborgvej 1\n");
}

TEST_CASE("lines that begin with a dash and a space are a list") {
  CHECK(outline("Du skal\n- ringe\n- skrive\nog så hvile") == "p:Du skal\nl:|ringe|skrive\np:og så hvile\n");
  CHECK(outline("- et\n\n- to") == "l:|et\nl:|to\n");
  CHECK(outline("- et langt\n  punkt") == "l:|et langt punkt\n");
}

TEST_CASE("nothing else is markup") {
  CHECK(outline("# Ikke *en* <b>overskrift</b>") == "p:# Ikke *en* <b>overskrift</b>\n");
  CHECK(outline("-ikke et punkt") == "p:-ikke et punkt\n");
  CHECK(outline("1. heller ikke") == "p:1. heller ikke\n");
}

TEST_CASE("no words give no blocks") {
  CHECK(outline("").empty());
  CHECK(outline(" \n\n\t").empty());
  CHECK(outline("- \n- ").empty());
}

}  // namespace
