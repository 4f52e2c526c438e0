#include "publish/atomic_file.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <utility>
#include <vector>

#include "publish/digest.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// Makes every write past some bytes fail, as on a full disk, while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limited{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("a file is written with its folders, readable by others, and no temporary file stays") {
  const test_support::TemporaryFolder folder;
  base::Problems problems;
  CHECK(publish::write_atomically(folder.path() / "a/b/c.txt", "hej", problems));
  CHECK(folder.read("a/b/c.txt") == "hej");
  CHECK(files_in(folder.path() / "a/b") == 1);
  CHECK((fs::status(folder.path() / "a/b/c.txt").permissions() & fs::perms::others_read) != fs::perms::none);
}

TEST_CASE("a full disk is reported and leaves the old file whole") {
  const test_support::TemporaryFolder folder;
  folder.write("plan.pdf", "den gamle");
  base::Problems problems;
  bool written = true;
  {
    const FileSizeLimit full(1000);
    written = publish::write_atomically(folder.path() / "plan.pdf", std::string(5000, 'x'), problems);
  }
  CHECK(!written);
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "publish.disk-fuld");
  CHECK(folder.read("plan.pdf") == "den gamle");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a folder that cannot be made is reported by name") {
  const test_support::TemporaryFolder folder;
  folder.write("optaget", "en fil, hvor mappen skulle ligge");
  base::Problems problems;
  CHECK(!publish::write_atomically(folder.path() / "optaget/plan.pdf", "x", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "publish.ikke-mappe");
}

TEST_CASE("an unwritable folder is reported as such") {
  const test_support::TemporaryFolder folder;
  const bool is_root = ::geteuid() == 0;
  // The superuser may write everywhere but into the kernel's own file systems.
  const auto target = is_root ? fs::path("/proc/self/plan.pdf") : folder.path() / "laast/plan.pdf";
  if (!is_root) {
    fs::create_directory(folder.path() / "laast");
    fs::permissions(folder.path() / "laast", fs::perms::owner_read);
  }
  base::Problems problems;
  CHECK(!publish::write_atomically(target, "x", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == (is_root ? "publish.kan-ikke-skrives" : "publish.ingen-skriveadgang"));
}

TEST_CASE("the digest is SHA-256") {
  CHECK(publish::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("each way in which a place cannot be written has its own words") {
  const test_support::TemporaryFolder folder;
  folder.write("fil", "x");
  folder.write("mappe/indhold", "x");
  const std::vector<std::pair<fs::path, std::string>> places{{"mappe", "publish.er-mappe"},
                                                             {"fil/plan.pdf", "publish.ikke-mappe"},
                                                             {"fil/dyb/plan.pdf", "publish.ikke-mappe"},
                                                             {std::string(300, 'a'), "publish.langt-navn"}};
  for (const auto& [place, code] : places) {
    INFO(place.string());
    base::Problems problems;
    CHECK(!publish::write_atomically(folder.path() / place, "ny", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems.begin()->code == code);
  }
  CHECK(folder.read("fil") == "x");
}

TEST_CASE("a pipe is never replaced by a file, and a symbolic link is, not what it leads to") {
  const test_support::TemporaryFolder folder;
  const auto pipe = folder.path() / "roer";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  base::Problems problems;
  CHECK_FALSE(publish::write_atomically(pipe, "hej", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "publish.ingen-fil");
  CHECK(fs::is_fifo(pipe));
  folder.write("andet.txt", "urørt");
  fs::create_symlink("andet.txt", folder.path() / "genvej.txt");
  CHECK(publish::write_atomically(folder.path() / "genvej.txt", "hej", problems));
  CHECK(folder.read("andet.txt") == "urørt");
  CHECK(folder.read("genvej.txt") == "hej");
}
