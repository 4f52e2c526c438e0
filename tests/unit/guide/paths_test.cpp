#include "guide/paths.h"

#include <doctest/doctest.h>

#include "guide/guide.h"

TEST_CASE("paths are read from the file they stand in and never leave the root") {
  CHECK(guide::resolve_path("a/b.md", "c.md") == "a/c.md");
  CHECK(guide::resolve_path("a/b.md", "../c.md") == "c.md");
  CHECK(guide::resolve_path("a/b.md", "./d/../c.md") == "a/c.md");
  CHECK(guide::resolve_path("a/b.md", "..") == "");
  CHECK_FALSE(guide::resolve_path("a/b.md", "../../c.md"));
  CHECK_FALSE(guide::resolve_path("a/b.md", "/c.md"));
  CHECK_FALSE(guide::resolve_path("a/b.md", "..\\c.md"));
}

TEST_CASE("percent signs in addresses") {
  CHECK(guide::decode_percent("m%C3%A5l%20a") == "mål a");
  CHECK_FALSE(guide::decode_percent("a%"));
  CHECK_FALSE(guide::decode_percent("a%4"));
  CHECK_FALSE(guide::decode_percent("a%zz"));
  CHECK_FALSE(guide::decode_percent("a%00"));
}

TEST_CASE("file names become pieces of addresses") {
  CHECK(guide::file_slug("02-Spørgsmål på Ærø.md") == "spoergsmaal-paa-aeroe");
  CHECK(guide::file_slug("kapitel.md") == "kapitel");
  CHECK(guide::file_slug("2024.md") == "2024");
  CHECK(guide::file_slug("10_a--b__c") == "a-b-c");
  CHECK(guide::file_slug("日本.md") == "side");
  CHECK(guide::leading_number("02-a.md") == 2);
  CHECK(guide::leading_number("10.md") == std::nullopt);
  CHECK(guide::leading_number("a-10.md") == std::nullopt);
}

TEST_CASE("how one page refers to another") {
  CHECK(guide::relative_path("index.html", "a/b.html") == "a/b.html");
  CHECK(guide::relative_path("a/c.html", "a/b.html") == "b.html");
  CHECK(guide::relative_path("a/c.html", "index.html") == "../index.html");
  CHECK(guide::relative_path("a/c.html", "b/d.html") == "../b/d.html");
  CHECK(guide::relative_path("a/c.html", "a/c.html") == "c.html");
}
