#include "guide/active_files.h"

#include <doctest/doctest.h>

TEST_CASE("pages and scripts are active by their names, documents are not") {
  CHECK(guide::is_active_file("side.HTML", ""));
  CHECK(guide::is_active_file("a/b.js", ""));
  CHECK(!guide::is_active_file("skema.pdf", "<script>"));
  CHECK(!guide::is_active_file("foto.jpg", "<script>"));
  CHECK(guide::is_active_file("a.SVG", "<svg onload=\"x\"/>"));
  CHECK(!guide::is_active_file("a.svg", "<svg/>"));
}
