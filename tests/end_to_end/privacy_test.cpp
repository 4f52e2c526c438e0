#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::vejviser;
using nlohmann::ordered_json;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A name that stands nowhere else, with letters that no font of the machine has, so that the typesetter speaks.
constexpr const char* kName = "Ottilie Vandkarse";
constexpr const char* kUnusual = "\xF3\xB0\x80\x80";  // U+F0000, for private use

ordered_json plan() {
  auto plan = ordered_json::parse(end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"));
  plan.erase("id");
  plan["borger"]["navn"] = kName;
  return plan;
}

bool names_the_citizen(const std::string& text) {
  return text.find("Ottilie") != std::string::npos || text.find("Vandkarse") != std::string::npos;
}

}  // namespace

TEST_CASE("what the typesetter says names the plan's file, never the citizen") {
  const TemporaryFolder folder;
  auto odd = plan();
  odd["borger"]["navn"] = std::string(kName) + " " + kUnusual;
  odd["aftaler"][0]["tekst"] = std::string("Se ") + kUnusual + " ottilie.vandkarse@" + std::string(400, 'o') + ".example";
  folder.write("planer/sag-17.json", odd.dump(1));
  folder.write("vejviser.json",
               R"({"plans": ["planer"], "forms": ["html", "print", "pdf"], "audiences": ["borger", "jobcenter"]})");
  for (const std::string engine : {"sats", "wkhtmltopdf"}) {
    INFO(engine);
    const auto run = vejviser({"build", "--engine", engine, "--out", engine, "--date", "2019-11-21"}, folder.path());
    CHECK_MESSAGE(run.exit_code == 0, run.err);
    CHECK_MESSAGE(!names_the_citizen(run.err), run.err);
    if (std::string(engine) == "sats")
      CHECK_MESSAGE(run.err.find("planer/sag-17.json: advarsel[sats.skrift.mangler-tegn]: ") != std::string::npos, run.err);
    for (const auto& file : files_below(folder.path() / engine)) CHECK_MESSAGE(!names_the_citizen(file), file);
    CHECK(!names_the_citizen(folder.read(std::string(engine) + "/vejviser-manifest.json")));
  }
}

TEST_CASE("no message about a plan tells who it is about: one line each, and for programs") {
  const TemporaryFolder folder;
  const auto without_name = [](ordered_json broken) {
    broken["indsatser"][0]["hvornaar"]["slut"] = "2001-01-01";
    broken["indsatser"][1]["hvorfor"] = "";
    broken["aftaler"][0]["person"].erase("navn");
    broken["revision"]["aendringer"] = ordered_json::array();
    return broken;
  };
  std::vector<ordered_json> broken{without_name(plan())};
  broken.push_back(plan());
  broken.back()["borger"]["alder"] = 17;
  broken.push_back(plan());
  broken.back()["borger"]["navn"] = ordered_json::array({kName});
  broken.push_back(plan());
  broken.back()["revision"]["tilstand"] = "kladde";
  broken.push_back(plan());
  broken.back()["planbeskrivelse"] = std::string(kName) + " har cpr-nummer 010190-1234.";
  for (const auto& one : broken) {
    folder.write("planer/sag-17.json", one.dump(1));
    for (const std::string format : {"short", "json"}) {
      const auto run = vejviser({"check", "planer", "--format", format, "--date", "2019-11-21"}, folder.path());
      CHECK_MESSAGE(run.exit_code == 1, run.err, run.out);
      CHECK_MESSAGE(!names_the_citizen(run.out + run.err), run.out, run.err);
    }
  }
}

TEST_CASE("a night's log in the short form tells of no citizen, though all plans stand on lines of their own") {
  const TemporaryFolder folder;
  auto broken = plan();
  broken["aftaler"][0]["person"].erase("navn");
  folder.write("nat.ndjson", plan().dump() + "\n" + broken.dump() + "\n");
  folder.write("vejviser.json", R"({"plans": ["nat.ndjson"], "forms": ["html"]})");
  const auto run = vejviser({"build", "--format", "short", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.err.find("nat.ndjson:2:") != std::string::npos, run.err);
  CHECK_MESSAGE(!names_the_citizen(run.err), run.err);
}
