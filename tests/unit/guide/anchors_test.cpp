#include "guide/anchors.h"

#include <doctest/doctest.h>

TEST_CASE("slugs are GitHub's, with the letters of every language") {
  CHECK(guide::heading_slug("Aftaler og krav") == "aftaler-og-krav");
  CHECK(guide::heading_slug("ÆRØ, Øl & Å! (v2.0)") == "ærø-øl--å-v20");
  CHECK(guide::heading_slug("a_b-c  d") == "a_b-c--d");
  CHECK(guide::heading_slug("»Citat« – 50 %") == "citat--50-");
  CHECK(guide::heading_slug("Σ Ж 日本") == "σ-ж-日本");
  CHECK(guide::heading_slug("?!") == "");
}

TEST_CASE("anchors are unique and count like GitHub's") {
  guide::Anchors anchors;
  CHECK(anchors.unique("Mål") == "mål");
  CHECK(anchors.unique("Mål") == "mål-1");
  CHECK(anchors.unique("Mål 1") == "mål-1-1");
  CHECK(anchors.unique("Mål") == "mål-2");
  CHECK(anchors.unique("?") == "afsnit");
  CHECK(anchors.unique("!") == "afsnit-1");
}
