#include <doctest/doctest.h>

#include <filesystem>

#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::vejviser;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// A site with one plan and one guide text.
void write_site_with_snippet(const TemporaryFolder& folder, const char* snippet, const char* text) {
  folder.write("vejviser.json", R"({"plans": ["planer"], "snippets": "uddrag", "theme": "standard"})");
  folder.write("planer/anders.json", end_to_end::read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples/anders-dagpenge.json"));
  folder.write(snippet, text);
}

bool says(const test_support::ProgramRun& run, std::string_view words) { return run.err.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a field that no plan has is an error in a guide text, whatever is done with the site") {
  const TemporaryFolder folder;
  write_site_with_snippet(folder, "uddrag/min-plan/indsats/fleksjob.md", "Hej.\n\nKære {{borger.fornvan}}.\n");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", "vejviser.json", "--date", "2019-11-21"},
        {"build", "--out", "ud", "--date", "2019-11-21"},
        {"render", "planer/anders.json", "-o", "plan.pdf", "--date", "2019-11-21"}}) {
    const auto run = vejviser(arguments, folder.path());
    INFO(run.err);
    CHECK(run.exit_code == 1);
    CHECK(says(run, "min-plan/indsats/fleksjob.md:3:6: fejl[guide.felt.ukendt]"));
    CHECK(says(run, "mente du \"borger.fornavn\"?"));
  }
}

TEST_CASE("a field without its last braces is an error in a guide text") {
  const TemporaryFolder folder;
  write_site_with_snippet(folder, "uddrag/min-plan/kontrakt.md", "Kære {{borger.fornavn, velkommen.\n");
  const auto run = vejviser({"check", "vejviser.json", "--date", "2019-11-21"}, folder.path());
  INFO(run.err);
  CHECK(run.exit_code == 1);
  CHECK(says(run, "min-plan/kontrakt.md:1:6: fejl[guide.felt.uafsluttet]"));
}

TEST_CASE("a guide text that no plan asks for is a warning with the name it may have been meant to have") {
  struct Row {
    const char* file;
    const char* meant;
  };
  for (const Row& row : {Row{"min-plan/indsats/mentr.md", "min-plan/indsats/mentor.md"},
                         {"minplan/kontrakt.md", "min-plan/kontrakt.md"},
                         {"min-plan/vaer-opmaerksm.md", "min-plan/vaer-opmaerksom.md"}}) {
    const TemporaryFolder folder;
    write_site_with_snippet(folder, ("uddrag/" + std::string(row.file)).c_str(), "Kære {{borger.fornavn}}.\n");
    const auto run = vejviser({"check", "vejviser.json", "--date", "2019-11-21"}, folder.path());
    INFO(run.err);
    CHECK(run.exit_code == 0);
    CHECK(says(run, "advarsel[line.ukendt-uddrag]: ingen plan bruger uddraget " + std::string(row.file)));
    CHECK(says(run, "mente du \"" + std::string(row.meant) + "\"?"));
  }
}

TEST_CASE("an error in one guide text stops the plans that want it, and neither hides nor stops the others") {
  const TemporaryFolder folder;
  write_site_with_snippet(folder, "uddrag/min-plan/maalgruppe/dagpenge.md", "Kære {{borger.fornvan}}.\n");
  const fs::path samples = fs::path(VEJVISER_SOURCE_DIR) / "samples";
  folder.write("planer/peter.json", end_to_end::read_file(samples / "peter-kontanthjaelp.json"));
  folder.write("planer/fejl.json", end_to_end::read_file(samples / "fejl/slut-foer-start.json"));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", "vejviser.json", "--date", "2019-11-21"},
        {"build", "--out", "ud", "--date", "2019-11-21"}}) {
    const auto run = vejviser(arguments, folder.path());
    INFO(run.err);
    CHECK(run.exit_code == 1);
    CHECK(says(run, "dagpenge.md:1:6: fejl[guide.felt.ukendt]"));
    CHECK(says(run, "fejl[min-plan.indsats.slut-foer-start]"));
  }
  CHECK_FALSE(fs::exists(folder.path() / "ud/planer/anders-dagpenge.html"));
  CHECK(fs::exists(folder.path() / "ud/planer/peter-kontanthjaelp.html"));
  CHECK(end_to_end::read_file(folder.path() / "ud/index.html").find("anders-dagpenge") == std::string::npos);
  const auto run = vejviser({"render", "planer/anders.json", "-o", "plan.pdf", "--date", "2019-11-21"}, folder.path());
  CHECK(run.exit_code == 1);
  CHECK_FALSE(fs::exists(folder.path() / "plan.pdf"));
}
