#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* kMark = "Borgeren kan ikke se planen endnu.";

std::string draft(const std::string& sample = "lille-plan.json") {
  auto text = end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples" / sample);
  const std::string published = "publiceret";
  return text.replace(text.find(published), published.size(), "kladde");
}

test_support::ProgramRun render(const TemporaryFolder& folder, std::vector<std::string> more) {
  more.insert(more.begin(), {"render", "plan.json", "--date", "2019-11-21"});
  return vejviser(more, folder.path());
}

/// The plan has no goal, which is a warning of four lines before everything else.
std::string without_first_problem(const std::string& messages) {
  return messages.starts_with("plan.json:1:1: advarsel[")
             ? messages.substr(std::min(messages.size(), messages.find("plan.json:", 1)))
             : messages;
}

}  // namespace

TEST_CASE("a draft is refused for the citizen and the a-kasse, at its place, and nothing is written") {
  const TemporaryFolder folder;
  folder.write("plan.json", draft());
  for (const std::string audience : {"borger", "akasse"}) {
    INFO(audience);
    const auto run = render(folder, {"--audience", audience, "-o", "plan.pdf"});
    CHECK(run.exit_code == 1);
    CHECK(without_first_problem(run.err) ==
          "plan.json:6:28: fejl[min-plan.revision.kladde]: planen er en kladde og må ikke vises for borgeren endnu\n"
          "    6 |   \"revision\": {\"tilstand\": \"kladde\", \"version\": 1, \"opdateret\": \"2019-11-21\", "
          "\"opdateretAf\": \"Nina P\n"
          "      |                            ^^^^^^^^\n"
          "      = rettelse: sæt \"tilstand\" til \"publiceret\", når borgeren har sagt god for indholdet; se kladden med "
          "--audience jobcenter eller --purpose preview\n");
    CHECK(!fs::exists(folder.path() / "plan.pdf"));
  }
}

TEST_CASE("the job centre sees a draft, marked as one in every form") {
  const TemporaryFolder folder;
  folder.write("plan.json", draft());
  for (const std::string form : {"pdf", "print", "html"}) {
    INFO(form);
    const auto run = render(folder, {"--audience", "jobcenter", "--to", form, "-o", form});
    CHECK(run.exit_code == 0);
    CHECK_MESSAGE(run.err.find("råd[min-plan.revision.kun-jobcentret]: planen er en kladde, som kun jobcentret må se") !=
                      std::string::npos,
                  run.err);
    const auto text = std::string(form) == "html" ? folder.read(form) : end_to_end::words_of(folder.path() / form);
    CHECK_MESSAGE(text.find(kMark) != std::string::npos, text);
  }
  CHECK(render(folder, {"--audience", "jobcenter", "--purpose", "publish", "-o", "x.pdf"}).exit_code == 1);
}

TEST_CASE("a preview shows how a draft will look to others, and says that it is one") {
  const TemporaryFolder folder;
  folder.write("plan.json", draft("anders-dagpenge.json"));
  for (const std::string audience : {"borger", "akasse"}) {
    const auto run = render(folder, {"--audience", audience, "--purpose", "preview", "-o", "plan.html"});
    CHECK_MESSAGE(run.exit_code == 0, run.err);
    CHECK(folder.read("plan.html").find(kMark) != std::string::npos);
  }
}

TEST_CASE("a build gives a draft to the job centre and to nobody else") {
  const TemporaryFolder folder;
  folder.write("planer/kladde.json", draft());
  folder.write("vejviser.json",
               R"({"plans": ["planer"], "forms": ["html"], "audiences": ["borger", "jobcenter", "akasse"]})");
  const auto run = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 0);
  const auto files = files_below(folder.path() / "public");
  for (const auto& file : files) {
    if (file.starts_with("planer-jobcenter/")) continue;
    CHECK_MESSAGE(file.find("kladde") == std::string::npos, file);
    CHECK_MESSAGE(folder.read("public/" + file).find("Bo Vang") == std::string::npos, file);
  }
  CHECK(fs::exists(folder.path() / "public/planer-jobcenter/kladde.html"));
  CHECK(vejviser({"check", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
}

TEST_CASE("a plan that becomes a draft again is taken from the citizen") {
  const TemporaryFolder folder;
  folder.write("planer/plan.json", end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/lille-plan.json"));
  folder.write("vejviser.json", R"({"plans": ["planer"], "forms": ["html"], "audiences": ["borger", "jobcenter"]})");
  CHECK(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  CHECK(fs::exists(folder.path() / "public/planer/plan.html"));
  folder.write("planer/plan.json", draft());
  CHECK(vejviser({"build", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
  CHECK(!fs::exists(folder.path() / "public/planer/plan.html"));
  CHECK(fs::exists(folder.path() / "public/planer-jobcenter/plan.html"));
}

TEST_CASE("a site for citizens alone has no use for a draft, and a check says so unless it is a preview") {
  const TemporaryFolder folder;
  folder.write("planer/kladde.json", draft());
  folder.write("vejviser.json", R"({"plans": ["planer"], "forms": ["html"]})");
  const auto run = vejviser({"build", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("fejl[min-plan.revision.kladde]") != std::string::npos);
  CHECK(run.err.find("1 plan har fejl og er ikke lavet\n") != std::string::npos);
  CHECK(vejviser({"check", "--date", "2019-11-21"}, folder.path()).exit_code == 1);
  CHECK(vejviser({"check", "--purpose", "preview", "--date", "2019-11-21"}, folder.path()).exit_code == 0);
}

TEST_CASE("a site with plans from before December 2019 says so, and goals in free text pass with a warning") {
  const TemporaryFolder folder;
  auto plan =
      nlohmann::ordered_json::parse(end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"));
  plan["jobmaal"] = nlohmann::ordered_json::parse(R"([{"fritekst": "Noget med svejsning", "horisont": "kort"}])");
  folder.write("plan.json", plan.dump(1));
  folder.write("vejviser.json", R"({"plans": ["plan.json"], "rules": "2019"})");
  const auto strict = vejviser({"check", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(strict.exit_code == 1);
  CHECK_MESSAGE(strict.err.find("fejl[min-plan.jobmaal.fritekst") != std::string::npos, strict.err);
  folder.write("vejviser.json", R"({"plans": ["plan.json"], "rules": "2015"})");
  const auto old = vejviser({"check", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK_MESSAGE(old.exit_code == 0, old.err);
  CHECK_MESSAGE(old.err.find("advarsel[min-plan.jobmaal.fritekst-foer-2019]") != std::string::npos, old.err);
}
