#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::read_file;
using end_to_end::vejviser;
using nlohmann::json;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string sample_text(const char* name) { return read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples" / name); }

/// A site with one plan and the version before it.
void write_site(const TemporaryFolder& folder, json settings = json::object()) {
  fs::create_directories(folder.path() / "planer");
  fs::create_directories(folder.path() / "foer");
  folder.write("planer/anders.json", sample_text("anders-dagpenge.json"));
  folder.write("foer/anders.json", sample_text("foer/anders-dagpenge.json"));
  settings.update({{"plans", {"planer/*.json"}}, {"date", "2019-11-21"}});
  folder.write("vejviser.json", settings.dump());
}

json news(const TemporaryFolder& folder) { return json::parse(read_file(folder.path() / "public/planer/aendringer.json")); }

std::string page(const TemporaryFolder& folder, const char* name) {
  return read_file(folder.path() / "public/planer" / name);
}

bool is_there(const TemporaryFolder& folder) { return fs::exists(folder.path() / "public/planer/anders-dagpenge-nyt.html"); }

}  // namespace

TEST_CASE("a site with earlier versions tells on a page what is new, and the plan and the list of news lead to it") {
  const TemporaryFolder folder;
  write_site(folder, {{"previous", {"foer/*.json"}}});
  REQUIRE(vejviser({"build"}, folder.path()).exit_code == 0);
  const auto text = page(folder, "anders-dagpenge-nyt.html");
  CHECK(text.find("Sammenlignet med udgave 2 fra 31. okt. 2019") != std::string::npos);
  CHECK(text.find("<ins>Svejser</ins>") != std::string::npos);
  CHECK(text.find("anders-dagpenge.html#post-loentilskud") != std::string::npos);
  CHECK(page(folder, "anders-dagpenge.html").find("href=\"anders-dagpenge-nyt.html\"") != std::string::npos);
  CHECK(news(folder).at(0).at("side") == "anders-dagpenge-nyt.html");
  CHECK(vejviser({"build"}, folder.path()).err.find("0 filer skrevet") != std::string::npos);
}

TEST_CASE("when the earlier version changes the page is made again, and when nothing is new it goes") {
  const TemporaryFolder folder;
  write_site(folder, {{"previous", {"foer"}}});
  REQUIRE(vejviser({"build"}, folder.path()).exit_code == 0);
  fs::remove(folder.path() / "foer/anders.json");
  REQUIRE(vejviser({"build"}, folder.path()).exit_code == 0);
  CHECK(page(folder, "anders-dagpenge-nyt.html").find("Sammenlignet") == std::string::npos);
  auto first = json::parse(sample_text("anders-dagpenge.json"));
  first["revision"]["version"] = 1;
  first["revision"].erase("aendringer");
  folder.write("planer/anders.json", first.dump());
  REQUIRE(vejviser({"build"}, folder.path()).exit_code == 0);
  CHECK_FALSE(is_there(folder));
  CHECK(news(folder).empty());
  CHECK(page(folder, "anders-dagpenge.html").find("-nyt.html") == std::string::npos);
}

TEST_CASE("a site without pages for the screen has none of what is new, and names none") {
  const TemporaryFolder folder;
  write_site(folder, {{"previous", {"foer"}}, {"forms", {"pdf"}}});
  REQUIRE(vejviser({"build"}, folder.path()).exit_code == 0);
  CHECK_FALSE(is_there(folder));
  CHECK_FALSE(news(folder).at(0).contains("side"));
}

TEST_CASE("a folder of earlier versions that is not there is an error, one that is empty is none") {
  const TemporaryFolder folder;
  write_site(folder, {{"previous", {"tidligere/*.json"}}});
  const auto missing = vejviser({"build"}, folder.path());
  CHECK(missing.exit_code == 1);
  CHECK(missing.err.find("tidligere") != std::string::npos);
  fs::create_directories(folder.path() / "tidligere");
  CHECK(vejviser({"build"}, folder.path()).exit_code == 0);
}

TEST_CASE("another citizen's plan under the same id is told of and never shown") {
  const TemporaryFolder folder;
  write_site(folder, {{"previous", {"foer"}}});
  auto other = json::parse(sample_text("foer/anders-dagpenge.json"));
  other["borger"]["navn"] = "Peter Lind";
  other["aftaler"][0]["tekst"] = "Du bor på Bornholm.";
  folder.write("foer/anders.json", other.dump());
  const auto run = vejviser({"build"}, folder.path());
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("advarsel[plan.tidligere.anden-borger]") != std::string::npos);
  for (const auto& file : end_to_end::files_below(folder.path() / "public")) {
    const auto bytes = read_file(folder.path() / "public" / file);
    CHECK(bytes.find("Peter Lind") == std::string::npos);
    CHECK(bytes.find("Bornholm") == std::string::npos);
  }
}

TEST_CASE("render makes the page of what is new from two files") {
  const TemporaryFolder folder;
  folder.write("nu.json", sample_text("anders-dagpenge.json"));
  folder.write("foer.json", sample_text("foer/anders-dagpenge.json"));
  const auto render = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words{"render", "nu.json", "--to", "changes", "--date", "2019-11-21"};
    words.insert(words.end(), more.begin(), more.end());
    return vejviser(words, folder.path());
  };
  CHECK(render({"--previous", "foer.json", "-o", "nyt.html"}).exit_code == 0);
  const auto text = read_file(folder.path() / "nyt.html");
  CHECK(text.find("Sammenlignet med udgave 2") != std::string::npos);
  CHECK(text.find("<link") == std::string::npos);
  const auto over = render({"--previous", "foer.json", "-o", "foer.json"});
  CHECK(over.exit_code != 0);
  CHECK(read_file(folder.path() / "foer.json") == sample_text("foer/anders-dagpenge.json"));
  folder.write("nu.json", sample_text("lille-plan.json"));
  const auto nothing = render({"-o", "intet.html"});
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.err.find("fejl[line.intet-nyt]") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() / "intet.html"));
}

TEST_CASE("a guide has no page of what is new") {
  const TemporaryFolder folder;
  const auto guide = (fs::path(VEJVISER_SOURCE_DIR) / "content/haandbog").string();
  const auto run = vejviser({"render", guide, "--to", "changes", "-o", "nyt.html"}, folder.path());
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("fejl[kommando.nyt-kun-i-planer]") != std::string::npos);
}

TEST_CASE("the earlier versions of the samples were right on their own day") {
  for (const char* name : {"anders-dagpenge", "erling-ressourceforloeb"}) {
    const auto file = std::string("samples/foer/") + name + ".json";
    const auto day = json::parse(read_file(fs::path(VEJVISER_SOURCE_DIR) / file)).at("revision").at("opdateret");
    CHECK(vejviser({"check", file, "--date", day}).err == "1 plan er i orden\n");
  }
}
