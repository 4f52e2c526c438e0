#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "end_to_end/hostile_texts.h"
#include "end_to_end/listener.h"
#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::attacks;
using end_to_end::check_gave_nothing;
using end_to_end::kEngines;
using end_to_end::Listener;
using end_to_end::plan_with;
using end_to_end::render;
using nlohmann::ordered_json;
using test_support::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

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
    auto plan = ordered_json::parse(end_to_end::sample("anders-dagpenge.json"));
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
