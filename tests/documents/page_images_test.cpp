// Pages of whole documents are compared with accepted pictures of them.
//
// GOLDEN=update accepts what the pages look like now; look at every changed picture before you commit it.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "documents/made_document.h"
#include "documents/picture.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

/// Where accepted pictures stand, and where those of failures are left.
const fs::path kAccepted = fs::path(VEJVISER_SOURCE_DIR) / "tests/documents/pages";
const fs::path kFailed = fs::path(DOCUMENTS_BUILD_FOLDER) / "pages";

constexpr std::uintmax_t kMostBytes = 60'000;

/// Which pages are looked at, by document.
const std::map<std::string, std::vector<unsigned>>& looked_at() {
  static const std::map<std::string, std::vector<unsigned>> pages{{"own-navne", {1}},
                                                                  {"own-formular", {1}},
                                                                  {"own-spalter", {2}},
                                                                  {"own-lange-tabeller", {1}},
                                                                  {"haandbog-standard", {1, 3, 7, 37}},
                                                                  {"plan-anders-dagpenge-borger", {1, 2, 3}}};
  return pages;
}

bool accepts() {
  const char* word = std::getenv("GOLDEN");
  return word != nullptr && std::string(word) == "update";
}

void look_at(const std::string& name, const documents::Picture& actual) {
  const auto path = kAccepted / (name + ".png");
  const auto expected = documents::read_png(path);
  const auto difference = expected ? documents::compare(*expected, actual)
                                   : documents::Difference{.score = 1e9, .places = "no accepted picture"};
  if (difference.is_acceptable()) return;
  if (accepts()) {
    documents::write_png(path, actual);
    CHECK_MESSAGE(fs::file_size(path) < kMostBytes, name, " is too large to keep");
    return;
  }
  documents::write_png(kFailed / (name + ".png"), actual);
  documents::write_difference(kFailed / (name + ".difference.png"), actual, difference);
  FAIL_CHECK(name, " does not look as accepted (", difference.score, " at ", difference.places, "): see ",
             (kFailed / (name + ".difference.png")).string());
}

documents::Picture picture_of(const std::string& body) {
  const auto made = documents::make_own(
      {.html = "<!doctype html><html lang=da><title>Prøve</title><style>@page { size: A5; margin: 15mm } body { font: 11pt "
               "'Open "
               "Sans' } .boks { border: 0.5pt solid #666; width: 60mm; height: 20mm } p { margin: 0 0 3mm }</style>" +
               body});
  const test_support::TemporaryFolder folder;
  return documents::draw_page(folder.write("a.pdf", made.pdf), 1);
}

}  // namespace

TEST_CASE("pages look as accepted") {
  std::size_t pages = 0;
  for (const auto& row : documents::document_table()) {
    const auto found = looked_at().find(row.name);
    if (found == looked_at().end()) continue;
    const auto made = row.make();
    const test_support::TemporaryFolder folder;
    const auto pdf = folder.write("a.pdf", made.pdf);
    for (const unsigned page : found->second) {
      look_at(row.name + "-" + std::to_string(page), documents::draw_page(pdf, page));
      ++pages;
    }
  }
  std::size_t wanted = 0;
  for (const auto& [name, numbers] : looked_at()) wanted += numbers.size();
  CHECK(pages == wanted);
}

TEST_CASE("every accepted picture is of a page that is looked at") {
  for (const auto& entry : fs::directory_iterator(kAccepted)) {
    const auto name = entry.path().stem().string();
    const auto dash = name.rfind('-');
    const auto found = looked_at().find(name.substr(0, dash));
    REQUIRE_MESSAGE(found != looked_at().end(), name);
    const auto page = static_cast<unsigned>(std::stoul(name.substr(dash + 1)));
    CHECK_MESSAGE(std::find(found->second.begin(), found->second.end(), page) != found->second.end(), name);
  }
}

TEST_CASE("a page that is lost a word, or whose box moves by three millimetres, does not look the same") {
  const std::string text = "<h1>Prøve</h1><p>Anne skal i praktik på et lager.</p>";
  const auto page = picture_of(text + "<div class=boks></div>");
  CHECK(documents::compare(page, picture_of(text + "<div class=boks></div>")).score == 0);
  CHECK_FALSE(
      documents::compare(page, picture_of(text + "<div class=boks style='margin-left: 3mm'></div>")).is_acceptable());
  CHECK_FALSE(documents::compare(page, picture_of(text + "<div class=boks style='margin-top: 6mm'></div>")).is_acceptable());
  CHECK_FALSE(documents::compare(page, picture_of(text + "<div></div>")).is_acceptable());
  CHECK_FALSE(documents::compare(page, picture_of("<h1>Prøve</h1><p>Anne skal i praktik på et.</p><div class=boks></div>"))
                  .is_acceptable());
}

TEST_CASE("how a renderer smooths the edges of letters does not count") {
  auto page = picture_of("<h1>Prøve</h1><p>Anne skal i praktik på et lager.</p><div class=boks></div>");
  const auto sharp = page;
  for (std::size_t i = 1; i + 1 < page.greys.size(); ++i) {
    page.greys[i] = static_cast<std::uint8_t>((sharp.greys[i - 1] + 6 * sharp.greys[i] + sharp.greys[i + 1]) / 8);
  }
  CHECK(documents::compare(sharp, page).is_acceptable());
  CHECK(page.greys != sharp.greys);
}
