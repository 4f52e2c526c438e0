#include "base/file_store.h"

#include <doctest/doctest.h>

#include "base/layered_file_store.h"
#include "support/temporary_folder.h"

namespace {

std::string code_of_reading(const base::FileStore& store, std::string_view path) {
  base::Problems problems;
  const auto text = store.read(path, problems);
  return text ? "read: " + *text : problems.begin()->code;
}

}  // namespace

TEST_CASE("a file below the root is read, one outside it is not, by whatever road") {
  const test_support::TemporaryFolder folder;
  folder.write("hemmelig.txt", "hemmelig");
  folder.write("rod/a.txt", "hej");
  std::filesystem::create_symlink(folder.path() / "hemmelig.txt", folder.path() / "rod/genvej.txt");
  std::filesystem::create_symlink("a.txt", folder.path() / "rod/inde.txt");
  const base::DiskFileStore store(folder.path() / "rod");
  CHECK(code_of_reading(store, "a.txt") == "read: hej");
  CHECK(code_of_reading(store, "inde.txt") == "read: hej");
  CHECK(code_of_reading(store, "genvej.txt") == "base.fil.uden-for-rod");
  CHECK(code_of_reading(store, "../hemmelig.txt") == "base.fil.uden-for-rod");
  CHECK(code_of_reading(store, "/etc/hostname") == "base.fil.uden-for-rod");
  CHECK(code_of_reading(store, "mangler.txt") == "base.fil.findes-ikke");
  CHECK(!store.has_file("genvej.txt"));
}

TEST_CASE("a file over the limit is not read") {
  const test_support::TemporaryFolder folder;
  folder.write("stor.json", std::string(101, ' '));
  CHECK(code_of_reading(base::DiskFileStore(folder.path(), 100), "stor.json") == "base.fil.for-stor");
}

TEST_CASE("files are listed sorted, with those in folders and without dot-files") {
  const test_support::TemporaryFolder folder;
  for (const auto* path : {"b.md", "a/c.md", ".skjult/d.md", ".e"}) folder.write(path, "");
  CHECK(base::DiskFileStore(folder.path()).files_under("") == std::vector<std::string>{"a/c.md", "b.md"});
  CHECK(base::DiskFileStore(folder.path()).files_under("a") == std::vector<std::string>{"a/c.md"});
}

TEST_CASE("layers answer for their prefix, the first that has the file gives it") {
  using Files = std::map<std::string, std::string, std::less<>>;
  const auto theme = std::make_shared<base::MemoryFileStore>(Files{{"logo.svg", "tema"}});
  const auto guide = std::make_shared<base::MemoryFileStore>(Files{{"foto.png", "billede"}, {"logo.svg", "vejledning"}});
  const base::LayeredFileStore store({{"vejledning/", guide}, {"", theme}});
  CHECK(code_of_reading(store, "logo.svg") == "read: tema");
  CHECK(code_of_reading(store, "vejledning/foto.png") == "read: billede");
  CHECK(code_of_reading(store, "foto.png") == "base.fil.findes-ikke");
  CHECK(store.files_under("") == std::vector<std::string>{"logo.svg", "vejledning/foto.png", "vejledning/logo.svg"});
}
