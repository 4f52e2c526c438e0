#include "line/fingerprint.h"

#include <doctest/doctest.h>

namespace {

using line::Fingerprint;

std::string sum_of_files(std::map<std::string, std::string, std::less<>> files) {
  return Fingerprint().add_files(base::MemoryFileStore(std::move(files)), "").sum();
}

}  // namespace

TEST_CASE("equal parts in equal order give equal sums, and nothing else does") {
  const auto sum = Fingerprint().add("a").add("b").sum();
  CHECK(sum.size() == 64);
  CHECK(Fingerprint().add("a").add("b").sum() == sum);
  CHECK(Fingerprint().add("b").add("a").sum() != sum);
  CHECK(Fingerprint().add("ab").sum() != sum);
  CHECK(Fingerprint().add("a").add("").add("b").sum() != sum);
  CHECK(Fingerprint().add("").add("ab").sum() != sum);
}

TEST_CASE("a file counts by its path and its bytes") {
  const auto sum = sum_of_files({{"tema/a.css", "x"}, {"tema/b.css", "y"}});
  CHECK(sum_of_files({{"tema/a.css", "x"}, {"tema/b.css", "y"}}) == sum);
  CHECK(sum_of_files({{"tema/a.css", "x"}, {"tema/b.css", "z"}}) != sum);
  CHECK(sum_of_files({{"tema/a.css", "x"}, {"tema/c.css", "y"}}) != sum);
  CHECK(sum_of_files({{"tema/a.css", "y"}, {"tema/b.css", "x"}}) != sum);
  CHECK(sum_of_files({{"tema/a.css", "x"}}) != sum);
}

TEST_CASE("the program is the same program all the time that it runs") {
  CHECK(Fingerprint().add_program().sum() == Fingerprint().add_program().sum());
  CHECK(Fingerprint().add_program().sum() != Fingerprint().sum());
}
