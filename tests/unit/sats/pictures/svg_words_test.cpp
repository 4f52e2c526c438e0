#include "sats/pictures/svg_words.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string drawing(const std::string& inside) { return "<svg viewBox='0 0 9 9'>" + inside + "</svg>"; }

bool stays(const std::string& inside) { return sats::with_words_kept(drawing(inside)) == drawing(inside); }

}  // namespace

TEST_CASE("words that are see-through stay words") {
  CHECK(sats::with_words_kept(drawing("<text opacity='.5'>a</text>")) == drawing("<text fill-opacity='.5'>a</text>"));
  CHECK(sats::with_words_kept(drawing("<g opacity=\".3\"><text>a<tspan x='1'>b</tspan></text></g>")) ==
        drawing("<g fill-opacity=\".3\"><text>a<tspan x='1'>b</tspan></text></g>"));
  CHECK(sats::with_words_kept(drawing("<g opacity='.3'><g><rect opacity='.2'/><text opacity='.4'>a</text></g></g>")) ==
        drawing("<g opacity='.3'><g><rect opacity='.2'/><text fill-opacity='.4'>a</text></g></g>"));
}

TEST_CASE("see-through shapes, and words with a fill or line of their own, are left as they are") {
  for (const char* inside :
       {"<g opacity='.5'><rect/><text>a</text></g>", "<g opacity='.5'><text>a</text><g><use href='#x'/></g></g>",
        "<text opacity='.5' fill-opacity='.5'>a</text>", "<g opacity='.5'><text stroke='red'>a</text></g>",
        "<text style='fill-opacity:.2' opacity='.5'>a</text>", "<image opacity='.5'/>"}) {
    CHECK_MESSAGE(stays(inside), inside);
  }
}

TEST_CASE("a drawing that cannot be read is left as it is") {
  for (const char* broken : {"<text opacity='.5'>a", "<!DOCTYPE svg [<!ENTITY a 'b'>]><text opacity='.5'>a</text>",
                             "<text opacity=.5>", "</g></g><text opacity='"}) {
    INFO(broken);
    CHECK(sats::with_words_kept(broken) == broken);
  }
}
