// What Debian's wkhtmltopdf must print after our treatment: true sizes, whole lines, headings with their text.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <string>

#include "pdf/engine_table.h"
#include "pdf/inspect.h"
#include "pdf/temporary_folder.h"
#include "pdf/wkhtmltopdf/wkhtmltopdf_engine.h"
#include "unit/pdf/pdf_reading.h"

using namespace pdf_test;

namespace {

constexpr double kMillimetre = 72 / 25.4;

const pdf::PdfEngine* engine_or_skip() {
  static const auto engine = pdf::make_wkhtmltopdf_engine({.command = {}, .wkhtmltox_library = ""});
  if (engine->availability().here()) return engine.get();
  MESSAGE("SKIPPED: wkhtmltopdf is not here");
  return nullptr;
}

pdf::Typeset must_print(const pdf::PdfEngine& engine, const base::PrintDocument& document) {
  base::Problems problems;
  auto made = engine.typeset(document, resources(), problems);
  INFO("problems: " << codes(problems));
  REQUIRE(made);
  return *made;
}

std::string words(int count, int from) {
  constexpr std::array<const char*, 12> kWords{"konsulenten", "og",   "borgeren", "taler", "om", "planen",
                                               "hver",        "gang", "de",       "mødes", "på", "jobcentret"};
  std::string out;
  for (int i = 0; i < count; ++i) out += std::string(kWords[static_cast<std::size_t>(from + i) % kWords.size()]) + " ";
  return out;
}

std::string spacer(int pixels) { return "<div style=\"height:" + std::to_string(pixels) + "px\"></div>"; }

std::string repeated(int count, const std::function<std::string(int)>& piece) {
  std::string out;
  for (int i = 0; i < count; ++i) out += piece(i);
  return out;
}

/// No letter may stand so near the edge of the printed area that a part of it is on the next page.
void check_whole_lines(const std::string& pdf, const base::PageSetup& page) {
  const double foot = page.margin_bottom * kMillimetre;
  const double head = (page.height - page.margin_top) * kMillimetre;
  double lowest = head;
  double lowest_descender = head;
  double highest_ascender = foot;
  for (const auto& text : placed_texts(pdf)) {
    if (text.page == 1) lowest = std::min(lowest, text.base_line);
    lowest_descender = std::min(lowest_descender, text.base_line - 0.2 * text.size);
    highest_ascender = std::max(highest_ascender, text.base_line + 0.7 * text.size);
  }
  CHECK(lowest_descender > foot - 0.5);
  CHECK(highest_ascender < head + 0.5);
  // The first page is really full: the check above saw lines at its foot.
  CHECK(lowest < foot + 90);
}

}  // namespace

TEST_CASE("wkhtmltopdf: type comes out at the size that the sheet says") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  for (const double size : {7.5, 9.0, 10.5, 11.0, 12.0, 16.0, 24.0, 36.0}) {
    const auto made = must_print(*engine, document("<p style=\"font-size:" + std::to_string(size) + "pt\">Brødtekst</p>"));
    const auto texts = placed_texts(made.pdf);
    REQUIRE_FALSE(texts.empty());
    for (const auto& text : texts) CHECK(text.size == doctest::Approx(size).epsilon(0.01));
  }
}

TEST_CASE("wkhtmltopdf: lengths and places come out as written") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  const auto made = must_print(
      *engine,
      document(R"(<p style="margin:0;line-height:20pt">a</p><p style="margin:0;line-height:20pt;padding-top:100mm">b</p>)"));
  const auto texts = placed_texts(made.pdf);
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].base_line - texts[1].base_line == doctest::Approx(100 * kMillimetre + 20).epsilon(0.002));
  // 22 mm of margin, then a line of 20 points with 11 point type about its middle.
  CHECK(texts[0].base_line == doctest::Approx((297 - 22) * kMillimetre - 14).epsilon(0.002));
}

TEST_CASE("wkhtmltopdf: no line is cut at the foot of a page") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  struct Case {
    const char* name;
    std::string body;
  };
  const std::vector<Case> cases{
      {"paragraphs", repeated(12, [](int i) { return "<p>" + words(120, i) + "</p>"; })},
      {"rows",
       "<table>" +
           repeated(30,
                    [](int i) { return "<tr><td>" + words(5 + i % 4, i) + "<td>" + words(10 + i * 7 % 60, i) + "</tr>"; }) +
           "</table>"},
      {"one huge cell",
       "<table><tr><td>x<td>" + repeated(14, [](int i) { return "<p>" + words(90, i) + "</p>"; }) + "</table>"},
      {"floats", repeated(10,
                          [](int i) {
                            return "<div style=\"float:right;width:60mm;border:1px solid;margin:2mm\">" + words(50, i) +
                                   "</div><p>" + words(140, i) + "</p>";
                          })},
      {"nested lists",
       "<ul>" + repeated(20, [](int i) { return "<li>" + words(30, i) + "<ul><li>" + words(44, i) + "</ul>"; }) + "</ul>"},
      {"boxes", repeated(8,
                         [](int i) {
                           return "<div style=\"border:1px solid;padding:3mm;margin:3mm;overflow:hidden\">" + words(230, i) +
                                  "</div>";
                         })},
      {"code", "<pre>" + repeated(130, [](int i) { return words(6, i) + "\n"; }) + "</pre>"},
  };
  for (const auto& [name, body] : cases) {
    for (int offset = 0; offset < 24; offset += 3) {
      INFO(std::string(name) << ", " << offset << " px down");
      const auto with_offset = document(spacer(offset) + body);
      const auto made = must_print(*engine, with_offset);
      CHECK(made.pages >= 2);
      check_whole_lines(made.pdf, with_offset.page);
    }
  }
}

TEST_CASE("wkhtmltopdf: nothing of the next page is drawn at the foot of a page") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  struct Case {
    const char* name;
    std::string body;
  };
  const std::string box = "border:2px solid #800;background:#fdd;padding:3mm;page-break-inside:avoid";
  // A page is no whole number of QtWebKit's pixels high, so that an edge falls on either side of it.
  const std::vector<Case> cases{
      {"borders at forced breaks",
       repeated(12,
                [](int i) {
                  return "<section style=\"page-break-before:always\"><header style=\"border-top:0.7mm solid "
                         "#800;padding-top:2.5mm;page-break-inside:avoid;page-break-after:avoid\"><h2 id=\"k" +
                         std::to_string(i) + "\">Kapitel</h2></header><p>" + words(200 + 17 * i, i) + "</p></section>";
                })},
      {"a box across the break", "<div style=\"background:#fdd;height:6000px\">Først</div>"},
      {"boxes that are moved",
       repeated(12, [&](int i) { return "<div style=\"" + box + "\">" + words(300 + i, i) + "</div>"; })},
  };
  for (const auto& [name, body] : cases) {
    auto with_border = document(body);
    with_border.page.margin_top = 20;
    with_border.page.margin_bottom = 18;
    with_border.page.margin_left = with_border.page.margin_right = 17;
    const double foot = with_border.page.margin_bottom * kMillimetre;
    const auto pages = drawn_pages(must_print(*engine, with_border).pdf);
    CHECK(pages.size() >= 6);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      INFO(std::string(name) << ", page " << i + 1);
      const auto lowest = pages[i].lowest_ink(foot - 3, 840);
      REQUIRE(lowest);
      CHECK(*lowest > foot + 0.4);
    }
  }
}

TEST_CASE("wkhtmltopdf: a row that was moved leaves no empty strip behind") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  for (int down = 700; down < 796; down += 12) {
    INFO(down << " px down");
    std::string rows;
    for (int i = 0; i < 8; ++i)
      rows += "<tr style=\"background:#fdb\"><td>Navn<td>" + words(i % 2 == 0 ? 4 : 60, i) + "</tr>";
    const auto made = must_print(*engine, document(spacer(down) + "<table>" + rows + "</table>"));
    REQUIRE(made.pages == 2);
    double last_line = 900;
    for (const auto& text : placed_texts(made.pdf)) {
      if (text.page == 1) last_line = std::min(last_line, text.base_line);
    }
    const auto lowest = drawn_pages(made.pdf).front().lowest_ink(10, 840);
    REQUIRE(lowest);
    // Below the last line there is its descent and the padding of its cell.
    CHECK(last_line - *lowest < 11);
  }
}

TEST_CASE("wkhtmltopdf: a heading stays with its text") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  for (int down = 900; down < 980; down += 7) {
    INFO(down << " px down");
    const auto made = must_print(
        *engine,
        document(spacer(down) + R"(<h2 id="a" style="margin-top:12mm">Overskrift</h2><h3 id="b">Under den</h3><p id="c">)" +
                 words(80, 0) + "</p><h2 id=\"d\">Den næste</h2><p>" + words(10, 3) + "</p>"));
    int heading = 0;
    int below = 0;
    int text = 0;
    for (const auto& landmark : made.landmarks) {
      if (landmark.id == "a") heading = landmark.page;
      if (landmark.id == "b") below = landmark.page;
      if (landmark.id == "c") text = landmark.page;
    }
    CHECK(heading == below);
    CHECK(below == text);
    CHECK(made.pages <= 2);
  }
}

TEST_CASE("wkhtmltopdf: what stands in one group with a heading stays with the text too") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  for (int down = 900; down < 980; down += 7) {
    INFO(down << " px down");
    const auto made = must_print(
        *engine,
        document(spacer(down) + R"(<hgroup><h2 id="a">Overskrift</h2><p id="b">Det handler den om</p></hgroup><p id="c">)" +
                 words(80, 0) + "</p>"));
    std::vector<int> pages;
    for (const auto& landmark : made.landmarks) {
      for (const auto* id : {"a", "b", "c"}) {
        if (landmark.id == id) pages.push_back(landmark.page);
      }
    }
    REQUIRE(pages.size() == 3);
    CHECK(pages[0] == pages[1]);
    CHECK(pages[1] == pages[2]);
    CHECK(made.pages <= 2);
  }
}

TEST_CASE("wkhtmltopdf: what is too wide is cut off with a warning, and does not shrink the rest") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  base::Problems problems;
  const auto made =
      engine->typeset(document("<p>Tekst</p><table style=\"width:400mm\"><tr><td>a<td>b</table>"), resources(), problems);
  REQUIRE(made);
  CHECK(codes(problems).find("pdf.for-bredt\n") != std::string::npos);
  CHECK(problems.error_count() == 0);
  for (const auto& text : placed_texts(made->pdf)) CHECK(text.size == doctest::Approx(11).epsilon(0.01));
  const auto fits = must_print(
      *engine, document("<p>" + std::string(300, 'x') + " https://www.eksempel.dk/" + std::string(200, 'y') + "</p>"));
  for (const auto& text : placed_texts(fits.pdf)) CHECK(text.size == doctest::Approx(11).epsilon(0.01));
}

TEST_CASE("wkhtmltopdf: a row is not divided, and the head of a table is not left alone") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  for (int down = 860; down < 960; down += 9) {
    INFO(down << " px down");
    const auto made =
        must_print(*engine, document(spacer(down) + "<table><thead><tr><th>HOVED<th>x</thead><tbody><tr><td>BEGYNDER " +
                                     words(30, 0) + " SLUTTER<td>NABO</tr><tr><td>y<td>z</tbody></table>"));
    const auto texts = page_texts(made.pdf);
    const auto page_of = [&](std::string_view word) {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].find(word) != std::string::npos) return static_cast<int>(i);
      }
      return -1;
    };
    CHECK(page_of("BEGYNDER") == page_of("SLUTTER"));
    CHECK(page_of("BEGYNDER") == page_of("NABO"));
    CHECK(page_of("HOVED") == page_of("BEGYNDER"));
  }
}

TEST_CASE("wkhtmltopdf: a break that was asked for after a heading is left in peace") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  const auto made =
      must_print(*engine, document(R"(<h1 id="del">Del 1</h1><h2 class="ny" id="kapitel">Kapitel</h2><p>Tekst</p>)"));
  CHECK(made.pages == 2);
  REQUIRE(made.landmarks.size() == 2);
  CHECK(made.landmarks[0].page == 1);
  CHECK(made.landmarks[1].page == 2);
}

TEST_CASE("wkhtmltopdf: page numbers hold when filling them in moves the text") {
  const auto* engine = engine_or_skip();
  if (engine == nullptr) return;
  // Each reference is a little longer with its number than without, so that targets near a page's end move on.
  std::string body;
  for (int i = 0; i < 40; ++i) {
    body += "<h2 id=\"k" + std::to_string(i) + "\">Kapitel " + std::to_string(i) + "</h2><p>" + words(60, i);
    for (int k = 0; k < 40; k += 3) body += "side <span data-page-of=\"#k" + std::to_string(k) + "\"></span> ";
    body += "</p>";
  }
  const auto made = must_print(*engine, document(body));
  const auto texts = page_texts(made.pdf);
  REQUIRE(static_cast<int>(texts.size()) == made.pages);
  std::string expected;
  for (const auto& landmark : made.landmarks) {
    const auto number = std::stoi(landmark.id.substr(1));
    const auto& text = texts[static_cast<std::size_t>(landmark.page) - 1];
    CHECK(text.find("Kapitel " + std::to_string(number) + " ") != std::string::npos);
    if (number % 3 == 0) expected += "side " + std::to_string(landmark.page) + " ";
  }
  std::string all;
  for (const auto& text : texts) all += text + " ";
  CHECK(all.find(expected) != std::string::npos);
}

TEST_CASE("wkhtmltopdf: it says once per run that its PDF has no tags") {
  const auto engine = pdf::make_wkhtmltopdf_engine({.command = {}, .wkhtmltox_library = ""});
  if (!engine->availability().here()) return;
  base::Problems problems;
  REQUIRE(engine->typeset(document("<p>En</p>"), resources(), problems));
  REQUIRE(engine->typeset(document("<p>To</p>"), resources(), problems));
  CHECK(codes(problems) == "pdf.uden-opmaerkning\n");
}

TEST_CASE("wkhtmltopdf: a program that is missing or breaks down is told") {
  base::Problems problems;
  const auto missing = pdf::make_wkhtmltopdf_engine(
      {.command = {}, .wkhtmltopdf_program = "wkhtmltopdf-findes-ikke", .wkhtmltox_library = ""});
  CHECK_FALSE(missing->availability().here());
  CHECK_FALSE(missing->typeset(document("<p>En</p>"), resources(), problems));
  const auto broken =
      pdf::make_wkhtmltopdf_engine({.command = {}, .wkhtmltopdf_program = "/bin/false", .wkhtmltox_library = ""});
  CHECK_FALSE(broken->typeset(document("<p>En</p>"), resources(), problems));
  const auto folder = pdf::TemporaryFolder::make();
  REQUIRE(folder);
  REQUIRE(folder->write("sleeper", "#!/bin/sh\nsleep 60\n"));
  const auto sleeper = folder->path() / "sleeper";
  std::filesystem::permissions(sleeper, std::filesystem::perms::owner_all);
  const auto silent = pdf::make_wkhtmltopdf_engine({.command = {},
                                                    .wkhtmltopdf_program = sleeper.string(),
                                                    .wkhtmltox_library = "",
                                                    .patience = std::chrono::seconds(1)});
  CHECK_FALSE(silent->typeset(document("<p>En</p>"), resources(), problems));
  CHECK(codes(problems) ==
        "pdf.wkhtmltopdf.mangler\npdf.uden-opmaerkning\npdf.wkhtmltopdf.gik-ned\npdf.uden-opmaerkning\npdf.wkhtmltopdf.for-"
        "langsom\n");
}
