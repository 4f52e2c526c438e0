#include "publish/output_folder.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

publish::Output page(std::string path, std::string bytes) {
  return {.path = std::move(path), .bytes = std::move(bytes), .source_hash = "k1"};
}

publish::PublishCounts build(const fs::path& root, const std::vector<publish::Output>& outputs) {
  publish::OutputFolder folder(root);
  base::Problems problems;
  for (const auto& output : outputs) CHECK(folder.put(output, problems));
  CHECK(folder.finish(problems));
  CHECK(problems.empty());
  return folder.counts();
}

}  // namespace

TEST_CASE("an unchanged output is not written again") {
  const test_support::TemporaryFolder folder;
  build(folder.path(), {page("a/b.html", "hej")});
  const auto before = fs::last_write_time(folder.path() / "a/b.html");
  const auto counts = build(folder.path(), {page("a/b.html", "hej")});
  CHECK(counts.unchanged == 1);
  CHECK(counts.written == 0);
  CHECK(fs::last_write_time(folder.path() / "a/b.html") == before);
}

TEST_CASE("an output from the same sources is kept only while its bytes are untouched") {
  const test_support::TemporaryFolder folder;
  build(folder.path(), {page("a.pdf", "hej")});
  CHECK(publish::OutputFolder(folder.path()).keep_if_current("a.pdf", "k1"));
  CHECK(!publish::OutputFolder(folder.path()).keep_if_current("a.pdf", "k2"));
  folder.write("a.pdf", "rørt");
  CHECK(!publish::OutputFolder(folder.path()).keep_if_current("a.pdf", "k1"));
}

TEST_CASE("only what the manifest lists is removed, with folders that became empty") {
  const test_support::TemporaryFolder folder;
  build(folder.path(), {page("planer/gammel.html", "x"), page("index.html", "y")});
  folder.write("brugerens-egen.txt", "bliver");
  const auto counts = build(folder.path(), {page("index.html", "y")});
  CHECK(counts.removed == 1);
  CHECK(!fs::exists(folder.path() / "planer"));
  CHECK(folder.read("brugerens-egen.txt") == "bliver");
}

TEST_CASE("a manifest cannot make the program remove files outside the folder") {
  const auto manifest =
      publish::parse_manifest(R"({"version":1,"outputs":{"../x":{},"/etc/x":{},"a/../../x":{},"a/b":{}}})");
  REQUIRE(manifest);
  CHECK(manifest->size() == 1);
  CHECK(manifest->contains("a/b"));
}

TEST_CASE("a manifest survives being written and read, and nonsense is no manifest") {
  const publish::Manifest manifest{{"a\"b.pdf", {.source_hash = "1", .output_hash = "2", .pages = 3, .warnings = 4}}};
  CHECK(publish::parse_manifest(publish::print_manifest(manifest)) == manifest);
  CHECK(!publish::parse_manifest("[]"));
  CHECK(!publish::parse_manifest(R"({"version":1,"outputs":{"a":{"pages":"tre"}}})"));
}

TEST_CASE("what cannot be written stays as it was, and stays ours to remove") {
  const test_support::TemporaryFolder folder;
  build(folder.path(), {page("plan.html", "i gaar"), page("vaek.html", "x")});
  fs::remove(folder.path() / "plan.html");
  folder.write("plan.html/spaerrer", "en mappe, hvor filen skulle ligge");
  publish::OutputFolder today(folder.path());
  base::Problems problems;
  CHECK(!today.put(page("plan.html", "i dag"), problems));
  CHECK(problems.error_count() == 1);
  CHECK(today.finish(problems));
  CHECK(today.manifest().contains("plan.html"));
  CHECK(fs::exists(folder.path() / "plan.html/spaerrer"));
  CHECK(!fs::exists(folder.path() / "vaek.html"));
}

TEST_CASE("a manifest that cannot be read is told of, since nobody knows then what is stale") {
  const test_support::TemporaryFolder folder;
  folder.write("vejviser-manifest.json", R"({"version": 1, "outp)");
  publish::OutputFolder output(folder.path());
  base::Problems problems;
  CHECK(output.finish(problems));
  REQUIRE(problems.count(base::Severity::warning) == 1);
  CHECK(problems.begin()->code == "publish.manifest-ulaeseligt");
  base::Problems second;
  CHECK(publish::OutputFolder(folder.path()).finish(second));
  CHECK(second.empty());
}
