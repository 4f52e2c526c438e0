#include "base/html.h"

#include <doctest/doctest.h>

TEST_CASE("escaping makes text safe for content and attributes") {
  CHECK(base::escape("<a href=\"x\" id='y'>&</a>").markup() == "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
}

TEST_CASE("markup grows by markup, and a writer may escape straight into its page") {
  auto page = base::Html::from_trusted("<p>");
  page += base::escape("5 < 7");
  CHECK(page.markup() == "<p>5 &lt; 7");
  std::string out = "a";
  base::append_escaped(out, "&");
  CHECK(out == "a&amp;");
  CHECK(base::escape("").empty());
}
