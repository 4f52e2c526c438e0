#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "end_to_end/pdf_pages.h"
#include "end_to_end/program.h"
#include "support/temporary_folder.h"

using end_to_end::page_texts;
using end_to_end::squeezed;
using end_to_end::vejviser;
namespace fs = std::filesystem;

namespace {

/// The demo site, built once for all cases of this file.
const fs::path& demo() {
  static const test_support::TemporaryFolder folder;
  static const auto run = vejviser({"build", "--date", "2019-11-21", "--out", folder.path().string()});
  REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return folder.path();
}

/// A line of the contents: a title, dots, the page it names.
struct ContentsLine {
  std::string title;
  std::size_t page = 0;
};

std::vector<ContentsLine> contents_lines(const std::string& text) {
  // Line by line: over a whole page the expression would walk back through every blank of the page.
  static const std::regex expression(R"(\s*(?:\d+\s+)?(\S.*?)\s*[. ]{6,}\s*(\d+)\s*)");
  std::vector<ContentsLine> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("....") == std::string::npos && line.find(" . . ") == std::string::npos) continue;
    if (std::smatch match; std::regex_match(line, match, expression)) found.push_back({match[1], std::stoul(match[2])});
  }
  return found;
}

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

/// The lines of a font listing, without its two lines of heading.
std::vector<std::string> font_lines(const std::string& listing) {
  std::istringstream text(listing);
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  lines.erase(lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(2, std::ssize(lines)));
  return lines;
}

std::string run_tool(std::vector<std::string> arguments) {
  return test_support::run_program({.arguments = std::move(arguments), .folder = ".", .environment = {}}).out;
}

}  // namespace

TEST_CASE("every sample becomes a page, a print version and a PDF, for the citizen and for the a-kasse") {
  std::size_t samples = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() != ".json") continue;
    ++samples;
    const auto name = entry.path().stem().string();
    for (const auto* folder : {"planer/", "planer-akasse/"}) {
      for (const auto* ending : {".html", ".pdf", "-print.pdf"})
        CHECK_MESSAGE(fs::exists(demo() / (folder + name + ending)), folder, name, ending);
    }
  }
  CHECK(samples >= 10);
}

TEST_CASE("the contents of every plan's PDF name the pages that the sections stand on") {
  for (const auto& entry : fs::directory_iterator(demo() / "planer")) {
    const auto file = entry.path().filename().string();
    if (!file.ends_with(".pdf") || file.ends_with("-print.pdf")) continue;
    const auto pages = page_texts(entry.path());
    REQUIRE_MESSAGE(!pages.empty(), file);
    CHECK_MESSAGE(pages[0].find("Indholdsfortegnelse") != std::string::npos, file);
    for (const auto& line : contents_lines(pages[0] + (pages.size() > 2 && file.starts_with("lang") ? pages[1] : ""))) {
      REQUIRE_MESSAGE(line.page <= pages.size(), file, ": ", line.title);
      CHECK_MESSAGE(squeezed(pages[line.page - 1]).find(squeezed(line.title)) != std::string::npos, file, ": ", line.title,
                    " is not on page ", line.page);
    }
  }
}

TEST_CASE("no two lines of a plan's contents have the same words") {
  std::size_t lines = 0;
  for (const auto& entry : fs::directory_iterator(demo() / "planer")) {
    const auto file = entry.path().filename().string();
    if (!file.ends_with(".pdf") || file.ends_with("-print.pdf")) continue;
    const auto pages = page_texts(entry.path());
    std::set<std::string> titles;
    for (const auto& line : contents_lines(pages[0] + (file.starts_with("lang") ? pages[1] : ""))) {
      ++lines;
      CHECK_MESSAGE(titles.insert(squeezed(line.title)).second, file, ": ", line.title);
    }
  }
  CHECK(lines > 50);
}

TEST_CASE("a plan's PDF has only what is current and no timeline; the print version has the timeline") {
  const auto pdf = run_tool({"pdftotext", (demo() / "planer/anders-dagpenge.pdf").string(), "-"});
  const auto print = run_tool({"pdftotext", (demo() / "planer/anders-dagpenge-print.pdf").string(), "-"});
  CHECK(pdf.find("21. november 2019 - 21. maj 2020") == std::string::npos);
  CHECK(print.find("21. november 2019 - 21. maj 2020") != std::string::npos);
  CHECK(print.find("31. okt. 2019") != std::string::npos);  // a past agreement
  CHECK(pdf.find("31. okt. 2019") == std::string::npos);
  for (const auto* row : {"Hvad er aftalt", "Hvornår", "Hvorfor", "Afholdelsessted:", "Arbejdssted:"}) {
    CHECK_MESSAGE(pdf.find(row) != std::string::npos, row);
  }
}

TEST_CASE("the print version has what the screen shows: what is new, the film, and the buttons as addresses") {
  std::size_t with_news = 0;
  std::size_t with_film = 0;
  std::size_t with_buttons = 0;
  for (const auto& entry : fs::directory_iterator(demo() / "planer")) {
    if (entry.path().extension() != ".html") continue;
    const auto name = entry.path().stem().string();
    const auto screen = end_to_end::read_file(entry.path());
    const auto pdf = run_tool({"pdftotext", (demo() / "planer" / std::string(name).append(".pdf")).string(), "-"});
    const auto print = run_tool({"pdftotext", (demo() / "planer" / std::string(name).append("-print.pdf")).string(), "-"});
    const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
    for (const auto* words : {"Nyt i din plan", "Se filmen om uddannelsesplanen", "SEND TIL SAGSBEHANDLER"})
      CHECK_MESSAGE(has(print, words) == has(screen, words), name, ": ", words);
    CHECK_MESSAGE(has(print, "SAGSBEHANDLER: https://jobnet.dk/min-plan") == has(screen, "SEND TIL SAGSBEHANDLER"), name);
    CHECK_MESSAGE(!has(pdf, "Nyt i din plan"), name);
    with_news += has(screen, "Nyt i din plan") ? 1U : 0U;
    with_film += has(screen, "Se filmen om uddannelsesplanen") ? 1U : 0U;
    with_buttons += has(screen, "SEND TIL SAGSBEHANDLER") ? 1U : 0U;
  }
  CHECK(with_news >= 3);
  CHECK(with_film >= 1);
  CHECK(with_buttons >= 1);
}

TEST_CASE("the print version of every plan has the links that its page on the screen has") {
  std::size_t links = 0;
  for (const std::string folder : {"planer", "planer-akasse"}) {
    for (const auto& entry : fs::directory_iterator(demo() / folder)) {
      const auto name = entry.path().stem().string();
      if (entry.path().extension() != ".html" || name == "index") continue;
      INFO(folder, "/", name);
      const auto print = end_to_end::read_pages(demo() / folder / std::string(name).append("-print.pdf"));
      std::set<std::string> addresses;
      for (const auto& link : print.links) addresses.insert(link.address);
      const auto text = squeezed(end_to_end::words_of(demo() / folder / std::string(name).append("-print.pdf")));
      for (const auto& link : links_out_of(end_to_end::read_file(entry.path()))) {
        CHECK_MESSAGE(addresses.contains(link.address), link.address);
        CHECK_MESSAGE(text.find(squeezed(link.text)) != std::string::npos, link.text);
        ++links;
      }
    }
  }
  CHECK(links > 150);
}

TEST_CASE("the book's contents name the pages that the chapters begin on, and so do its bookmarks") {
  const auto book = demo() / "haandbog/haandbog.pdf";
  const auto pages = page_texts(book);
  REQUIRE(pages.size() >= 38);
  CHECK(pages.size() <= 50);
  const auto contents = std::find_if(pages.begin(), pages.end(), [](const auto& page) {
    return page.find("Indhold") != std::string::npos && contents_lines(page).size() > 10;
  });
  REQUIRE(contents != pages.end());
  const auto lines = contents_lines(*contents);
  CHECK(lines.size() >= 26);  // four parts and twenty-two chapters
  for (const auto& line : lines) {
    REQUIRE_MESSAGE(line.page <= pages.size(), line.title);
    CHECK_MESSAGE(squeezed(pages[line.page - 1]).find(squeezed(line.title)) != std::string::npos, line.title,
                  " is not on page ", line.page);
  }
  const auto outline = run_tool({"mutool", "show", book.string(), "outline"});
  for (const auto& line : lines) {
    CHECK_MESSAGE(squeezed(outline).find(squeezed(line.title)) != std::string::npos, "no bookmark ", line.title);
  }
}

TEST_CASE("every page of the book says which page it is, of how many, and which chapter, the cover nothing") {
  const auto pages = page_texts(demo() / "haandbog/haandbog.pdf");
  CHECK(pages[0].find("side 1 af") == std::string::npos);
  for (std::size_t i = 1; i < pages.size(); ++i) {
    const auto foot = "side " + std::to_string(i + 1) + " af " + std::to_string(pages.size());
    CHECK_MESSAGE(pages[i].find(foot) != std::string::npos, "page ", i + 1);
  }
}

TEST_CASE("cross references in the book give the page of what they point to") {
  const auto pages = page_texts(demo() / "haandbog/haandbog.pdf");
  static const std::regex reference(R"(\(side\s+(\d+)\))");
  std::size_t references = 0;
  for (const auto& page : pages) {
    for (auto match = std::sregex_iterator(page.begin(), page.end(), reference); match != std::sregex_iterator(); ++match) {
      const auto target = std::stoul((*match)[1]);
      CHECK(target >= 1);
      CHECK(target <= pages.size());
      ++references;
    }
  }
  CHECK(references >= 40);
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
  REQUIRE(arguments.size() > 40);
  const auto run = test_support::run_program({.arguments = arguments, .folder = ".", .environment = {}});
  CHECK_MESSAGE(run.exit_code == 0, run.out);
}
