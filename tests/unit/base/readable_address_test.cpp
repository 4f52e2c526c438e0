#include "base/readable_address.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a printed address has its letters as letters, and nothing that would make it another address") {
  const auto readable = [](const char* url) { return base::readable_address(url); };
  CHECK(readable("https://jobnet.dk/find-job") == "https://jobnet.dk/find-job");
  CHECK(readable("https://x.dk/s%C3%B8g?q=%c3%a6bler%20og%20p%C3%A6rer") == "https://x.dk/søg?q=æbler%20og%20pærer");
  for (const char* kept : {"%20", "%2F", "%3F", "%00", "%0A", "%41", "%25C3%25B8", "%C3", "%C3%", "%C3%B", "%C3x", "%C3%28",
                           "%C3%97", "%C2%A0", "%C2%AD", "%D0%B0", "%E2%80%AE", "%FF%FE", "%"}) {
    CAPTURE(std::string(kept));
    CHECK(readable(kept) == kept);
  }
}
