#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "end_to_end/hostile_texts.h"
#include "end_to_end/listener.h"
#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::attacks;
using end_to_end::check_gave_nothing;
using end_to_end::files_below;
using end_to_end::kEngines;
using end_to_end::kSecret;
using end_to_end::Listener;
using end_to_end::plan_with;
using end_to_end::render;
using end_to_end::vejviser;
using end_to_end::write_guide;
using end_to_end::write_hostile_guide;
using test_support::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

/// What a page holds that runs or loads something, in order; the theme's own script is some of it.
std::vector<std::string> live_pieces(const std::string& page) {
  static const std::regex live(R"(<(script|iframe|object|embed|link|base|img)\b[^>]*>|\son[a-z]+=")");
  std::vector<std::string> pieces;
  for (auto match = std::sregex_iterator(page.begin(), page.end(), live); match != std::sregex_iterator(); ++match)
    pieces.push_back(match->str());
  return pieces;
}

}  // namespace

TEST_CASE("HTML in a guide is shown as text, with a warning for each piece of it") {
  const Listener listener;
  const TemporaryFolder folder;
  write_hostile_guide(folder, "fjendtlig", listener.port());
  for (const auto& engine : kEngines) {
    for (const std::string form : {"html", "pdf"}) {
      INFO(engine, " ", form);
      const auto output = "fjendtlig-" + engine + "." + form;
      const auto run = render(folder, "fjendtlig", form, output, engine);
      REQUIRE_MESSAGE(run.exit_code == 0, run.err);
      CHECK_MESSAGE(run.err.find("advarsel[guide.html]: <script> er HTML, og det bliver vist som almindelig tekst") !=
                        std::string::npos,
                    run.err);
      check_gave_nothing(folder.path() / output);
    }
  }
  write_guide(folder, "venlig", "Ord");
  REQUIRE(render(folder, "venlig", "html", "venlig.html", "sats").exit_code == 0);
  const auto page = folder.read("fjendtlig-sats.html");
  CHECK(live_pieces(page) == live_pieces(folder.read("venlig.html")));
  CHECK(page.find("&lt;iframe") != std::string::npos);
  CHECK(listener.calls() == 0);
}

TEST_CASE("a guide that points at what is not its own is refused, each place by itself") {
  const Listener listener;
  const auto address = "http://127.0.0.1:" + std::to_string(listener.port()) + "/x.png";
  struct Case {
    std::string markdown;
    std::string expected;  ///< The first line of the messages, behind the place.
  };
  const std::vector<Case> cases{
      {"![x](file:///etc/passwd)", "fejl[guide.billede.ude-fra]: "},
      {"![x](" + address + ")", "fejl[guide.billede.ude-fra]: "},
      {"![x](//127.0.0.1/x.png)", "fejl[guide.billede.ude-fra]: "},
      {"![x](data:image/png;base64,AAAA)", "fejl[guide.billede.ude-fra]: "},
      {"![x](../../../../../etc/passwd)", "fejl[guide.link.uden-for-rod]: "},
      {"![x](..%2f..%2fetc/passwd.png)", "fejl[guide.link.uden-for-rod]: "},
      {"![x](/etc/passwd.png)", "fejl[guide.link.uden-for-rod]: "},
      {"![x](hemmelig.svg)", "fejl[base.fil.uden-for-rod]: "},
      {"![x](mappe/hemmelig.svg)", "fejl[base.fil.uden-for-rod]: "},
      {"[x](../hemmeligt/kode.txt)", "fejl[guide.link.uden-for-rod]: "},
      {"[x](kode.txt)", "fejl[base.fil.uden-for-rod]: "},
      {"[x](file:///etc/passwd)", "fejl[guide.link.skema]: "},
      {"[x](javascript:alert(1))", "fejl[guide.link.skema]: "},
      {"[x](JavaScript:alert(1))", "fejl[guide.link.skema]: "},
      {"<javascript:alert(1)>", "fejl[guide.link.skema]: "},
      {"{{> ../hemmeligt/stump.md}}", "fejl[guide.stump.findes-ikke]: "},
      {"{{> stump.md}}", "fejl[base.fil.uden-for-rod]: "},
      {"![x](aktiv.svg)", "fejl[guide.fil.aktiv]: aktiv.svg kan køre eller hente noget i læserens browser\n"},
      {"[x](side.html)", "fejl[guide.fil.aktiv]: side.html kan køre eller hente noget i læserens browser\n"},
  };
  for (const auto& one : cases) {
    INFO(one.markdown);
    const TemporaryFolder folder;
    folder.write("hemmeligt/hemmelig.svg",
                 std::string("<svg xmlns='http://www.w3.org/2000/svg'><text>") + kSecret + "</text></svg>");
    folder.write("hemmeligt/kode.txt", kSecret);
    folder.write("hemmeligt/stump.md", std::string(kSecret) + "\n");
    write_guide(folder, "bog", one.markdown);
    folder.write("bog/aktiv.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    folder.write("bog/side.html", "<script>alert(1)</script>");
    fs::create_symlink(folder.path() / "hemmeligt/hemmelig.svg", folder.path() / "bog/hemmelig.svg");
    fs::create_symlink("../hemmeligt/kode.txt", folder.path() / "bog/kode.txt");
    fs::create_symlink("../hemmeligt/stump.md", folder.path() / "bog/_stump.md");
    fs::create_directory(folder.path() / "bog/_stumper");
    fs::create_symlink("../../hemmeligt/stump.md", folder.path() / "bog/_stumper/stump.md");
    fs::create_symlink(folder.path() / "hemmeligt", folder.path() / "bog/mappe");
    folder.write("vejviser.json", R"({"guides": ["bog"]})");
    const auto run = vejviser({"build", "--date", "2019-11-21"}, folder.path());
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find(one.expected) != std::string::npos, run.err);
    for (const auto& file : files_below(folder.path() / "public")) check_gave_nothing(folder.path() / "public" / file);
  }
  CHECK(listener.calls() == 0);
}

TEST_CASE("a picture of a guide that wants more than itself is refused, and gets nothing") {
  const Listener listener;
  const auto address = "http://127.0.0.1:" + std::to_string(listener.port());
  const TemporaryFolder folder;
  write_guide(folder, "bog", "![En tegning](tegning.svg)");
  folder.write("hemmelig.svg",
               std::string("<svg xmlns='http://www.w3.org/2000/svg'><text y='9'>") + kSecret + "</text></svg>");
  folder.write("bog/tegning.svg",
               "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
               "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" "
               "height=\"90\" onload=\"fetch('" +
                   address + "/onload')\"><style>@import url(" + address + "/a.css); rect { fill: url(" + address +
                   R"(/f.svg#x) }</style><image width="9" height="9" xlink:href=")" + address +
                   "/i.png\"/><image width=\"9\" height=\"9\" href=\"../hemmelig.svg\"/><image width=\"9\" height=\"9\" "
                   "href=\"file:///etc/passwd\"/><use href=\"../hemmelig.svg#x\"/><rect width=\"9\" height=\"9\"/>"
                   "<foreignObject width=\"9\" height=\"9\"><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"" +
                   address + R"(/f"/></foreignObject><text y="40">&e;</text></svg>)");
  for (const auto& engine : kEngines) {
    INFO(engine);
    const auto run = render(folder, "bog", "pdf", "bog-" + engine + ".pdf", engine);
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find("bog/01-kapitel.md:5:") != std::string::npos, run.err);
    CHECK_MESSAGE(run.err.find("fejl[guide.fil.aktiv]: tegning.svg kan køre eller hente noget i læserens browser\n") !=
                      std::string::npos,
                  run.err);
    CHECK(!fs::exists(folder.path() / ("bog-" + engine + ".pdf")));
  }
  CHECK(listener.calls() == 0);
}

TEST_CASE("a whole site of hostile plans and guides builds without giving anything away, with both engines") {
  const Listener listener;
  for (const auto& engine : kEngines) {
    INFO(engine);
    const TemporaryFolder folder;
    folder.write("planer/fjendtlig.json", plan_with(attacks(listener.port())));
    write_hostile_guide(folder, "bog", listener.port());
    folder.write("hemmelig.json", plan_with({kSecret}));
    fs::create_symlink("../hemmelig.json", folder.path() / "planer/lokket.json");
    folder.write("vejviser.json", R"({"plans": ["planer"], "guides": ["bog"], "forms": ["html", "print", "pdf"]})");
    const auto run = vejviser({"build", "--engine", engine, "--date", "2019-11-21"}, folder.path());
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("fejl[base.fil.uden-for-rod]: planer/lokket.json ligger uden for den mappe, der må læses fra") !=
          std::string::npos);
    const auto files = files_below(folder.path() / "public");
    for (const std::string made : {"planer/anders-dagpenge.html", "planer/anders-dagpenge.pdf",
                                   "planer/anders-dagpenge-print.pdf", "bog/bog.pdf", "bog/kapitel.html"})
      CHECK_MESSAGE(std::find(files.begin(), files.end(), made) != files.end(), made);
    for (const auto& file : files) check_gave_nothing(folder.path() / "public" / file);
  }
  CHECK(listener.calls() == 0);
}
