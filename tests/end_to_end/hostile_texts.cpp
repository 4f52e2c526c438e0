#include "end_to_end/hostile_texts.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "end_to_end/program.h"

namespace end_to_end {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using test_support::TemporaryFolder;

namespace {

/// The first words of /etc/passwd on any machine.
constexpr const char* kPasswd = "root:x:0:0";

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

/// A PDF with every stream and object readable.
std::string opened_pdf(const fs::path& pdf) {
  const TemporaryFolder folder;
  const auto out = (folder.path() / "open.pdf").string();
  test_support::run_program(
      {.arguments = {"qpdf", "--qdf", "--object-streams=disable", pdf.string(), out}, .folder = ".", .environment = {}});
  return folder.read("open.pdf");
}

}  // namespace

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

std::string sample(const char* name) { return read_file(fs::path(VEJVISER_SOURCE_DIR) / "samples" / name); }

std::string plan_with(std::vector<std::string> pieces) {
  auto plan = ordered_json::parse(sample("anders-dagpenge.json"));
  Poisoning(std::move(pieces)).apply(plan);
  return plan.dump(1);
}

void write_guide(const TemporaryFolder& folder, const std::string& name, const std::string& chapter) {
  folder.write(name + "/index.md", "---\ntitle: Vejledning\n---\n\nIndledning.\n");
  folder.write(name + "/01-kapitel.md", "---\ntitle: Kapitel\n---\n\n" + chapter + "\n");
}

void write_hostile_guide(const TemporaryFolder& folder, const std::string& name, int port) {
  const auto text = joined(attacks(port));
  write_guide(folder, name, "Ord " + text.substr(0, text.find(" {{borger")));
}

test_support::ProgramRun render(const TemporaryFolder& folder, const std::string& input, const std::string& form,
                                const std::string& output, const std::string& engine) {
  return vejviser({"render", input, "--to", form, "-o", output, "--engine", engine, "--date", "2019-11-21"}, folder.path());
}

void check_gave_nothing(const fs::path& file) {
  INFO(file.string());
  const bool is_pdf = file.extension() == ".pdf";
  const auto bytes = is_pdf ? opened_pdf(file) + words_of(file) : read_file(file);
  REQUIRE(!bytes.empty());
  CHECK(bytes.find(kSecret) == std::string::npos);
  CHECK(bytes.find(kPasswd) == std::string::npos);
  if (!is_pdf) return;
  for (const auto* action : {"/JavaScript", "/JS ", "/Launch", "/EmbeddedFile", "/SubmitForm", "/ImportData", "/GoToR"})
    CHECK_MESSAGE(bytes.find(action) == std::string::npos, action);
  for (const auto* link : {"/URI (file:", "/URI (javascript:", "/URI (/etc"})
    CHECK_MESSAGE(bytes.find(link) == std::string::npos, link);
}

}  // namespace end_to_end
