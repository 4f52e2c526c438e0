#include "end_to_end/demo.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "end_to_end/pdf_pages.h"
#include "end_to_end/program.h"

using end_to_end::demo;
using end_to_end::demos;
using end_to_end::squeezed;
namespace fs = std::filesystem;

namespace {

/// A link of a page for the screen that leads out of the site.
struct ScreenLink {
  std::string address;
  std::string text;
};

std::vector<ScreenLink> links_out_of(const std::string& html) {
  static const std::regex expression(R"re(<a [^>]*href="((?:https?|tel|mailto):[^"]*)"[^>]*>([^\n]*?)</a>)re");
  static const std::regex tag("<[^>]*>");
  static const std::regex ampersand("&amp;");
  std::vector<ScreenLink> links;
  for (auto match = std::sregex_iterator(html.begin(), html.end(), expression); match != std::sregex_iterator(); ++match) {
    links.push_back({std::regex_replace((*match)[1].str(), ampersand, "&"),
                     std::regex_replace(std::regex_replace((*match)[2].str(), tag, ""), ampersand, "&")});
  }
  return links;
}

/// A page as it opens: without the rows of the list that its drawn timeline does not lead to.
std::string as_it_opens(const std::string& html) {
  static const std::regex row(R"re(<details id="(post-[^"]*)")re");
  std::string shown;
  auto from = html.begin();
  for (auto match = std::sregex_iterator(html.begin(), html.end(), row); match != std::sregex_iterator(); ++match) {
    const auto begin = html.begin() + match->position();
    const bool is_drawn = html.find("href=\"#" + (*match)[1].str() + "\"") != std::string::npos;
    if (begin < from || is_drawn) continue;
    shown.append(from, begin);
    from = html.begin() + static_cast<std::ptrdiff_t>(html.find("</details>", static_cast<std::size_t>(match->position())));
  }
  return shown.append(from, html.end());
}

/// The lines of a font listing, without its two lines of heading.
std::vector<std::string> font_lines(const std::string& listing) {
  std::istringstream text(listing);
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  lines.erase(lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(2, std::ssize(lines)));
  return lines;
}

/// The pages of plans in a folder of a site; lists and pages of what is new are not of a plan.
std::vector<fs::path> plan_pages(const fs::path& folder) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(folder)) {
    auto pdf = entry.path();
    if (entry.path().extension() == ".html" && fs::exists(pdf.replace_extension(".pdf"))) pages.push_back(entry.path());
  }
  return pages;
}

std::string run_tool(std::vector<std::string> arguments) {
  return test_support::run_program({.arguments = std::move(arguments), .folder = ".", .environment = {}}).out;
}

}  // namespace

TEST_CASE("every sample becomes a page, a print version and a PDF, for the citizen and, if she has one, for the a-kasse") {
  std::size_t samples = 0;
  std::size_t insured = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() != ".json") continue;
    ++samples;
    const auto name = entry.path().stem().string();
    const bool has_akasse = end_to_end::read_file(entry.path()).find(R"("maalgruppe": "dagpenge)") != std::string::npos;
    insured += has_akasse ? 1U : 0U;
    for (const auto* ending : {".html", ".pdf", "-print.pdf"}) {
      CHECK_MESSAGE(fs::exists(demo() / ("planer/" + name + ending)), name, ending);
      CHECK_MESSAGE(fs::exists(demo() / ("planer-akasse/" + name + ending)) == has_akasse, name, ending);
    }
  }
  CHECK(insured >= 2);
  CHECK(samples >= 10);
}

TEST_CASE("a plan's PDF has only what is current and no timeline; the print version has the timeline") {
  for (const auto& [engine, site] : demos()) {
    INFO(engine);
    const auto pdf = run_tool({"pdftotext", (site / "planer/anders-dagpenge.pdf").string(), "-"});
    const auto print = run_tool({"pdftotext", (site / "planer/anders-dagpenge-print.pdf").string(), "-"});
    CHECK(pdf.find("21. november 2019 - 21. maj 2020") == std::string::npos);
    CHECK(print.find("21. november 2019 - 21. maj 2020") != std::string::npos);
    CHECK(squeezed(print).find(squeezed("Planen har også 2 aftaler")) != std::string::npos);  // those before the window
    CHECK(pdf.find("Planen har også") == std::string::npos);
    for (const auto* row : {"Hvad er aftalt", "Hvornår", "Hvorfor", "Afholdelsessted:", "Arbejdssted:"}) {
      CHECK_MESSAGE(pdf.find(row) != std::string::npos, row);
    }
  }
}

TEST_CASE("the print version has what the screen shows: what is new, the film, and the buttons as addresses") {
  for (const auto& [engine, site] : demos()) {
    INFO(engine);
    std::size_t with_news = 0;
    std::size_t with_film = 0;
    std::size_t with_buttons = 0;
    for (const auto& page : plan_pages(site / "planer")) {
      const auto name = page.stem().string();
      const auto screen = end_to_end::read_file(page);
      const auto pdf = run_tool({"pdftotext", (site / "planer" / std::string(name).append(".pdf")).string(), "-"});
      const auto print = run_tool({"pdftotext", (site / "planer" / std::string(name).append("-print.pdf")).string(), "-"});
      const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
      for (const auto* words : {"Nyt i din plan", "Se filmen om uddannelsesplanen", "SEND TIL SAGSBEHANDLER"})
        CHECK_MESSAGE(has(print, words) == has(screen, words), name, ": ", words);
      CHECK_MESSAGE(
          has(print, "SAGSBEHANDLER på Jobnet: https://jobnet.dk/min-plan") == has(screen, "SEND TIL SAGSBEHANDLER"), name);
      CHECK_MESSAGE(!has(pdf, "Nyt i din plan"), name);
      with_news += has(screen, "Nyt i din plan") ? 1U : 0U;
      with_film += has(screen, "Se filmen om uddannelsesplanen") ? 1U : 0U;
      with_buttons += has(screen, "SEND TIL SAGSBEHANDLER") ? 1U : 0U;
    }
    CHECK(with_news >= 3);
    CHECK(with_film >= 1);
    CHECK(with_buttons >= 1);
  }
}

TEST_CASE("the print version of every plan has the links that its page on the screen opens with") {
  for (const auto& [engine, site] : demos()) {
    INFO(engine);
    std::size_t links = 0;
    for (const std::string folder : {"planer", "planer-akasse"}) {
      for (const auto& page : plan_pages(site / folder)) {
        const auto name = page.stem().string();
        INFO(folder, "/", name);
        const auto print = end_to_end::read_pages(site / folder / std::string(name).append("-print.pdf"));
        std::set<std::string> addresses;
        for (const auto& link : print.links) addresses.insert(link.address);
        const auto text = squeezed(end_to_end::words_of(site / folder / std::string(name).append("-print.pdf")));
        for (const auto& link : links_out_of(as_it_opens(end_to_end::read_file(page)))) {
          CHECK_MESSAGE(addresses.contains(link.address), link.address);
          CHECK_MESSAGE(text.find(squeezed(link.text)) != std::string::npos, link.text);
          ++links;
        }
      }
    }
    CHECK(links > 100);
  }
}

TEST_CASE("every PDF of the demo is sound, says its title, language and author, and hides no font") {
  for (const auto& file : end_to_end::files_below(demo())) {
    if (!file.ends_with(".pdf")) continue;
    INFO(file);
    const auto path = (demo() / file).string();
    CHECK(test_support::run_program({.arguments = {"qpdf", "--check", path}, .folder = ".", .environment = {}}).exit_code ==
          0);
    const auto info = run_tool({"pdfinfo", path});
    CHECK(info.find("Title:") != std::string::npos);
    CHECK(info.find("Jobcenter Nørreby") != std::string::npos);
    for (const auto& font : font_lines(run_tool({"pdffonts", path}))) {
      CHECK_MESSAGE(font.find(" yes yes ") != std::string::npos, "not embedded as a subset: ", font);
    }
  }
}

TEST_CASE("every PDF of the demo holds the machine-checkable conditions of PDF/UA-1") {
  std::vector<std::string> arguments{CHECK_PDF_PROGRAM};
  for (const auto& file : end_to_end::files_below(demo())) {
    if (file.ends_with(".pdf")) arguments.push_back((demo() / file).string());
  }
  REQUIRE(arguments.size() > 24);
  const auto run = test_support::run_program({.arguments = arguments, .folder = ".", .environment = {}});
  CHECK_MESSAGE(run.exit_code == 0, run.out);
}
