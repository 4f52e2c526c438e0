#include "pdf/wkhtmltopdf/page_formats.h"

#include <doctest/doctest.h>

#include <string>

namespace {

bool asks(const std::string& css, const std::string& body) {
  bool too_deep = false;
  return pdf::asks_for_other_format(pdf::parse_markup("<style>" + css + "</style>" + body, too_deep));
}

}  // namespace

TEST_CASE("another format is asked for by an element on named pages with a size, not by a rule that nothing fits") {
  const std::string sheet =
      "@supports (x: y) { .kapitel.liggende, table.bred { page: liggende; } @page omslag { margin: 0; }\n"
      "@page liggende { size: A4 landscape; @top-left { content: \"{\"; } } .omslag { page: omslag } }";
  CHECK(asks(sheet, "<section class='kapitel liggende'>x</section>"));
  CHECK(asks(sheet, "<div><table class='a bred'><tr><td>x</table></div>"));
  CHECK_FALSE(asks(sheet, "<section class='kapitel'>x</section>"));
  CHECK_FALSE(asks(sheet, "<p class='liggende bred'>x</p>"));
  CHECK_FALSE(asks(sheet, "<div class='omslag'>x</div>"));
  CHECK_FALSE(asks("", "<p>x</p>"));
}
