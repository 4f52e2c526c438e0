#include <doctest/doctest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSite = R"({"plans": ["planer"], "forms": ["html", "pdf"]})";

std::string anders() { return end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"); }

void write_two_plans(const TemporaryFolder& folder) {
  folder.write("vejviser.json", kSite);
  folder.write("planer/plan.json", anders());
}

/// A disk of its own kind in a folder while it lives; nothing when this machine lets nobody mount.
class Mount {
 public:
  static std::optional<Mount> make(const fs::path& folder, const char* options, unsigned long flags = 0) {
    fs::create_directories(folder);
    if (::mount("none", folder.c_str(), "tmpfs", flags, options) != 0) {
      MESSAGE("SKIPPED: this machine lets us mount nothing (run as root)");
      return std::nullopt;
    }
    return {Mount(folder)};
  }
  Mount(Mount&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;
  ~Mount() {
    if (!folder_.empty()) ::umount2(folder_.c_str(), MNT_DETACH);
  }

  /// Leaves so many bytes free on the disk.
  void fill(std::uintmax_t bytes_left) const {
    const auto space = fs::space(folder_).available;
    std::ofstream(folder_ / ".fyld", std::ios::binary) << std::string(space > bytes_left ? space - bytes_left : 0, 'x');
  }

  void make_read_only() const { ::mount("none", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr); }

 private:
  explicit Mount(fs::path folder) : folder_(std::move(folder)) {}

  fs::path folder_;
};

std::string bytes_but_filler(const fs::path& folder) {
  std::string bytes;
  for (const auto& file : files_below(folder)) {
    if (!file.starts_with(".fyld")) bytes += file + "\n" + end_to_end::read_file(folder / file);
  }
  return bytes;
}

/// Runs the program as somebody without root's rights; as ourselves when we are nobody special.
test_support::ProgramRun as_nobody(std::vector<std::string> arguments, const fs::path& folder) {
  if (::geteuid() != 0) return vejviser(arguments, folder);
  arguments.insert(arguments.begin(), {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", VEJVISER_PROGRAM});
  return test_support::run_program(
      {.arguments = std::move(arguments), .folder = folder, .environment = {"LC_ALL=da_DK.UTF-8"}});
}

}  // namespace

TEST_CASE("a full disk: render says so and writes nothing, and what lay there stays") {
  const TemporaryFolder folder;
  folder.write("plan.json", anders());
  const auto disk = Mount::make(folder.path() / "ud", "size=64k");
  if (!disk) return;
  folder.write("ud/plan.ud", "den gamle");
  disk->fill(4096);
  for (const std::string form : {"pdf", "print", "html"}) {
    INFO(form);
    const auto run =
        vejviser({"render", "plan.json", "--to", form, "-o", "ud/plan.ud", "--date", "2019-11-21"}, folder.path());
    CHECK(run.exit_code == 3);
    CHECK_MESSAGE(run.err.ends_with("fejl[publish.disk-fuld]: der er ikke plads på disken til ud/plan.ud\n"
                                    "      = rettelse: gør plads, og kør igen; det, der lå der før, er urørt\n"),
                  run.err);
    CHECK(files_below(folder.path() / "ud") == std::vector<std::string>{".fyld", "plan.ud"});
    CHECK(folder.read("ud/plan.ud") == "den gamle");
  }
}

TEST_CASE("a full disk: a build names each file that got no room, leaves no half file, and the next build mends it") {
  const TemporaryFolder folder;
  write_two_plans(folder);
  const auto disk = Mount::make(folder.path() / "public", "size=4m");
  if (!disk) return;
  disk->fill(20'000);
  const auto full = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  CHECK(full.exit_code == 3);
  CHECK(full.err.find("fejl[publish.disk-fuld]: der er ikke plads på disken til public/planer/anders-dagpenge.pdf\n") !=
        std::string::npos);
  for (const auto& file : files_below(folder.path() / "public")) {
    CHECK_MESSAGE(file.find(".vejviser-") == std::string::npos, file);
    CHECK_MESSAGE(!file.ends_with(".pdf"), file);
    if (file.ends_with(".html")) CHECK(folder.read("public/" + file).ends_with("</html>\n"));
  }
  fs::remove(folder.path() / "public/.fyld");
  const auto room = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  CHECK_MESSAGE(room.exit_code == 0, room.err);
  CHECK(fs::exists(folder.path() / "public/planer/anders-dagpenge.pdf"));
}

TEST_CASE("a full disk leaves the build before as it was") {
  const TemporaryFolder folder;
  write_two_plans(folder);
  const auto disk = Mount::make(folder.path() / "public", "size=4m");
  if (!disk) return;
  CHECK(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  const auto before = bytes_but_filler(folder.path() / "public");
  disk->fill(0);
  const auto full = vejviser({"build", "--date", "2019-11-22"}, folder.path());
  CHECK(full.exit_code == 3);
  CHECK(full.err.find("fejl[publish.disk-fuld]") != std::string::npos);
  CHECK(bytes_but_filler(folder.path() / "public") == before);
}

TEST_CASE("a disk that can only be read is said to be one, for build and render") {
  const TemporaryFolder folder;
  write_two_plans(folder);
  const auto disk = Mount::make(folder.path() / "laest", "size=64k");
  if (!disk) return;
  disk->make_read_only();
  const auto render =
      vejviser({"render", "planer/plan.json", "-o", "laest/plan.html", "--date", "2019-11-21"}, folder.path());
  CHECK(render.exit_code == 3);
  CHECK_MESSAGE(render.err.ends_with("fejl[publish.skrivebeskyttet]: laest/plan.html ligger på en disk, der kun kan læses\n"
                                     "      = rettelse: vælg et andet sted (build --out MAPPE, render -o FIL)\n"),
                render.err);
  const auto build = vejviser({"build", "--out", "laest/ud", "--date", "2019-11-21"}, folder.path());
  CHECK(build.exit_code == 3);
  CHECK(build.err.find("fejl[publish.skrivebeskyttet]: laest/ud") != std::string::npos);
}

TEST_CASE("a folder that one may not write to is said to be one, for build and render") {
  const TemporaryFolder folder;
  write_two_plans(folder);
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  fs::create_directory(folder.path() / "laast");
  fs::permissions(folder.path() / "laast",
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  const auto render =
      as_nobody({"render", "planer/plan.json", "-o", "laast/plan.html", "--date", "2019-11-21"}, folder.path());
  CHECK(render.exit_code == 3);
  CHECK_MESSAGE(
      render.err.ends_with(
          "fejl[publish.ingen-skriveadgang]: der må ikke skrives til laast/plan.html\n"
          "      = rettelse: ret mappens rettigheder, eller vælg et andet sted (build --out MAPPE, render -o FIL)\n"),
      render.err);
  const auto build = as_nobody({"build", "--out", "laast", "--date", "2019-11-21"}, folder.path());
  CHECK(build.exit_code == 3);
  CHECK_MESSAGE(
      build.err.find("fejl[publish.ingen-skriveadgang]: der må ikke skrives til laast/planer\n") != std::string::npos,
      build.err);
  CHECK(files_below(folder.path() / "laast").empty());
}

TEST_CASE("a plan that one may not read is the world's fault, and says what to do") {
  const TemporaryFolder folder;
  folder.write("plan.json", anders());
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(folder.path() / "plan.json", fs::perms::none);
  const auto run = as_nobody({"check", "plan.json", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 3);
  CHECK(run.err ==
        "fejl[base.fil.kan-ikke-laeses]: plan.json kan ikke læses\n"
        "      = rettelse: ret rettighederne, så programmet må læse filen\n");
}

TEST_CASE("an output that is a folder, or lies below a file, is refused with words") {
  const TemporaryFolder folder;
  folder.write("plan.json", anders());
  folder.write("optaget", "en fil");
  fs::create_directory(folder.path() / "ud");
  const auto onto = vejviser({"render", "plan.json", "--to", "html", "-o", "ud", "--date", "2019-11-21"}, folder.path());
  CHECK(onto.exit_code == 3);
  CHECK_MESSAGE(
      onto.err.find("fejl[publish.er-mappe]: ud er en mappe og kan ikke skrives som en fil\n") != std::string::npos,
      onto.err);
  const auto below = vejviser({"render", "plan.json", "-o", "optaget/plan.html", "--date", "2019-11-21"}, folder.path());
  CHECK(below.exit_code == 3);
  CHECK_MESSAGE(below.err.find("fejl[publish.ikke-mappe]: optaget") != std::string::npos, below.err);
  CHECK(folder.read("optaget") == "en fil");
}

TEST_CASE("a document is never written over what it is made of") {
  const TemporaryFolder folder;
  folder.write("plan.json", anders());
  const auto run = vejviser({"render", "plan.json", "-o", "./plan.json", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "fejl[kommando.samme-fil]: ./plan.json er både kilden og det, der skal skrives\n"
        "      = rettelse: vælg en anden fil med -o\n"
        "se vejviser render --help\n");
  CHECK(folder.read("plan.json") == anders());
}
