#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "end_to_end/listener.h"
#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::files_below;
using end_to_end::Listener;
using end_to_end::read_file;
using end_to_end::vejviser;
using nlohmann::ordered_json;
using test_support::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

/// What stands in the files that nobody may get at.
constexpr const char* kSecret = "HEMMELIGHED-4711";
/// The first words of /etc/passwd on any machine.
constexpr const char* kPasswd = "root:x:0:0";

const std::array<std::string, 2> kEngines{"sats", "wkhtmltopdf"};

/// Everything that a text might try, in pieces without line breaks, so that none makes paragraphs or lists of its own.
std::vector<std::string> attacks(int port) {
  const auto address = "http://127.0.0.1:" + std::to_string(port);
  return {"<script>fetch('" + address + "/script')</script>",
          "file:///etc/passwd ../../../../../../../../etc/passwd /etc/passwd " + address + "/tekst",
          "<script src=\"" + address + "/s.js\"></script>",
          "<iframe src=\"file:///etc/passwd\"></iframe>",
          "<img src=\"" + address + "/img.png\" onerror=\"alert(1)\">",
          R"(<object data="/etc/passwd"></object> <embed src="/etc/passwd">)",
          R"(<link rel="stylesheet" href=")" + address + "/l.css\">",
          "<style>@import \"" + address + "/i.css\";</style>",
          "<style>body { background: url(" + address + "/b.png) }</style>",
          "<svg onload=\"alert(1)\"><image href=\"file:///etc/passwd\"/></svg>",
          "<a href=\"javascript:alert(1)\">x</a> @import url(file:///etc/passwd);",
          "{{borger.navn}} {{{ord}}} {{> plan}} {{=<% %>=}} <%borger.navn%> {{#afsnit}}",
          "![x](file:///etc/passwd) [x](javascript:alert(1))",
          "</p></main></body></html> ]]> --> \" ' ` &lt;script&gt;"};
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const auto& piece : pieces) all += (all.empty() ? "" : " ") + piece;
  return all;
}

/// Keys whose values are free text that people write, long and short.
const std::set<std::string> kLongTexts{"tekst", "hvorfor", "oevrige", "fagligBegrundelse"};
const std::set<std::string> kShortTexts{"beskrivelse", "navn", "moedested", "sted", "enhed", "titel"};

/// Puts hostile pieces behind every free text of a plan: all of them where there is room, the next one where there is not.
class Poisoning {
 public:
  explicit Poisoning(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  void apply(ordered_json& value, const std::string& under = "") {
    if (!value.is_structured()) return;
    for (auto& [key, member] : value.items()) {
      if (member.is_string() && !is_fixed(key, under)) member = member.get<std::string>() + addition_to(key);
      apply(member, value.is_array() ? under : key);
    }
  }

 private:
  /// The names of job goals are looked up, and a kind of effort has its own name.
  static bool is_fixed(const std::string& key, const std::string& under) {
    return (key == "titel" && under != "hvad" && under != "aftaler") || (key == "navn" && under == "indsatser");
  }

  std::string addition_to(const std::string& key) {
    if (kLongTexts.contains(key)) return " " + joined(pieces_);
    return kShortTexts.contains(key) ? " " + pieces_[next_++ % pieces_.size()] : "";
  }

  std::vector<std::string> pieces_;
  std::size_t next_ = 0;
};

std::string sample(const char* name) { return read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples" / name); }

std::string plan_with(std::vector<std::string> pieces) {
  auto plan = ordered_json::parse(sample("anders-dagpenge.json"));
  Poisoning(std::move(pieces)).apply(plan);
  return plan.dump(1);
}

/// The tags of a page with the names of their attributes, in order: what a browser would make of it, without any text.
std::string skeleton(const std::string& html) {
  static const std::regex tag(R"re(<(/?[a-zA-Z!][^\s>/]*)((?:"[^"]*"|'[^']*'|[^'">])*)>)re");
  static const std::regex attribute(R"re(\s([^\s=>"'/]+)(?:="[^"]*")?)re");
  std::string out;
  for (auto match = std::sregex_iterator(html.begin(), html.end(), tag); match != std::sregex_iterator(); ++match) {
    out += (*match)[1].str();
    const auto attributes = (*match)[2].str();
    for (auto a = std::sregex_iterator(attributes.begin(), attributes.end(), attribute); a != std::sregex_iterator(); ++a)
      out += " " + (*a)[1].str();
    out += "\n";
  }
  return out;
}

/// A PDF with every stream and object readable.
std::string opened_pdf(const fs::path& pdf) {
  const TemporaryFolder folder;
  const auto out = (folder.path() / "open.pdf").string();
  test_support::run_program(
      {.arguments = {"qpdf", "--qdf", "--object-streams=disable", pdf.string(), out}, .folder = ".", .environment = {}});
  return folder.read("open.pdf");
}

/// Nothing of a file that was only named is in an output, and a PDF starts nothing.
void check_gave_nothing(const fs::path& file) {
  INFO(file.string());
  const bool is_pdf = file.extension() == ".pdf";
  const auto bytes = is_pdf ? opened_pdf(file) + end_to_end::words_of(file) : read_file(file);
  REQUIRE(!bytes.empty());
  CHECK(bytes.find(kSecret) == std::string::npos);
  CHECK(bytes.find(kPasswd) == std::string::npos);
  if (!is_pdf) return;
  for (const auto* action : {"/JavaScript", "/JS ", "/Launch", "/EmbeddedFile", "/SubmitForm", "/ImportData", "/GoToR"})
    CHECK_MESSAGE(bytes.find(action) == std::string::npos, action);
  for (const auto* link : {"/URI (file:", "/URI (javascript:", "/URI (/etc"})
    CHECK_MESSAGE(bytes.find(link) == std::string::npos, link);
}

test_support::ProgramRun render(const TemporaryFolder& folder, const std::string& input, const std::string& form,
                                const std::string& output, const std::string& engine) {
  return vejviser({"render", input, "--to", form, "-o", output, "--engine", engine, "--date", "2019-11-21"}, folder.path());
}

void write_guide(const TemporaryFolder& folder, const std::string& name, const std::string& chapter) {
  folder.write(name + "/index.md", "---\ntitle: Vejledning\n---\n\nIndledning.\n");
  folder.write(name + "/01-kapitel.md", "---\ntitle: Kapitel\n---\n\n" + chapter + "\n");
}

/// What a page holds that runs or loads something, in order; the theme's own script is some of it.
std::vector<std::string> live_pieces(const std::string& page) {
  static const std::regex live(R"(<(script|iframe|object|embed|link|base|img)\b[^>]*>|\son[a-z]+=")");
  std::vector<std::string> pieces;
  for (auto match = std::sregex_iterator(page.begin(), page.end(), live); match != std::sregex_iterator(); ++match)
    pieces.push_back(match->str());
  return pieces;
}

}  // namespace

TEST_CASE("a call to the listener is counted, so that none is worth something") {
  const Listener listener;
  CHECK(listener.calls() == 0);
  end_to_end::call(listener.port());
  end_to_end::call(listener.port());
  CHECK(listener.calls() == 2);
  CHECK(listener.calls() == 0);
}

TEST_CASE("a page's skeleton shows what text must not become") {
  CHECK(skeleton("<p class=\"a > b\">x</p>") == "p class\n/p\n");
  CHECK(skeleton("<p>&lt;script&gt;</p>") == "p\n/p\n");
  CHECK(skeleton("<img src=x onerror=\"y\">") == "img src onerror\n");
}

TEST_CASE("whatever a plan's texts try, every form stays what it is and shows them as text") {
  const Listener listener;
  const TemporaryFolder folder;
  folder.write("tam.json", plan_with({"ord og flere ord"}));
  folder.write("fjendtlig.json", plan_with(attacks(listener.port())));
  for (const auto& engine : kEngines) {
    for (const std::string form : {"html", "print", "pdf"}) {
      INFO(engine, " ", form);
      const auto output = "fjendtlig-" + engine + (form == "html" ? ".html" : form + ".pdf");
      const auto run = render(folder, "fjendtlig.json", form, output, engine);
      REQUIRE_MESSAGE(run.exit_code == 0, run.err);
      check_gave_nothing(folder.path() / output);
    }
  }
  REQUIRE(render(folder, "tam.json", "html", "tam.html", "sats").exit_code == 0);
  const auto page = folder.read("fjendtlig-sats.html");
  CHECK(skeleton(page) == skeleton(folder.read("tam.html")));
  CHECK(page.find("&lt;script&gt;fetch(") != std::string::npos);
  CHECK(page.find("{{borger.navn}}") != std::string::npos);
  const auto words = end_to_end::words_of(folder.path() / "fjendtlig-satspdf.pdf");
  CHECK(words.find("file:///etc/passwd") != std::string::npos);
  CHECK(words.find("{{borger.navn}}") != std::string::npos);
  CHECK(listener.calls() == 0);
}

TEST_CASE("a link of a plan is a web address, and is not looked up") {
  const Listener listener;
  const TemporaryFolder folder;
  const auto with_map = [](const std::string& address) {
    auto plan = ordered_json::parse(sample("anders-dagpenge.json"));
    for (auto& agreement : plan["aftaler"]) {
      if (agreement["form"] == "personligt-fremmoede") agreement["kort"] = address;
    }
    return plan.dump(1);
  };
  for (const std::string bad :
       {"javascript:alert(1)", "file:///etc/passwd", "/etc/passwd", "data:text/html,x", "//127.0.0.1/"}) {
    INFO(bad);
    folder.write("plan.json", with_map(bad));
    const auto run = render(folder, "plan.json", "html", "plan.html", "sats");
    CHECK(run.exit_code == 1);
    CHECK_MESSAGE(run.err.find("fejl[skema.") != std::string::npos, run.err);
    CHECK(!fs::exists(folder.path() / "plan.html"));
  }
  folder.write("plan.json", with_map("http://127.0.0.1:" + std::to_string(listener.port()) + "/kort"));
  for (const auto& engine : kEngines) CHECK(render(folder, "plan.json", "pdf", "plan.pdf", engine).exit_code == 0);
  CHECK(render(folder, "plan.json", "html", "plan.html", "sats").exit_code == 0);
  CHECK(listener.calls() == 0);
}

TEST_CASE("HTML in a guide is shown as text, with a warning for each piece of it") {
  const Listener listener;
  const TemporaryFolder folder;
  const auto text = joined(attacks(listener.port()));
  write_guide(folder, "fjendtlig", "Ord " + text.substr(0, text.find(" {{borger")));
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
  const auto text = joined(attacks(listener.port()));
  for (const auto& engine : kEngines) {
    INFO(engine);
    const TemporaryFolder folder;
    folder.write("planer/fjendtlig.json", plan_with(attacks(listener.port())));
    write_guide(folder, "bog", "Ord " + text.substr(0, text.find(" {{borger")));
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
