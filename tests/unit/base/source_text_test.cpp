#include "base/source_text.h"

#include <doctest/doctest.h>

namespace {

/// Line and column as `line:column`.
std::string place(const base::SourceText& source, std::size_t offset) {
  const auto position = source.position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_CASE("lines and columns count from one, and columns count what a person sees as letters") {
  const base::SourceText source{"plan.json", "ab\næøå x\n\nslut"};
  CHECK(place(source, 0) == "1:1");
  CHECK(place(source, 2) == "1:3");  // the line break belongs to its line
  CHECK(place(source, 3) == "2:1");
  CHECK(place(source, 9) == "2:4");   // three letters of two bytes each
  CHECK(place(source, 12) == "3:1");  // an empty line
  CHECK(place(source, 13) == "4:1");
  CHECK(place(source, 1000) == "4:5");
}

TEST_CASE("columns are counted in code points in a line of any length") {
  std::string text = "kort\n";
  for (int i = 0; i < 3000; ++i) text += "æ";
  const base::SourceText source{"plan.json", text + "x"};
  CHECK(place(source, 5) == "2:1");
  CHECK(place(source, 5 + 2 * 1500) == "2:1501");
  CHECK(place(source, 5 + 2 * 3000) == "2:3001");
  CHECK(place(source, 5 + 2 * 3000 + 1) == "2:3002");
}

TEST_CASE("a byte order mark takes no column and is not part of its line") {
  const base::SourceText source{"plan.json", "\xEF\xBB\xBF{}\n"};
  CHECK(place(source, 0) == "1:1");
  CHECK(place(source, 4) == "1:2");
  CHECK(source.line_at(0) == "{}");
  CHECK(place(base::SourceText{"tom.json", "\xEF\xBB\xBF"}, 2) == "1:1");
}

TEST_CASE("the line that holds an offset comes without its line break, of Windows too") {
  const base::SourceText source{"plan.json", "en\r\nto\n\nfire"};
  CHECK(source.line_at(0) == "en");
  CHECK(source.line_at(4) == "to");
  CHECK(source.line_at(7).empty());
  CHECK(source.line_at(1000) == "fire");
  CHECK(base::make_source("tom", "")->line_at(0).empty());
}
